import { countedInstant } from '../schedule/counted-instant.ts';
import type { Scheduler } from '../schedule/fsrs.ts';
import type { Outcomes } from '../schedule/memory.ts';
import type { Parameters } from '../schedule/parameters.ts';
import type { Day, Instant, Minutes } from '../schedule/time.ts';
import type { CardProgress, DayCount } from './card-progress.ts';
import { type Entry, type MemoryRef, memoryKey } from './entry.ts';
import { type CardRecord, isHeld, type Journal, type Move, standing, standingInOrder } from './journal.ts';
import type { Table } from './table.ts';

/** What the whole journal amounts to at an instant. A value: `applyEntry` gives the next one. */
export interface Progress {
  /** What decides which entries are in the future. */
  readonly now: Instant;
  /** True when an entry came that only a replay of the whole journal can place; the rest is right without it. */
  readonly stale: boolean;
  readonly parameters: Parameters;
  readonly scheduler: Scheduler;
  /** By `memoryKey`; cards of which the journal says nothing are missing. */
  readonly cards: Table<CardProgress>;
  /** By the learner's day, each entry's day counted by its own offset from UTC. */
  readonly days: Table<DayCount>;
  /** The moves that count, in order. */
  readonly moves: readonly Move[];
  /** What taking in further entries needs; for this folder only. */
  readonly journal: Journal;
}

export const progressOf = (progress: Progress, ref: MemoryRef): CardProgress | undefined =>
  progress.cards.get(memoryKey(ref));

/** The four futures of a card, exactly as a replay will have them once one is recorded. */
export function outcomesOf(progress: Progress, ref: MemoryRef, now: Instant, tz: Minutes): Outcomes {
  const memory = progressOf(progress, ref)?.memory;
  const counted = countedInstant(memory, now, tz, progress.parameters.dayStart);
  return progress.scheduler.outcomes(memory, now, counted);
}

/** The same with so many more new cards a day: what a learner asks for in one run is not for every day to come. */
export const withMoreNew = (progress: Progress, extra: number): Progress => {
  const { parameters } = progress;
  return extra === 0
    ? progress
    : { ...progress, parameters: { ...parameters, newPerDay: parameters.newPerDay + extra } };
};

/** The date set for an exam, if any. */
const planOf = (progress: Progress, exam: string): string | undefined =>
  standingInOrder(progress.journal, progress.journal.plans.get(exam) ?? [], progress.now).at(-1)?.date;

/** The date set for an exam and when it was set. */
export function examDateOf(
  progress: Progress,
  exam: string,
): { readonly date: Day; readonly setAt: Instant } | undefined {
  const plan = standingInOrder(progress.journal, progress.journal.plans.get(exam) ?? [], progress.now).at(-1);
  return plan?.date === undefined ? undefined : { date: plan.date, setAt: plan.t };
}

/** All exams with a date set. */
export function plans(progress: Progress): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  for (const [exam] of progress.journal.plans.entries()) {
    const date = planOf(progress, exam);
    if (date !== undefined) dates.set(exam, date);
  }
  return dates;
}

/** What a card looked like when it was last recorded. */
export function recordOf(progress: Progress, ref: Omit<MemoryRef, 'part'>): CardRecord | undefined {
  const records = progress.journal.records.get(`${ref.collection}\n${ref.deck}\n${ref.card}`);
  return standingInOrder(progress.journal, records ?? [], progress.now).at(-1);
}

/** Entries from the future that nobody has confirmed. */
export const heldEntries = (progress: Progress): readonly Entry[] =>
  [...progress.journal.future.values()].filter((entry) => isHeld(progress.journal, entry, progress.now));

/** Whether an entry was undone, and that not undone again; what waits in the future was not. */
export const isTakenBack = ({ journal, now }: Progress, entry: Entry): boolean =>
  standing(journal, entry, now) === undefined && !isHeld(journal, entry, now);
