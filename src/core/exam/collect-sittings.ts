import { type Entry, memoryKey } from '../history/entry.ts';
import { compareEntries } from '../history/merge.ts';
import type { Instant, Milliseconds } from '../schedule/time.ts';
import type { StoredAnswer } from './paper-question.ts';

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** All that the journal says of one sitting, in order. */
export interface SittingRecord {
  /** That of its `exam-start`. */
  readonly id: string;
  readonly start: EntryOf<'exam-start'>;
  readonly answers: readonly EntryOf<'exam-answer'>[];
  readonly visits: readonly EntryOf<'exam-visit'>[];
  readonly marks: readonly EntryOf<'exam-mark'>[];
  readonly leaves: readonly EntryOf<'exam-leave'>[];
  /** The first that there is. */
  readonly handIn: EntryOf<'exam-hand-in'> | undefined;
}

/** A sitting that was handed in. */
export interface ClosedSitting extends SittingRecord {
  readonly handIn: EntryOf<'exam-hand-in'>;
}

export const isClosed = (sitting: SittingRecord): sitting is ClosedSitting => sitting.handIn !== undefined;

/** When something was last recorded of it. */
export const lastRecorded = ({ start, answers, visits, marks, leaves }: SittingRecord): Instant =>
  [start, ...answers, ...visits, ...marks, ...leaves].reduce((last, { t }) => Math.max(last, t), start.t);

/** Whether an item counts: not one whose card was changed or taken away before the end. */
export const counts = ({ handIn }: ClosedSitting, item: number): boolean =>
  !(handIn.void?.includes(item) ?? false);

/** What is on disk of an item: its last answer and mark, and the time spent on it. */
export interface ItemRecord {
  readonly answer: StoredAnswer;
  readonly marked: boolean;
  readonly spent: Milliseconds;
}

export function itemRecord({ answers, visits, marks }: SittingRecord, item: number): ItemRecord {
  const own = answers.filter((answer) => answer.item === item);
  const times = [...own, ...visits.filter((visit) => visit.item === item)].map(({ ms }) => ms);
  return {
    answer: own.at(-1)?.answer ?? [],
    marked: marks.findLast((mark) => mark.item === item)?.on ?? false,
    spent: Math.max(0, ...times),
  };
}

interface Gathering {
  readonly start: EntryOf<'exam-start'>;
  readonly answers: EntryOf<'exam-answer'>[];
  readonly visits: EntryOf<'exam-visit'>[];
  readonly marks: EntryOf<'exam-mark'>[];
  readonly leaves: EntryOf<'exam-leave'>[];
  readonly handIns: EntryOf<'exam-hand-in'>[];
}

/**
 * The sittings among the entries of a journal, in the order of their beginnings. Copies of an entry count once,
 * undone ones not at all, and nothing counts after the first hand-in.
 */
export function collectSittings(entries: Iterable<Entry>): readonly SittingRecord[] {
  const relevant = new Map<string, Entry>();
  const undos = new Map<string, string[]>();
  for (const entry of entries) {
    if (entry.kind === 'undo') undos.set(entry.of, [...(undos.get(entry.of) ?? []), entry.id]);
    if (entry.kind.startsWith('exam-')) relevant.set(entry.id, entry);
  }
  const isUndone = (id: string, path: readonly string[]): boolean =>
    !path.includes(id) && (undos.get(id) ?? []).some((undo) => !isUndone(undo, [...path, id]));
  const sorted = [...relevant.values()].filter(({ id }) => !isUndone(id, [])).sort(compareEntries);
  const sittings = new Map<string, Gathering>();
  for (const entry of sorted) {
    if (entry.kind === 'exam-start')
      sittings.set(entry.id, { start: entry, answers: [], visits: [], marks: [], leaves: [], handIns: [] });
  }
  for (const entry of sorted) file(entry, sittings);
  return [...sittings].map(([id, { handIns, ...sitting }]) => ({ id, ...sitting, handIn: handIns[0] }));
}

function file(entry: Entry, sittings: ReadonlyMap<string, Gathering>): void {
  if (!('sitting' in entry)) return;
  const sitting = sittings.get(entry.sitting);
  if (sitting === undefined || sitting.handIns.length > 0) return;
  switch (entry.kind) {
    case 'exam-answer':
      sitting.answers.push(entry);
      break;
    case 'exam-visit':
      sitting.visits.push(entry);
      break;
    case 'exam-mark':
      sitting.marks.push(entry);
      break;
    case 'exam-leave':
      sitting.leaves.push(entry);
      break;
    case 'exam-hand-in':
      sitting.handIns.push(entry);
  }
}

/** The sitting that was begun last and not handed in. */
export const openSittingOf = (sittings: readonly SittingRecord[]): SittingRecord | undefined =>
  sittings.filter((sitting) => !isClosed(sitting)).at(-1);

/** Keys of the items without full points in the last papers of these, so many, that were handed in. */
export function missedItems(sittings: readonly SittingRecord[], papers: number): ReadonlySet<string> {
  const closed = papers > 0 ? sittings.filter(isClosed).slice(-papers) : [];
  return new Set(
    closed.flatMap((sitting) =>
      sitting.start.items
        .filter((_, i) => counts(sitting, i) && (sitting.handIn.points[i] ?? 0) < 1)
        .map(memoryKey),
    ),
  );
}
