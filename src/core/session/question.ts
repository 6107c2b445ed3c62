import type { Card } from '../decks/card.ts';
import type { DeckFile } from '../decks/collection.ts';
import { shownOrder } from '../decks/shown-order.ts';
import type { Instant } from '../schedule/time.ts';
import { readIn, type StudyItem } from './library.ts';

/** An item as it stands before the learner. */
export interface Question {
  readonly item: StudyItem;
  /** In the language shown. */
  readonly card: Card;
  readonly file: DeckFile;
  readonly lang: string;
  /** Shown position → position in the deck file, for options and lines. */
  readonly order: readonly number[];
  readonly askedAt: Instant;
  /** When the card had last been answered; a later answer comes from another window. */
  readonly lastReview: Instant | undefined;
  /** How many tips were asked for. */
  readonly tips: number;
  /** The answer of this card was corrected since it was last asked. */
  readonly corrected: boolean;
}

/** What drawing a question needs; an exam's item has as much. */
export type AskedCard = Pick<Question, 'card' | 'order' | 'tips'> & {
  readonly item: { readonly ref: { readonly part: string } };
};

/** What drawing an answer needs besides: where the card's sources stand. */
export type ToldCard = AskedCard & { readonly item: Pick<StudyItem, 'card' | 'deck'> };

export interface Asking {
  readonly item: StudyItem;
  /** The learner's language; a card that lacks it is asked in the deck's base language. */
  readonly lang: string;
  readonly seed: string;
  readonly now: Instant;
  readonly lastReview: Instant | undefined;
  readonly corrected: boolean;
}

export function askQuestion({ item, lang, seed, now, lastReview, corrected }: Asking): Question {
  const written = readIn(item, lang);
  return {
    item,
    ...written,
    lang: written.file.deck.head.lang,
    order: shownOrder(item.card, `${item.key} ${seed}`),
    askedAt: now,
    lastReview,
    tips: 0,
    corrected,
  };
}

/** The same question in the next language that the card is written in; unchanged when there is only one. */
export function inOtherLanguage(question: Question): Question {
  const languages = [...question.item.languages.keys()];
  const next = languages[(languages.indexOf(question.lang) + 1) % languages.length];
  const written = next === undefined ? undefined : question.item.languages.get(next);
  return written === undefined ? question : { ...question, ...written, lang: written.file.deck.head.lang };
}

/** How many options the question wants; 1 for one. */
export function wantedOptions(card: Card): number {
  return card.content.kind === 'choice' ? card.content.options.filter((option) => option.right).length : 0;
}
