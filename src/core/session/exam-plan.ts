import type { Blueprint } from '../exam/blueprint.ts';
import { itemWeight } from '../exam/item-weights.ts';
import { examDateOf, type Progress, plans } from '../history/progress.ts';
import { dayOf } from '../schedule/day.ts';
import { type DayPlan, planOfDay } from '../schedule/plan.ts';
import type { Day, Instant, Minutes } from '../schedule/time.ts';
import type { StudyItem } from './library.ts';

/** What today's study owes to the next exam. */
export interface ExamPlan {
  readonly blueprint: Blueprint;
  readonly date: Day;
  readonly setOn: Day;
  readonly day: DayPlan<StudyItem>;
}

export interface PlanSource {
  readonly blueprints: readonly Blueprint[];
  readonly items: readonly StudyItem[];
  readonly progress: Progress;
  readonly now: Instant;
  readonly tz: Minutes;
}

/** The plan for the soonest exam date that is not past; undefined without one. Only the exam's own cards are in it. */
export function examPlan(source: PlanSource, exam?: string): ExamPlan | undefined {
  const { progress, blueprints, items, now, tz } = source;
  const today = dayOf(now, tz, progress.parameters.dayStart);
  const dated = [...plans(progress)].filter(
    ([id, date]) => date >= today && (exam === undefined || exam === id),
  );
  const [next] = dated.sort((a, b) => (a[1] < b[1] ? -1 : 1));
  const blueprint = blueprints.find(({ id }) => id === next?.[0]);
  const set = blueprint === undefined ? undefined : examDateOf(progress, blueprint.id);
  if (blueprint === undefined || set === undefined) return undefined;
  const weightOf = itemWeight(blueprint);
  const own = items.filter((item) => weightOf(item) > 0);
  const setOn = dayOf(set.setAt, tz, progress.parameters.dayStart);
  const day = planOfDay(own, progress, { now, tz, date: set.date, setOn, weightOf });
  return { blueprint, date: set.date, setOn, day };
}
