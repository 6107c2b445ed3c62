import type { Blueprint } from '../core/exam/blueprint.ts';
import { plans } from '../core/history/progress.ts';
import type { Instant } from '../core/schedule/time.ts';
import { type ExamPlan, examPlan } from '../core/session/exam-plan.ts';
import type { Library } from '../core/session/library.ts';
import { readExams } from '../storage/read-exams.ts';
import type { OpenDesk } from './open-desk.ts';

/** The exams that the decks describe. */
export const blueprintsOf = ({ collections }: Library): readonly Blueprint[] =>
  collections.flatMap((collection) => readExams(collection).exams.map(({ blueprint }) => blueprint));

/** What the soonest exam date, or that of one exam, makes of today. Without a date no exam file is read. */
export function examPlanOf(
  desk: Pick<OpenDesk, 'library' | 'progress' | 'tz'>,
  now: Instant,
  exam?: string,
): ExamPlan | undefined {
  const progress = desk.progress();
  if (plans(progress).size === 0) return undefined;
  const library = desk.library();
  const items = [...library.items.values()];
  return examPlan({ blueprints: blueprintsOf(library), items, progress, now, tz: desk.tz(now) }, exam);
}
