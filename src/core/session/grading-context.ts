import { deckContext } from '../grading/deck-context.ts';
import type { GradingContext } from '../grading/grade-typed.ts';
import type { Question } from './question.ts';

/** What grading must know of a question's deck. */
export const gradingContext = ({ card, file, item }: Question): GradingContext =>
  deckContext(card, file.deck, item.deck.base.deck);
