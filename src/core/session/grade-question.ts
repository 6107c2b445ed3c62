import type { Answer } from '../grading/answer.ts';
import { deckContext } from '../grading/deck-context.ts';
import { gradeAnswer } from '../grading/grade-answer.ts';
import type { Grade } from '../grading/verdict.ts';
import type { Question } from './question.ts';

/** What an answer to a question is worth. */
export const gradeQuestion = ({ card, file, item }: Question, answer: Answer): Grade =>
  gradeAnswer(card, answer, deckContext(card, file.deck, item.deck.base.deck));
