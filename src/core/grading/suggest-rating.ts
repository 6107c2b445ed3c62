import { type Rating, ratings } from '../schedule/memory.ts';
import type { Grade } from './verdict.ts';

/** What else is known of an answer besides its verdict. */
export interface AnswerCircumstances {
  /** A hint was shown before the answer. */
  readonly hinted: boolean;
  /** The learner said "I was right" of an answer that was not accepted. */
  readonly overridden: boolean;
  /** The learner declared the answer a guess. */
  readonly guessed: boolean;
}

/** The rating that Enter gives. Easy is only ever given by hand. */
export function suggestRating(grade: Grade, circumstances: AnswerCircumstances): Rating {
  const isRight = grade.verdict === 'exact' || grade.verdict === 'equivalent';
  if (circumstances.guessed || !(isRight || circumstances.overridden)) return 1;
  return circumstances.hinted || circumstances.overridden ? 2 : 3;
}

/** The ratings that are offered: after an override Hard at most. */
export const allowedRatings = (circumstances: AnswerCircumstances): readonly Rating[] =>
  circumstances.overridden ? ratings.filter((rating) => rating <= 2) : ratings;
