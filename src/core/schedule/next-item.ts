import { dueOf, type Item, isAskable, isLearning, type Standing, type Standings } from './standing.ts';
import type { Planned, StudyQueue } from './study-queue.ts';
import { type Instant, type Milliseconds, type Minutes, minute, usualAnswer } from './time.ts';

/** With nothing else left, a learning card may come so much before its time. */
const lookAhead: Milliseconds = 20 * minute;

/** Whether a card that is being learned comes again in this session. */
export const comesSoon = (standing: Standing | undefined, now: Instant): boolean =>
  isLearning(standing) && (dueOf(standing) ?? now) <= now + lookAhead;

/** Not answered since the queue was built, here or in another window; an undo makes it pending again. */
function isPending(planned: Planned<Item>, standings: Standings, now: Instant): boolean {
  const standing = standings.cards.get(planned.item.key);
  return isAskable(planned.item, standing, now) && standing?.memory?.lastReview === planned.lastReview;
}

/**
 * What to ask now: learning cards when their time has come, then the plan, then what comes soon. `take` says whether an
 * item may be asked here; what another window asks is passed over while there are others.
 */
export function nextItem<I extends Item>(
  queue: StudyQueue<I>,
  standings: Standings,
  now: Instant,
  take: (item: I) => boolean = () => true,
): I | undefined {
  if (now >= queue.until) return undefined;
  const first = queue.learners.first(standings, now);
  const learning = first !== undefined && first.due <= now ? first.item : undefined;
  if (learning !== undefined && take(learning)) return learning;
  const planned =
    queue.planned.find((one) => isPending(one, standings, now) && take(one.item)) ??
    queue.planned.find((one) => isPending(one, standings, now));
  if (planned !== undefined) return planned.item;
  return first !== undefined && first.due <= now + lookAhead ? first.item : undefined;
}

/** What will probably be asked once this item is answered: its answer, or another window, may bring something before. */
export function itemAfter<I extends Item>(
  queue: StudyQueue<I>,
  standings: Standings,
  now: Instant,
  key: string,
): I | undefined {
  const first = queue.learners.first(standings, now, key);
  if (first !== undefined && first.due <= now) return first.item;
  return queue.planned.find((one) => one.item.key !== key && isPending(one, standings, now))?.item;
}

export interface QueueCounts {
  readonly due: number;
  readonly new: number;
  readonly learning: number;
  /** What the learner's own pace makes of them, rounded up. */
  readonly minutes: Minutes;
}

/** What is left. Learning cards that come later than this session will wait for are not counted. */
export function countQueue<I extends Item>(
  queue: StudyQueue<I>,
  standings: Standings,
  now: Instant,
): QueueCounts {
  const pending = queue.planned.filter((one) => isPending(one, standings, now));
  const fresh = pending.filter((one) => one.kind === 'new').length;
  const learning = queue.learners.countUntil(now + lookAhead, standings, now);
  const asked = pending.length + learning;
  const pace = queue.learners.medianTime(standings, usualAnswer);
  return {
    due: pending.length - fresh,
    new: fresh,
    learning,
    minutes: Math.ceil((asked * pace) / minute),
  };
}
