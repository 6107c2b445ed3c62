import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { FrontMatterValue } from '../core/decks/deck.ts';
import { quoted } from '../core/decks/format-rules.ts';
import type { Position } from '../core/decks/front-matter.ts';
import { limits } from '../core/decks/limits.ts';
import { type Sentence, sentence } from '../core/text/sentence.ts';
import { explainYaml } from './explain-yaml.ts';

export type YamlReading =
  /** YAML, but no mapping. */
  | { readonly kind: 'other' }
  | {
      readonly kind: 'broken';
      /** 1-based, in the YAML text. */
      readonly at: Position;
      readonly message: Sentence;
      readonly hint: Sentence | undefined;
    }
  | {
      readonly kind: 'mapping';
      readonly values: ReadonlyMap<string, FrontMatterValue>;
      /** Where each top-level key stands. */
      readonly positions: ReadonlyMap<string, Position>;
    };

type Locate = (offset: number | undefined) => Position;

/** Reads YAML of the failsafe schema: every scalar is a string. No aliases, no key twice, 20 levels at most. */
export function readYaml(text: string): YamlReading {
  if (isCrowded(text))
    return broken(
      { line: 1, column: 1 },
      sentence`The YAML has more than ${most} lines, brackets and other marks.`,
      sentence('Shorten it.'),
    );
  const deep = tooDeep(text);
  if (deep !== undefined)
    return broken(
      { line: text.slice(0, deep).split('\n').length, column: 1 },
      levels,
      sentence('Flatten it.'),
    );
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    version: '1.2',
    merge: false,
    // Checked below: the library compares every key with every other one.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter,
  });
  const locate: Locate = (offset = 0) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  if (error) {
    const at = locate(error.pos[0]);
    const { message, hint } = explainYaml(error, text.split('\n')[at.line - 1] ?? '');
    return broken(at, message, hint);
  }
  return isMap(document.contents) ? readMapping(document.contents, locate) : { kind: 'other' };
}

const levels = sentence`The YAML is nested deeper than ${limits.frontMatterLevels} levels.`;

const broken = (at: Position, message: Sentence, hint?: Sentence): YamlReading => ({
  kind: 'broken',
  at,
  message,
  hint,
});

const most = 5000;
const marks = /[\n[\]{}:!&*"']|[-?][ \t]/gu;

/** No front matter is like that, and the library would make a node, and often an error, of each. */
const isCrowded = (text: string): boolean => (text.match(marks)?.length ?? 0) > most;

/** Where brackets or compact lists nest too deep: the library's recursion must not meet them. */
function tooDeep(text: string): number | undefined {
  const compact = /(?:[-?:][ \t]+){21}/u.exec(text);
  if (compact) return compact.index;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '[' || char === '{') depth++;
    else if ((char === ']' || char === '}') && depth > 0) depth--;
    if (depth > limits.frontMatterLevels) return i;
  }
  return undefined;
}

class UnreadableNode extends Error {
  readonly said: Sentence;
  readonly offset: number | undefined;
  readonly hint: Sentence;

  constructor(message: Sentence, offset: number | undefined, hint: Sentence) {
    super(message.text);
    this.said = message;
    this.offset = offset;
    this.hint = hint;
  }
}

function readMapping(map: YAMLMap, locate: Locate): YamlReading {
  try {
    const positions = new Map<string, Position>();
    for (const { key } of map.items)
      if (isScalar(key)) positions.set(String(key.value), locate(key.range?.[0]));
    return { kind: 'mapping', values: readEntries(map, 1), positions };
  } catch (error) {
    if (!(error instanceof UnreadableNode)) throw error;
    return broken(locate(error.offset), error.said, error.hint);
  }
}

function readEntries(map: YAMLMap, level: number): ReadonlyMap<string, FrontMatterValue> {
  const values = new Map<string, FrontMatterValue>();
  for (const { key, value } of map.items) {
    if (!isScalar(key))
      throw new UnreadableNode(sentence('A key must be one text.'), map.range?.[0], sentence('Quote it.'));
    const name = String(key.value ?? '');
    if (values.has(name))
      throw new UnreadableNode(
        sentence`The key ${quoted(name)} is given twice.`,
        key.range?.[0],
        sentence('Keep one.'),
      );
    values.set(name, readNode(value, level));
  }
  return values;
}

function readNode(node: unknown, level: number): FrontMatterValue {
  if (node === null || node === undefined) return '';
  if (isScalar(node)) return String(node.value ?? '');
  const offset = isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
  if (level >= limits.frontMatterLevels) throw new UnreadableNode(levels, offset, sentence('Flatten it.'));
  if (isMap(node)) return readEntries(node, level + 1);
  if (isSeq(node)) return node.items.map((item) => readNode(item, level + 1));
  throw new UnreadableNode(
    sentence('Aliases (`*name`) are not read.'),
    offset,
    sentence('Write the value out.'),
  );
}
