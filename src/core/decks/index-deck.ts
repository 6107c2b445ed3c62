import { answerText, keyDigest } from './answer-text.ts';
import { type Card, partsOf } from './card.ts';
import type { Collection, LoadedDeck } from './collection.ts';
import type { CardMark, IndexedCollection, IndexedDeck } from './indexed-deck.ts';

/** What the index keeps of a card. */
export const markCard = (card: Card): CardMark => ({
  id: card.id,
  parts: partsOf(card),
  fact: card.attributes.facts[0],
  retired: card.attributes.retired,
  examOnly: card.attributes.examOnly,
  answer: card.content.kind === 'basic' ? undefined : keyDigest(answerText(card)),
});

/** A deck that is there already, in the form of one that an index knows. */
export function indexDeck(deck: LoadedDeck): IndexedDeck {
  const { collection, id, base, translations } = deck;
  const marks = base.deck.cards.map(markCard);
  return {
    collection,
    id,
    title: base.deck.head.title,
    paths: [base, ...translations.values()].map(({ absolutePath }) => absolutePath),
    stamp: '',
    marks: () => marks,
    load: () => deck,
  };
}

export const indexCollection = ({ name, root, decks, problems }: Collection): IndexedCollection => ({
  name,
  root,
  decks: decks.map(indexDeck),
  problems: problems.length,
});
