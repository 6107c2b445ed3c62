import type { Card } from '../decks/card.ts';
import type { Answer } from './answer.ts';
import { gradeAllLines } from './grade-all-lines.ts';
import { gradeChoice } from './grade-choice.ts';
import { gradeOrder } from './grade-order.ts';
import { type GradingContext, gradeTyped } from './grade-typed.ts';
import type { Grade } from './verdict.ts';

/**
 * Says how right an answer is. An answer of another kind than the card (the card was edited since) is wrong, and so is
 * any answer to a card that the learner judges alone (basic, cloze).
 */
export function gradeAnswer(card: Card, answer: Answer, context: GradingContext): Grade {
  const { content } = card;
  const expected = content.kind === 'typed' ? content.answers[0] : undefined;
  if (answer.kind === 'blank') return { verdict: 'blank', reasons: [], share: 0, expected };
  if (content.kind === 'choice' && answer.kind === 'choice') {
    return gradeChoice(content.options, answer.chosen);
  }
  if (content.kind === 'order' && answer.kind === 'order') return gradeOrder(content.lines, answer.lines);
  if (content.kind === 'typed' && answer.kind === 'typed') {
    const { answers, shape, all } = content;
    if (all) return gradeAllLines(answer.lines, answers, shape, context);
    const [line, ...more] = answer.lines;
    if (line !== undefined && more.length === 0) return gradeTyped(line, answers, shape, context);
    if (line === undefined) return { verdict: 'blank', reasons: [], share: 0, expected };
  }
  return { verdict: 'wrong', reasons: [], share: 0, expected };
}
