import type { Minutes } from '../schedule/time.ts';
import type { Raw } from '../text/shown.ts';

export const scoringPolicies = ['all-or-nothing', 'partial'] as const;
/** What an answer that is only partly right is worth. */
export type ScoringPolicy = (typeof scoringPolicies)[number];

export const navigations = ['free', 'linear'] as const;
/** Whether one may go back to an item. */
export type Navigation = (typeof navigations)[number];

/** The vendor's scale: no point maps to `min`, the cut to `pass`, all points to `max`. */
export interface Scale {
  readonly min: number;
  readonly pass: number;
  readonly max: number;
}

export interface Objective {
  readonly id: string;
  readonly title: Raw;
  /** A whole number; the paper has items in proportion. */
  readonly weight: number;
  /** What the objective is about; readiness asks which of them the decks name. */
  readonly terms: readonly Raw[];
}

/** How a sitting is held and counted. `exam-start` keeps a copy, so that an edited blueprint changes no sitting. */
export interface ExamRules {
  /** How many items a full paper has. */
  readonly questions: number;
  readonly minutes: Minutes;
  readonly scale: Scale;
  /** Raw points of a full paper that map to `pass`; more than 0 and fewer than `questions`. */
  readonly cut: number;
  readonly scoring: ScoringPolicy;
  readonly navigation: Navigation;
  /** Minutes left at which the learner is told, most first. */
  readonly warnings: readonly Minutes[];
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

export const rulesOf = (blueprint: Blueprint): ExamRules => {
  const { questions, minutes, scale, cut, scoring, navigation, warnings } = blueprint;
  return { questions, minutes, scale, cut, scoring, navigation, warnings };
};
