import { type Sentence, sentence } from '../text/sentence.ts';
import type { Position } from './front-matter.ts';

export interface AttributeEntry {
  readonly key: string;
  readonly at: Position;
  readonly values: readonly string[];
}

/** What stops the reading of an attribute comment. */
export class AttributeSyntaxError extends Error {
  readonly at: Position;
  readonly said: Sentence;
  readonly hint: Sentence;

  constructor(at: Position, message: Sentence, hint: Sentence) {
    super(message.text);
    this.at = at;
    this.said = message;
    this.hint = hint;
  }
}

interface Cursor {
  readonly text: string;
  readonly origin: Position;
  index: number;
  /** Where the last position was: its index, its line, the index at which that line starts. */
  readonly found: { index: number; line: number; lineStart: number };
}

/**
 * Reads a YAML flow mapping without its braces whose values are scalars or lists of scalars. By hand and not by a
 * YAML library: 100,000 cards are read at a start, and an error is named at its very column.
 */
export function readAttributeEntries(text: string, origin: Position): readonly AttributeEntry[] {
  const found = { index: 0, line: origin.line, lineStart: 1 - origin.column };
  const cursor: Cursor = { text, origin, index: 0, found };
  const entries: AttributeEntry[] = [];
  for (;;) {
    skipBlanks(cursor);
    if (cursor.index >= text.length) return entries;
    const start = cursor.index;
    const key = readKey(cursor);
    const values = readValue(cursor, key);
    entries.push({ key, at: positionAt(cursor, start), values });
    skipBlanks(cursor);
    if (cursor.index >= text.length) return entries;
    if (text[cursor.index] !== ',')
      fail(
        cursor,
        cursor.index,
        sentence('A comma must stand between two attributes.'),
        sentence('Write `id: x, tags: [a, b]`.'),
      );
    cursor.index++;
  }
}

function fail(cursor: Cursor, index: number, message: Sentence, hint: Sentence): never {
  throw new AttributeSyntaxError(positionAt(cursor, index), message, hint);
}

/** Goes on from the last position asked for, so that all of a long comment's are found in one pass. */
function positionAt(cursor: Cursor, index: number): Position {
  const { text, origin, found } = cursor;
  if (index < found.index)
    Object.assign(found, { index: 0, line: origin.line, lineStart: 1 - origin.column });
  for (
    let next = text.indexOf('\n', found.index);
    next >= 0 && next < index;
    next = text.indexOf('\n', next + 1)
  ) {
    found.line++;
    found.lineStart = next + 1;
  }
  found.index = index;
  return { line: found.line, column: index - found.lineStart + 1 };
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t' || char === '\n';

function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.text[cursor.index])) cursor.index++;
}

function readKey(cursor: Cursor): string {
  const start = cursor.index;
  const stop = indexOfAny(cursor.text, ':,', start);
  const key = cursor.text.slice(start, stop).trim();
  const known = /^[A-Za-z_-]+$/u.test(key);
  if (cursor.text[stop] !== ':' || !known)
    fail(
      cursor,
      start,
      sentence`\`${key.slice(0, 40)}\` is an attribute without a value.`,
      sentence('Quote a value that holds a comma: `source: "foo(1), bar(2)"`.'),
    );
  cursor.index = stop + 1;
  const next = cursor.text[cursor.index];
  if (next !== undefined && !isBlank(next) && next !== ',')
    fail(
      cursor,
      cursor.index,
      sentence`A blank is missing after \`${key}:\`.`,
      sentence`Write \`${key}: …\`.`,
    );
  return key;
}

function indexOfAny(text: string, chars: string, from: number): number {
  let index = from;
  while (index < text.length && !chars.includes(text.charAt(index))) index++;
  return index;
}

function readValue(cursor: Cursor, key: string): readonly string[] {
  const start = cursor.index;
  skipBlanks(cursor);
  const char = cursor.text[cursor.index];
  if (char === undefined || char === ',')
    fail(
      cursor,
      start,
      sentence`\`${key}\` has no value.`,
      sentence`Write \`${key}: …\`, or leave \`${key}\` out.`,
    );
  if (char !== '[') return [readScalar(cursor, ',')];
  cursor.index++;
  const values: string[] = [];
  for (;;) {
    skipBlanks(cursor);
    const next = cursor.text[cursor.index];
    if (next === undefined)
      fail(cursor, start, sentence('A list is not closed.'), sentence`Write \`${key}: [a, b]\`.`);
    if (next === ']') break;
    values.push(readScalar(cursor, ',]'));
    skipBlanks(cursor);
    if (cursor.text[cursor.index] === ',') cursor.index++;
    else if (cursor.text[cursor.index] !== ']')
      fail(
        cursor,
        cursor.index,
        sentence('A comma must stand between two values.'),
        sentence`Write \`${key}: [a, b]\`.`,
      );
  }
  cursor.index++;
  return values;
}

function readScalar(cursor: Cursor, stops: string): string {
  const quote = cursor.text[cursor.index];
  if (quote === '"') return readDoubleQuoted(cursor);
  if (quote === "'") return readSingleQuoted(cursor);
  const start = cursor.index;
  const end = indexOfAny(cursor.text, stops, start);
  const value = fold(cursor.text.slice(start, end).trim());
  const bad = /^[&*!|>%@`{}#]|^[-?:](?:\s|$)|[[\]{}]|:(?:\s|$)|\s#/u.exec(value);
  if (bad || value === '')
    fail(
      cursor,
      start + (bad?.index ?? 0),
      value === ''
        ? sentence('A value is empty.')
        : sentence`The value \`${value.slice(0, 60)}\` must be quoted.`,
      value === ''
        ? sentence('Remove the surplus comma.')
        : sentence`Write \`"${value.slice(0, 60).replace(/["\\]/gu, '\\$&')}"\`.`,
    );
  cursor.index = end;
  return value;
}

/** A line end within a value is a blank. */
const fold = (text: string): string => text.replace(/[ \t]*\n\s*/gu, ' ');

function readSingleQuoted(cursor: Cursor): string {
  const start = cursor.index;
  let end = cursor.text.indexOf("'", start + 1);
  while (end >= 0 && cursor.text[end + 1] === "'") end = cursor.text.indexOf("'", end + 2);
  if (end < 0)
    fail(cursor, start, sentence('A quote is not closed.'), sentence("Write `'…'` on both sides."));
  cursor.index = end + 1;
  return fold(cursor.text.slice(start + 1, end)).replaceAll("''", "'");
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  [' ', ' '],
]);

function readDoubleQuoted(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.index;
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  if (end >= text.length)
    fail(cursor, start, sentence('A quote is not closed.'), sentence('Write `"…"` on both sides.'));
  cursor.index = end + 1;
  return fold(text.slice(start + 1, end)).replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/gu,
    (all, code: string | undefined, char: string | undefined) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      const known = escapes.get(char ?? '');
      if (known === undefined)
        fail(
          cursor,
          start,
          sentence`\`${all}\` means nothing in double quotes.`,
          sentence('Write `\\\\` for a backslash.'),
        );
      return known;
    },
  );
}
