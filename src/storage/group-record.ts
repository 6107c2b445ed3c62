import type { DeckHead, FrontMatterValue } from '../core/decks/deck.ts';
import type { CardMark } from '../core/decks/indexed-deck.ts';
import type { Outline } from '../core/decks/outline.ts';

/** What the index keeps of the cards of a group's decks, deck by deck. */
export interface GroupRecord {
  readonly marks: readonly (readonly CardMark[])[];
  /** Of the base and of its translations, as the deck's `paths` are. */
  readonly outlines: () => readonly (readonly Outline[])[];
}

/**
 * Three lines: the group's hash; the marks, which scheduling reads of all groups; and the outlines, read only of those
 * whose cards are asked.
 */
export const encodeRecord = (hash: string, { marks, outlines }: GroupRecord): string =>
  `${hash}\n${encodeMarks(marks)}\n${encodeOutlines(outlines())}`;

/** `undefined` for what is no record of the group with this hash. Throws on JSON that is none. */
export function decodeRecord(hash: string, text: string): GroupRecord | undefined {
  if (!text.startsWith(`${hash}\n`)) return undefined;
  const end = text.indexOf('\n', hash.length + 1);
  const marks = decodeMarks(text.slice(hash.length + 1, end));
  return { marks, outlines: () => decodeOutlines(text.slice(end + 1)) };
}

type MarkRow = readonly [
  id: string,
  parts: readonly string[] | 0,
  fact: string | 0,
  state: number,
  answer: string | 0,
  objectives: readonly string[] | 0,
];

const isRetired = 1;
const isExamOnly = 2;

const encodeMarks = (decks: readonly (readonly CardMark[])[]): string =>
  JSON.stringify(
    decks.map((marks) =>
      marks.map(({ id, parts, fact, retired, examOnly, answer, objectives = [] }): MarkRow => {
        const state = (retired ? isRetired : 0) | (examOnly ? isExamOnly : 0);
        const own = parts.length === 1 && parts[0] === '' ? 0 : parts;
        return [id, own, fact ?? 0, state, answer ?? 0, objectives.length === 0 ? 0 : objectives];
      }),
    ),
  );

const whole = [''];
const none: readonly string[] = [];

const decodeMarks = (text: string): readonly (readonly CardMark[])[] =>
  (JSON.parse(text) as readonly (readonly MarkRow[])[]).map((rows) => rows.map(markOf));

/** By index: to take a row apart as a whole makes garbage for each of its members. */
const markOf = (row: MarkRow): CardMark => ({
  id: row[0],
  parts: row[1] === 0 ? whole : row[1],
  fact: row[2] === 0 ? undefined : row[2],
  retired: (row[3] & isRetired) !== 0,
  examOnly: (row[3] & isExamOnly) !== 0,
  answer: row[4] === 0 ? undefined : row[4],
  objectives: row[5] === 0 ? none : row[5],
});

/** A value of front matter as JSON has it: mappings are `[key, value]` pairs in a member of their own. */
type Plain =
  | string
  | readonly Plain[]
  | { readonly pairs: readonly (readonly [key: string, value: Plain])[] };

const encodeOutlines = (decks: readonly (readonly Outline[])[]): string =>
  JSON.stringify(
    decks.map((files) =>
      files.map(({ head, lines, groups }) => [
        { ...head, commands: head.commands === undefined ? undefined : toPlain(head.commands) },
        lines,
        groups,
      ]),
    ),
  );

type PlainHead = Omit<DeckHead, 'commands'> & { readonly commands?: Plain };
type PlainOutline = readonly [PlainHead, Outline['lines'], Outline['groups']];

const decodeOutlines = (text: string): readonly (readonly Outline[])[] =>
  (JSON.parse(text) as readonly (readonly PlainOutline[])[]).map((files) =>
    files.map(([head, lines, groups]) => ({
      head: { ...head, commands: head.commands === undefined ? undefined : fromPlain(head.commands) },
      lines,
      groups,
    })),
  );

function toPlain(value: FrontMatterValue): Plain {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(toPlain);
  return {
    pairs: [...(value as ReadonlyMap<string, FrontMatterValue>)].map(([key, one]) => [key, toPlain(one)]),
  };
}

function fromPlain(value: Plain): FrontMatterValue {
  if (typeof value === 'string') return value;
  if ('pairs' in value) return new Map(value.pairs.map(([key, one]) => [key, fromPlain(one)]));
  return value.map(fromPlain);
}
