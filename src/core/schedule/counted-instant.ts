import { dayOf } from './day.ts';
import type { Memory } from './memory.ts';
import type { Instant, Minutes } from './time.ts';

/**
 * Up to when the time since the last review is counted. On the learner's day on which a card is due it counts as
 * answered when due: who studies a little earlier each day would otherwise be counted 23 hours, which is no day, and
 * a card with an interval of one day would never get beyond it.
 */
export function countedInstant(
  memory: Memory | undefined,
  now: Instant,
  tz: Minutes,
  dayStart: number,
): Instant {
  if (memory?.state !== 'review' || now >= memory.due) return now;
  const today = dayOf(now, tz, dayStart);
  const dueToday = dayOf(memory.due, tz, dayStart) === today;
  return dueToday && dayOf(memory.lastReview, tz, dayStart) !== today ? memory.due : now;
}
