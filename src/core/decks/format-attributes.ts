import { clean, raw } from '../text/shown.ts';
import { displayWidth } from '../text/width.ts';
import type { Attributes } from './card.ts';

/** Columns of a comment's lines, as far as its values can be broken apart. */
const longestLine = 100;

/**
 * The attribute comment in canonical form; empty when there is nothing to say. It is broken between entries, and
 * within a list that is too long for a line of its own; lines that go on are indented.
 */
export function formatAttributes(attributes: Attributes): string {
  const entries: readonly Entry[] = [
    attributes.id === undefined ? [] : [`id: ${attributes.id}`],
    list('tags', attributes.tags),
    oneOrList('objective', attributes.objectives),
    oneOrList('source', attributes.sources),
    list('facts', attributes.facts),
    list('terms', attributes.terms),
    attributes.reverse ? ['reverse: true'] : [],
    attributes.shuffle ? [] : ['shuffle: false'],
    attributes.examOnly ? ['pool: exam'] : [],
    attributes.retired ? ['retired: true'] : [],
  ].filter((entry) => entry.length > 0);
  if (entries.length === 0) return '';
  const lines = ['<!--'];
  entries.forEach((entry, i) => {
    addEntry(lines, entry, i === entries.length - 1 ? ' -->' : ',');
  });
  return lines.join('\n');
}

/** What may stand on a line of its own: the whole, or the values of a list with what stands around them. */
type Entry = readonly string[];

function addEntry(lines: string[], entry: Entry, end: string): void {
  const whole = entry.join(', ') + end;
  if (fits(lines, whole)) addPiece(lines, whole);
  else if (entry.length === 1 || widthOf(whole) + 2 <= longestLine) lines.push(`  ${whole}`);
  else
    entry.forEach((value, i) => {
      const piece = value + (i === entry.length - 1 ? end : ',');
      if (fits(lines, piece)) addPiece(lines, piece);
      else lines.push(`  ${piece}`);
    });
}

const widthOf = (text: string): number => displayWidth(clean(raw(text)));
const fits = (lines: readonly string[], piece: string): boolean =>
  lines.at(-1) === '<!--' || widthOf(`${lines.at(-1)} ${piece}`) <= longestLine;
const addPiece = (lines: string[], piece: string): void => {
  lines.push(`${lines.pop()} ${piece}`);
};

function list(key: string, values: readonly string[]): Entry {
  const scalars = values.map(formatScalar);
  return scalars.map(
    (scalar, i) => (i === 0 ? `${key}: [` : '') + scalar + (i === scalars.length - 1 ? ']' : ''),
  );
}

const oneOrList = (key: string, values: readonly string[]): Entry =>
  values.length === 1 ? [`${key}: ${formatScalar(values[0] ?? '')}`] : list(key, values);

const needsQuotes =
  /^$|^[&*!|>%@`{}#"'\s]|^[-?:](?:\s|$)|[,[\]{}\u0000-\u001f\u007f-\u009f]|:(?:\s|$)|\s#|\s$|--|\s\s/u;

/** A scalar of a flow mapping, quoted when it must be. */
export function formatScalar(value: string): string {
  if (!needsQuotes.test(value)) return value;
  const escaped = value
    .replace(/["\\]/gu, '\\$&')
    .replace(/[\u0000-\u001f\u007f-\u009f]|(?<=--)>/gu, escapeCode);
  return `"${escaped}"`;
}

const escapeCode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
