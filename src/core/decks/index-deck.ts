import { answerText, keyDigest } from './answer-text.ts';
import { type Card, partsOf } from './card.ts';
import type { Collection, LoadedCard, LoadedDeck } from './collection.ts';
import type { Deck } from './deck.ts';
import { effectiveObjectives } from './effective-attributes.ts';
import type { CardMark, IndexedCollection, IndexedDeck } from './indexed-deck.ts';
import { loadedCards } from './loaded-cards.ts';

/** What the index keeps of a deck's cards. */
export const markCards = (deck: Deck): readonly CardMark[] => deck.cards.map((card) => markCard(deck, card));

const markCard = (deck: Deck, card: Card): CardMark => ({
  id: card.id,
  parts: partsOf(card),
  fact: card.attributes.facts[0],
  objectives: effectiveObjectives(deck, card),
  retired: card.attributes.retired,
  examOnly: card.attributes.examOnly,
  answer: card.content.kind === 'basic' ? undefined : keyDigest(answerText(card)),
});

export const countAskable = (marks: readonly CardMark[]): number =>
  marks.reduce((sum, { parts, retired, examOnly }) => sum + (retired || examOnly ? 0 : parts.length), 0);

/** A deck that is there already, in the form of one that an index knows. */
export function indexDeck(deck: LoadedDeck): IndexedDeck {
  const { collection, id, base, translations } = deck;
  const marks = markCards(base.deck);
  let cards: ReadonlyMap<string, LoadedCard> | undefined;
  return {
    collection,
    id,
    title: base.deck.head.title,
    titles: new Map(
      [...translations].map(
        ([
          lang,
          {
            deck: { head },
          },
        ]) => [lang, head.title],
      ),
    ),
    paths: [base, ...translations.values()].map(({ absolutePath }) => absolutePath),
    stamp: '',
    askable: countAskable(marks),
    marks: () => marks,
    card: (id) => {
      cards ??= loadedCards(deck);
      return cards.get(id);
    },
  };
}

export function indexCollection({ name, root, decks, exams, problems }: Collection): IndexedCollection {
  const errors = problems.flatMap(({ severity, path }) => (severity === 'error' ? [path] : []));
  return { name, root, decks: decks.map(indexDeck), exams, errorCount: errors.length, errors };
}
