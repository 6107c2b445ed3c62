import type { Blueprint } from '../../core/exam/blueprint.ts';
import { type Progress, plans } from '../../core/history/progress.ts';
import type { Instant, Minutes } from '../../core/schedule/time.ts';
import { type ExamPlan, examPlan } from '../../core/session/exam-plan.ts';
import type { Library } from '../../core/session/library.ts';
import { deckReader } from '../../storage/deck-reader.ts';

/** The exams that the decks describe, by their titles. A short one comes first: a few decks can fill it. */
export const blueprintsOf = ({ collections }: Library): readonly Blueprint[] =>
  collections
    .flatMap((collection) =>
      deckReader()
        .readExams(collection)
        .exams.map(({ blueprint }) => blueprint),
    )
    .sort((a, b) => a.questions - b.questions || (a.title < b.title ? -1 : 1));

/** What the soonest exam date, or that of one exam, makes of today. Without a date no exam file is read. */
export function examPlanOf(
  desk: {
    library(): Library;
    progress(): Progress;
    needCards(): void;
    readonly tz: (at: Instant) => Minutes;
  },
  now: Instant,
  exam?: string,
): ExamPlan | undefined {
  if (plans(desk.progress()).size === 0) return undefined;
  desk.needCards();
  const progress = desk.progress();
  const library = desk.library();
  const items = [...library.items.values()];
  return examPlan({ blueprints: blueprintsOf(library), items, progress, now, tz: desk.tz(now) }, exam);
}
