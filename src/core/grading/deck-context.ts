import type { Card } from '../decks/card.ts';
import type { Deck } from '../decks/deck.ts';
import type { GradingContext } from './grade-typed.ts';
import { readOptionTables } from './read-option-tables.ts';

/**
 * What grading must know of a card's deck: its language, its option tables, its other typed answers. `written` is the
 * deck in the language asked, `base` the one that the option tables stand in.
 */
export function deckContext(card: Card, written: Deck, base: Deck): GradingContext {
  let others: ReadonlySet<string> | undefined;
  return {
    lang: written.head.lang,
    tables: readOptionTables(base.head.commands).tables,
    // Few cards ask for them, and for them the whole deck is read.
    get otherAnswers() {
      others ??= new Set(
        written.cards.flatMap((other) =>
          other.id !== card.id && other.content.kind === 'typed' ? other.content.answers : [],
        ),
      );
      return others;
    },
  };
}
