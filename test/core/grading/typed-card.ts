import type { AnswerShape, Card, CardContent } from '../../../src/core/decks/card.ts';
import { gradeAnswer } from '../../../src/core/grading/grade-answer.ts';
import type { GradingContext } from '../../../src/core/grading/grade-typed.ts';
import { builtInTables } from '../../../src/core/grading/tables/built-in-tables.ts';
import type { Grade } from '../../../src/core/grading/verdict.ts';
import { raw } from '../../../src/core/text/shown.ts';

export function cardOf(content: CardContent): Card {
  return {
    id: 'card',
    hash: '000000000000',
    prompt: raw('?'),
    body: raw(''),
    group: undefined,
    question: raw(''),
    content,
    hints: [],
    explanation: raw(''),
    transcripts: [],
    attributes: {
      id: 'card',
      tags: [],
      objectives: [],
      sources: [],
      facts: [],
      terms: [],
      reverse: false,
      shuffle: true,
      examOnly: false,
      retired: false,
    },
    line: 1,
  };
}

export const typedCard = (shape: AnswerShape, answers: readonly string[], all = false): Card =>
  cardOf({ kind: 'typed', shape, all, answers: answers.map(raw) });

export const contextFor = (lang = 'en', others: readonly string[] = []): GradingContext => ({
  lang,
  tables: builtInTables(),
  otherAnswers: new Set(others),
});

export function gradeLine(
  shape: AnswerShape,
  expected: string | readonly string[],
  typed: string,
  context = contextFor(),
): Grade {
  const card = typedCard(shape, typeof expected === 'string' ? [expected] : expected);
  return gradeAnswer(card, { kind: 'typed', lines: [raw(typed)] }, context);
}

export const reasonsOf = (grade: Grade): string => grade.reasons.map((reason) => reason.kind).join(' ');
