import { describe, expect, test } from 'vitest';
import type { AnswerShape } from '../../../src/core/decks/card.ts';
import type { AnswerVerdict } from '../../../src/core/grading/verdict.ts';
import { contextFor, gradeLine, reasonsOf } from './typed-card.ts';

/** Typed text, verdict, and the kinds of the reasons, parted by blanks. */
export type Row = readonly [typed: string, verdict: AnswerVerdict, reasons?: string];

/** One test a row: what is typed for one card, and what grading says of it. */
export function vectors(
  shape: AnswerShape,
  expected: string | readonly string[],
  rows: readonly Row[],
  context = contextFor(),
): void {
  describe(`${shape} ${typeof expected === 'string' ? expected : expected.join(' or ')}`, () => {
    for (const [typed, verdict, reasons] of rows) {
      test(`${JSON.stringify(typed)} is ${verdict} ${reasons ?? ''}`, () => {
        const grade = gradeLine(shape, expected, typed, context);
        expect([grade.verdict, reasons === undefined ? undefined : reasonsOf(grade)]).toEqual([
          verdict,
          reasons,
        ]);
      });
    }
  });
}
