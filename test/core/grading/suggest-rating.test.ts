import { expect, test } from 'vitest';
import { allowedRatings, suggestRating } from '../../../src/core/grading/suggest-rating.ts';
import { type AnswerVerdict, answerVerdicts, type Grade } from '../../../src/core/grading/verdict.ts';

const gradeOf = (verdict: AnswerVerdict): Grade => ({ verdict, reasons: [], share: 0, expected: undefined });
const plain = { hinted: false, overridden: false, guessed: false };

test('a right answer suggests Good, any other Again', () => {
  const suggested = answerVerdicts.map((verdict) => suggestRating(gradeOf(verdict), plain));
  expect(suggested).toEqual([3, 3, 1, 1, 1, 1]);
});

test('a right answer with a hint suggests Hard, a guess Again', () => {
  expect(suggestRating(gradeOf('exact'), { ...plain, hinted: true })).toBe(2);
  expect(suggestRating(gradeOf('exact'), { ...plain, guessed: true })).toBe(1);
  expect(suggestRating(gradeOf('wrong'), { ...plain, hinted: true })).toBe(1);
});

test('an overridden answer suggests Hard and is offered nothing better', () => {
  expect(suggestRating(gradeOf('near'), { ...plain, overridden: true })).toBe(2);
  expect(allowedRatings({ ...plain, overridden: true })).toEqual([1, 2]);
  expect(allowedRatings(plain)).toEqual([1, 2, 3, 4]);
});
