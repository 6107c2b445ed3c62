import {
  dueOf,
  type Item,
  isAskable,
  isLearning,
  type Planned,
  type Standings,
  type StudyQueue,
} from './study-queue.ts';
import { type Instant, type Milliseconds, type Minutes, minute } from './time.ts';

/** With nothing else left, a learning card may come so much before its time. */
const lookAhead: Milliseconds = 20 * minute;

/** Not answered since the queue was built, here or in another window; an undo makes it pending again. */
function isPending(planned: Planned<Item>, standings: Standings, now: Instant): boolean {
  const standing = standings.cards.get(planned.item.key);
  return isAskable(planned.item, standing, now) && standing?.memory?.lastReview === planned.lastReview;
}

/** When a learning card comes, if it may be asked. */
function comesAt(item: Item, standings: Standings, now: Instant): Instant | undefined {
  const standing = standings.cards.get(item.key);
  if (!isLearning(standing) || !isAskable(item, standing, now)) return undefined;
  return dueOf(standing) ?? now;
}

/** The learning card that comes first. There may be thousands, and this is asked at every answer. */
function firstLearner<I extends Item>(queue: StudyQueue<I>, standings: Standings, now: Instant) {
  let first: { readonly item: I; readonly due: Instant } | undefined;
  for (const item of queue.learners) {
    const due = comesAt(item, standings, now);
    if (due === undefined || (first !== undefined && due > first.due)) continue;
    if (first === undefined || due < first.due || item.key < first.item.key) first = { item, due };
  }
  return first;
}

/** What to ask now: learning cards when their time has come, then the plan, then what comes soon. */
export function nextItem<I extends Item>(
  queue: StudyQueue<I>,
  standings: Standings,
  now: Instant,
): I | undefined {
  if (now >= queue.until) return undefined;
  const first = firstLearner(queue, standings, now);
  if (first !== undefined && first.due <= now) return first.item;
  const planned = queue.planned.find((one) => isPending(one, standings, now));
  if (planned !== undefined) return planned.item;
  return first !== undefined && first.due <= now + lookAhead ? first.item : undefined;
}

export interface QueueCounts {
  readonly due: number;
  readonly new: number;
  readonly learning: number;
  /** What the learner's own pace makes of them, rounded up. */
  readonly minutes: Minutes;
}

const usualAnswer: Milliseconds = 12_000;

/** What is left. Learning cards that come later than this session will wait for are not counted. */
export function countQueue<I extends Item>(
  queue: StudyQueue<I>,
  standings: Standings,
  now: Instant,
): QueueCounts {
  const pending = queue.planned.filter((one) => isPending(one, standings, now));
  const fresh = pending.filter((one) => one.kind === 'new').length;
  const horizon = now + lookAhead;
  const learning = queue.learners.filter(
    (item) => (comesAt(item, standings, now) ?? Number.POSITIVE_INFINITY) <= horizon,
  ).length;
  const asked = pending.length + learning;
  return {
    due: pending.length - fresh,
    new: fresh,
    learning,
    minutes: Math.ceil((asked * medianAnswer(queue, standings)) / minute),
  };
}

/** The median of the last answers to the cards at hand. */
function medianAnswer(queue: StudyQueue, standings: Standings): Milliseconds {
  const times = Float64Array.from(
    queue.learners.flatMap(({ key }) => standings.cards.get(key)?.tally.lastMs ?? []),
  ).sort();
  return times[Math.floor(times.length / 2)] ?? usualAnswer;
}
