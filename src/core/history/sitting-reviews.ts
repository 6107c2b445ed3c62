import type { Instant } from '../schedule/time.ts';
import type { CardEvent } from './card-progress.ts';
import { memoryKey } from './entry.ts';
import { type Journal, standing, standingInOrder } from './journal.ts';

/** A review that a sitting amounts to, with the card's key. */
export interface SittingReview {
  readonly key: string;
  readonly event: CardEvent;
}

/**
 * The reviews of a sitting that was handed in: good for full points, else again. The first hand-in counts; items
 * that are kept for exams leave none.
 */
export function sittingReviews(journal: Journal, sitting: string, now: Instant): readonly SittingReview[] {
  const { start, answers = [], handIns = [] } = journal.sittings.get(sitting) ?? {};
  const handIn = standingInOrder(journal, handIns, now)[0];
  if (start === undefined || handIn === undefined || standing(journal, start, now) === undefined) return [];
  const spent = new Map(standingInOrder(journal, answers, now).map((answer) => [answer.item, answer.ms]));
  return start.items.flatMap((item, index) => {
    if (!item.queued) return [];
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
