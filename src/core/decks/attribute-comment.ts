import { editDistance } from '../text/nearest.ts';
import type { Position } from './front-matter.ts';
import type { ScannedLines } from './scan-state.ts';

export const attributeKeys = [
  'id',
  'tags',
  'objective',
  'source',
  'facts',
  'reverse',
  'shuffle',
  'terms',
  'pool',
  'retired',
] as const;
export type AttributeKey = (typeof attributeKeys)[number];

/** A comment that holds attributes, or nearly. Lines are 0-based. */
export interface AttributeComment {
  readonly near: boolean;
  /** What stands between `<!--` and `-->`. */
  readonly text: string;
  /** Where `text` begins. */
  readonly at: Position;
  readonly first: number;
  readonly last: number;
  /** What follows `-->` on its last line. */
  readonly rest: string;
  /** Blank lines between the heading and the comment; -1 at the end of the heading's own line. */
  readonly blanks: number;
}

/** The attribute comment of the heading at line `heading`: on its line, or first below it. */
export function attributeCommentOf(scanned: ScannedLines, heading: number): AttributeComment | undefined {
  const line = scanned.lines[heading] ?? '';
  const open = line.lastIndexOf('<!--');
  const ends = open >= 0 && /-->[ \t]*(?:#+[ \t]*)?$/u.test(line.slice(-200));
  const beside = ends ? readComment(scanned, heading, open, -1) : undefined;
  if (beside && !beside.near) return beside;
  let next = heading + 1;
  while (scanned.kinds[next] === 'blank') next++;
  const below = commentAt(scanned, next, next - heading - 1);
  return below?.near ? (beside ?? below) : (below ?? beside);
}

/** The attribute comment that begins at this line, if one does. */
export function commentAt(scanned: ScannedLines, line: number, blanks: number): AttributeComment | undefined {
  if (scanned.kinds[line] !== 'comment') return undefined;
  return readComment(scanned, line, (scanned.lines[line] ?? '').indexOf('<!--'), blanks);
}

function readComment(
  { lines, kinds }: ScannedLines,
  first: number,
  open: number,
  blanks: number,
): AttributeComment | undefined {
  const start = open + 4;
  const parts: string[] = [];
  for (let last = first; last < lines.length; last++) {
    const line = lines[last] ?? '';
    const from = last === first ? start : 0;
    const end = line.indexOf('-->', from);
    if (end < 0 && kinds[last] !== 'comment') return undefined;
    parts.push(line.slice(from, end < 0 ? undefined : end));
    if (end < 0) continue;
    const text = parts.join('\n');
    const likeness = likenessOf(text);
    if (likeness === 'none') return undefined;
    const rest = line.slice(end + 3).trim();
    const at = { line: first + 1, column: start + 1 };
    return { near: likeness === 'near', text, at, first, last, rest, blanks };
  }
  return undefined;
}

/** Whether a comment begins with a known key and a colon, or looks as if it was meant to. */
function likenessOf(text: string): 'attributes' | 'near' | 'none' {
  const found = /^\s*\{?\s*["']?([A-Za-z]{2,12})["']?([ \t]*[:=]|\s*$|[ \t]+[a-z0-9-]+\s*$)/u.exec(
    text.slice(0, 200),
  );
  if (!found) return 'none';
  const [all, word = '', after = ''] = found;
  const exact = attributeKeys.some((key) => key === word);
  if (exact && after === ':' && all.trim() === `${word}:`) return 'attributes';
  const colon = /[:=]$/u.test(after);
  if (exact || isKey(word.toLowerCase()))
    return colon || word === 'id' || after.trim() === '' ? 'near' : 'none';
  return colon && word.length > 2 && attributeKeys.some((key) => editDistance(word, key) === 1)
    ? 'near'
    : 'none';
}

/** Whether the text after a `<!--` is that of attributes. */
export const beginsAttributes = (text: string): boolean => likenessOf(text) === 'attributes';

const isKey = (word: string): boolean => attributeKeys.some((key) => key === word);
