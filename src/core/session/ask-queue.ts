import { progressOf, withMoreNew } from '../history/progress.ts';
import type { Stack } from '../schedule/mix.ts';
import { comesSoon, countQueue, itemAfter, nextItem } from '../schedule/next-item.ts';
import { withPlan } from '../schedule/plan.ts';
import type { Standings } from '../schedule/standing.ts';
import { buildQueue, everywhere, type StudyQueue } from '../schedule/study-queue.ts';
import type { Instant } from '../schedule/time.ts';
import type { Ask } from './asking.ts';
import type { StudyItem } from './library.ts';
import type { CardFilter, SessionPlan } from './session.ts';
import type { SessionSource } from './session-source.ts';

/** Asks what the schedule says: the day's queue of the cards that a plan takes. */
export const askQueue: Ask = (source, plan, now, takes) => {
  const queue = queueOf(source, plan, now, takes);
  return {
    next: (_, at) => nextItem(queue, source.progress(), at, source.take),
    after: ({ key }, _, at) => itemAfter(queue, source.progress(), at, key),
    left: (_, at) => countQueue(queue, source.progress(), at),
    comesBack: ({ item }, at) => comesSoon(progressOf(source.progress(), item.ref), at),
  };
};

function queueOf(
  source: SessionSource,
  { mode, filter, limits: { cards, minutes } }: SessionPlan,
  now: Instant,
  takes: (item: StudyItem) => boolean,
): StudyQueue<StudyItem> {
  const limits = { ...(cards === undefined ? {} : { cards }), ...(minutes === undefined ? {} : { minutes }) };
  const context = { now, tz: source.tz(now), limits, ahead: mode === 'ahead', filter: takes };
  const dayPlan = mode === 'study' ? source.dayPlan(now) : undefined;
  const stacks = stacksOf(source, filter);
  const build = (): StudyQueue<StudyItem> => {
    const { items, reach } = source.begun();
    const progress = withMoreNew(source.progress(), source.extraNew);
    // A stack reads its deck when it is drawn from.
    const read: Standings = {
      parameters: progress.parameters,
      days: progress.days,
      get cards() {
        return source.progress().cards;
      },
    };
    const standings = dayPlan === undefined ? read : withPlan(progress, dayPlan, now);
    const isNamed = filter.decks.length > 0;
    return buildQueue({ begun: items, reach: isNamed ? everywhere : reach, stacks }, standings, context);
  };
  const queue = build();
  if (queue.isSure) return queue;
  source.read([]);
  return build();
}

/** Where the new items of a filter come from. */
const stacksOf = (source: SessionSource, filter: CardFilter): readonly Stack<StudyItem>[] =>
  [...source.library().decks.values()]
    .filter(({ key }) => filter.decks.length === 0 || filter.decks.includes(key))
    .filter(({ key }) => source.hasNew(key))
    .map((deck) => ({
      key: deck.key,
      size: deck.askable,
      items: () => {
        source.read([deck.key]);
        return [...deck.items.values()].filter(({ retired, examOnly }) => !retired && !examOnly);
      },
    }));
