import { type Progress, progressOf } from '../history/progress.ts';
import { mixed } from '../schedule/mix.ts';
import { weightiestFirst } from '../schedule/plan.ts';
import { isAskable } from '../schedule/standing.ts';
import type { Instant } from '../schedule/time.ts';
import type { Ask } from './asking.ts';
import type { Drill } from './drill.ts';
import { itemsOf, type StudyItem } from './library.ts';
import type { SessionPlan } from './session.ts';
import type { SessionSource } from './session-source.ts';

/** Asks without a schedule each card that a plan takes, until it was rated better than Again once. */
export const askDrill: Ask = (source, plan, now, takes) => {
  const order = drillOrder(source, plan, now, takes);
  return {
    next: (drill, at) => nextOfDrill(order, drill, source.progress(), at),
    after: ({ key }, { answered }) => {
      const known = new Set([key, ...answered.map(({ item }) => item.key)]);
      return order.find((item) => !known.has(item.key));
    },
    left: (drill) => {
      const left = order.filter((item) => needsAnswer(item, drill)).length;
      return { due: left, new: 0, learning: 0, minutes: Math.ceil(left / 5) };
    },
    comesBack: ({ rating }) => rating === 1,
  };
};

/** The core cards come by their weight in an exam whose date was set late. */
function drillOrder(
  source: SessionSource,
  plan: SessionPlan,
  now: Instant,
  takes: (item: StudyItem) => boolean,
): readonly StudyItem[] {
  const { progress, seed, dayPlan } = source;
  const items = itemsOf(source.library()).filter(takes);
  const askable = items.filter((item) => isAskable(item, progressOf(progress(), item.ref), now));
  const eve = plan.filter.tags.includes('core') ? dayPlan(now)?.eve : undefined;
  return eve === undefined ? mixed(askable, seed) : weightiestFirst(mixed(askable, seed), eve.weightOf);
}

const needsAnswer = (item: StudyItem, drill: Drill): boolean =>
  (drill.answered.findLast((answered) => answered.item.key === item.key)?.rating ?? 1) === 1;

function nextOfDrill(order: readonly StudyItem[], drill: Drill, progress: Progress, now: Instant) {
  const isFree = (item: StudyItem) => isAskable(item, progressOf(progress, item.ref), now);
  const isNew = (item: StudyItem) => !drill.answered.some((answered) => answered.item.key === item.key);
  const open = order.filter((item) => needsAnswer(item, drill) && isFree(item));
  const last = drill.answered.at(-1)?.item.key;
  return open.find(isNew) ?? open.find((item) => item.key !== last) ?? open[0];
}
