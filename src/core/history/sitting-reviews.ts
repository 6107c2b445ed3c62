import type { Instant, Milliseconds } from '../schedule/time.ts';
import type { CardEvent } from './card-progress.ts';
import { memoryKey } from './entry.ts';
import { type Journal, standing, standingInOrder } from './journal.ts';

/** A review that a sitting amounts to, with the card's key. */
export interface SittingReview {
  readonly key: string;
  readonly event: CardEvent;
}

/**
 * The reviews of a sitting that was handed in: good for full points, else again. The first hand-in counts. Items that
 * are kept for exams leave none, and neither do those that never came before the learner or do not count: they say
 * nothing of memory.
 */
export function sittingReviews(journal: Journal, sitting: string, now: Instant): readonly SittingReview[] {
  const { start, visits = [], handIns = [] } = journal.sittings.get(sitting) ?? {};
  const handIn = standingInOrder(journal, handIns, now)[0];
  if (start === undefined || handIn === undefined || standing(journal, start, now) === undefined) return [];
  const spent = new Map<number, Milliseconds>();
  for (const { item, ms } of standingInOrder(journal, visits, now))
    spent.set(item, Math.max(ms, spent.get(item) ?? 0));
  return start.items.flatMap((item, index) => {
    const wasShown = spent.has(index) || (handIn.points[index] ?? 0) > 0;
    if (!item.queued || !wasShown || handIn.void?.includes(index)) return [];
    const event: CardEvent = {
      id: `${handIn.id}#${index}`,
      t: handIn.t,
      tz: handIn.tz,
      kind: 'review',
      rating: handIn.points[index] === 1 ? 3 : 1,
      ms: spent.get(index) ?? 0,
      mode: 'exam',
      verdict: undefined,
      overridden: false,
    };
    return [{ key: memoryKey(item), event }];
  });
}
