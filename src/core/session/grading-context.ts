import type { GradingContext } from '../grading/grade-typed.ts';
import { readOptionTables } from '../grading/read-option-tables.ts';
import type { Question } from './question.ts';

/** What grading must know of a question's deck: its language, its option tables, its other typed answers. */
export function gradingContext({ card, file, lang, item }: Question): GradingContext {
  const base = item.deck.base.deck;
  const others = file.deck.cards.flatMap((other) =>
    other.id !== card.id && other.content.kind === 'typed' ? other.content.answers : [],
  );
  return { lang, tables: readOptionTables(base.head.commands).tables, otherAnswers: new Set(others) };
}
