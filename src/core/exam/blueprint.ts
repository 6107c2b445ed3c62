import type { ExamRules } from '../history/exam-rules.ts';
import type { Raw } from '../text/shown.ts';

export interface Objective {
  readonly id: string;
  readonly title: Raw;
  /** A whole number; the paper has items in proportion. */
  readonly weight: number;
  /** What the objective is about; readiness asks which of them the decks name. */
  readonly terms: readonly Raw[];
}

/** An exam as its file describes it. */
export interface Blueprint extends ExamRules {
  readonly id: string;
  readonly title: Raw;
  readonly version: Raw | undefined;
  /** At least one has a weight above 0. */
  readonly objectives: readonly Objective[];
}

/** The cut for a paper of so many items: the same share of the points; it need not be whole. */
export const cutFor = ({ cut, questions }: Pick<ExamRules, 'cut' | 'questions'>, items: number): number =>
  (cut * items) / questions;

/** What a sitting keeps of its blueprint. */
export const rulesOf = (blueprint: Blueprint): ExamRules => {
  const { questions, minutes, scale, cut, scoring, navigation, warnings } = blueprint;
  return { questions, minutes, scale, cut, scoring, navigation, warnings };
};
