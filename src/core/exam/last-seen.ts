import { memoryKey } from '../history/entry.ts';
import type { Instant } from '../schedule/time.ts';
import type { SittingRecord } from './collect-sittings.ts';
import type { Recollection } from './recall.ts';

/** What is known of the learner: what the journal amounts to, and the sittings in it. */
export interface ExamHistory {
  readonly progress: Recollection;
  readonly sittings: readonly SittingRecord[];
}

/**
 * When each item was last before the learner: asked in a session, or on a paper. Cards that are kept for exams leave
 * no reviews, so only the papers know of them.
 */
export function lastSeen({ progress, sittings }: ExamHistory): ReadonlyMap<string, Instant> {
  const seen = new Map<string, Instant>();
  const note = (key: string, at: Instant): void => {
    seen.set(key, Math.max(at, seen.get(key) ?? at));
  };
  for (const [key, { tally, lastEntryAt }] of progress.cards.entries()) {
    if (tally.answers > 0) note(key, lastEntryAt);
  }
  for (const { start } of sittings) for (const item of start.items) note(memoryKey(item), start.t);
  return seen;
}
