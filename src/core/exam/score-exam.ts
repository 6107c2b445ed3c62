import type { Grade } from '../grading/verdict.ts';
import type { ExamRules, ScoringPolicy } from '../history/exam-rules.ts';
import { cutFor } from './blueprint.ts';
import { gradeQuestion, type PaperQuestion, type StoredAnswer } from './paper-question.ts';

/** Only what is exact or equivalent is a point; by the partial policy a part of it is a part of one. */
const pointsOf = ({ verdict, share }: Grade, scoring: ScoringPolicy): number => {
  if (verdict === 'exact' || verdict === 'equivalent') return 1;
  return scoring === 'partial' && verdict === 'partial' ? share : 0;
};

/** A question that is gone or changed cannot be answered: no point. */
export const scoreItem = (
  question: PaperQuestion | undefined,
  stored: StoredAnswer,
  scoring: ScoringPolicy,
): number => (question === undefined ? 0 : pointsOf(gradeQuestion(question, stored), scoring));

/** Points of a paper of so many items in the light of the rules. */
export interface Score {
  readonly points: number;
  readonly items: number;
  /** Points that map to `pass`; for a shorter paper not always whole. */
  readonly cut: number;
  readonly passed: boolean;
  /** On the vendor's scale, rounded: an estimate, for the vendor publishes no cut. */
  readonly scaled: number;
}

// Shares of points add up with tiny errors.
const tolerance = 1e-9;

/** Piecewise linear: no point maps to `min`, the cut to `pass`, all points to `max`. */
export function scoreExam(itemPoints: readonly number[], rules: ExamRules): Score {
  const { min, pass, max } = rules.scale;
  const items = itemPoints.length;
  const points = itemPoints.reduce((sum, point) => sum + point, 0);
  const cut = cutFor(rules, items);
  const passed = items > 0 && points >= cut - tolerance;
  const exact = passed
    ? pass + ((max - pass) * (points - cut)) / (items - cut)
    : min + ((pass - min) * points) / Math.max(cut, tolerance);
  // Rounding must not lift a score over the line that it missed.
  const scaled = passed ? Math.max(pass, Math.round(exact)) : Math.min(pass - 1, Math.round(exact));
  return { points, items, cut, passed, scaled };
}
