import type { Memory } from './memory.ts';
import type { Parameters } from './parameters.ts';
import type { Day, Instant, Milliseconds } from './time.ts';

/** One part of one card as the queue sees it; callers add what they need. */
export interface Item {
  /** The memory's key. */
  readonly key: string;
  /** What it shares with items that are not asked on the same day: its card, its first fact. */
  readonly siblings: readonly string[];
  readonly retired: boolean;
  readonly examOnly: boolean;
}

/** What the queue has to know of a card that the journal knows. */
export interface Standing {
  readonly memory: Memory | undefined;
  readonly suspended: boolean;
  readonly buriedUntil: Instant | undefined;
  readonly dueOverride: { readonly due: Instant } | undefined;
  readonly lastStudied: Day | undefined;
  readonly tally: { readonly lastMs: Milliseconds | undefined };
}

/** A `Progress` is one. */
export interface Standings {
  readonly parameters: Parameters;
  readonly cards: {
    get(key: string): Standing | undefined;
    /** The keys whose standings differ from those; only where that is known without looking at each. */
    changedSince?(before: Standings['cards']): Iterable<string>;
  };
  readonly days: {
    get(day: Day): { readonly introduced: number; readonly reviewed: number } | undefined;
  };
}

export const isLearning = (standing: Standing | undefined): boolean =>
  standing?.memory?.state === 'learning' || standing?.memory?.state === 'relearning';

/**
 * When it is due: a correction or a missed exam question goes before the schedule. `undefined` for a card never seen,
 * unless it was put into a day's study.
 */
export const dueOf = (standing: Standing | undefined): Instant | undefined =>
  standing?.dueOverride?.due ?? standing?.memory?.due;

/** Neither retired, kept for exams, suspended nor buried. */
export function isAskable(item: Item, standing: Standing | undefined, now: Instant): boolean {
  if (item.retired || item.examOnly || standing?.suspended) return false;
  return standing?.buriedUntil === undefined || standing.buriedUntil <= now;
}
