import type { Minutes } from '../schedule/time.ts';

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

/** How a sitting is held and counted. `exam-start` keeps a copy, so that an edited exam file changes no sitting. */
export interface ExamRules {
  /** How many items a full paper has. */
  readonly questions: number;
  /** Without extra time. */
  readonly minutes: Minutes;
  readonly scale: Scale;
  /** Raw points of a full paper that map to `pass`; more than 0 and fewer than `questions`. */
  readonly cut: number;
  readonly scoring: ScoringPolicy;
  readonly navigation: Navigation;
  /** Minutes left at which the learner is told, most first. */
  readonly warnings: readonly Minutes[];
}

/** Places of a paper that stayed empty, for an objective without enough cards. */
export interface PaperGap {
  readonly objective: string;
  readonly missing: number;
}
