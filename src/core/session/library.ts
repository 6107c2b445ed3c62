import { type Card, partsOf } from '../decks/card.ts';
import type { Collection, DeckFile, LoadedDeck } from '../decks/collection.ts';
import { type MemoryRef, memoryKey } from '../history/entry.ts';

/** A card in its deck, with the other languages it is written in. */
export interface LibraryCard {
  readonly deck: LoadedDeck;
  /** In the deck's base language; identity and key come from it. */
  readonly card: Card;
  /** By language tag, the base among them. */
  readonly languages: ReadonlyMap<string, { readonly card: Card; readonly file: DeckFile }>;
}

/** One part of one card: what the queue orders and a question asks. */
export interface StudyItem extends LibraryCard {
  readonly ref: MemoryRef;
  readonly key: string;
  /** Items that share one of these are siblings: parts of one card, cards that test one fact. */
  readonly siblings: readonly string[];
  readonly retired: boolean;
  readonly examOnly: boolean;
}

/** Everything that can be studied, by memory key and in deck order. */
export interface Library {
  readonly collections: readonly Collection[];
  readonly items: ReadonlyMap<string, StudyItem>;
}

export function buildLibrary(collections: readonly Collection[]): Library {
  const items = new Map<string, StudyItem>();
  for (const collection of collections) {
    for (const deck of collection.decks) {
      for (const item of deckItems(deck)) items.set(item.key, item);
    }
  }
  return { collections, items };
}

function deckItems(deck: LoadedDeck): readonly StudyItem[] {
  const translations = [...deck.translations].map(
    ([lang, file]) => [lang, file, new Map(file.deck.cards.map((card) => [card.id, card]))] as const,
  );
  return deck.base.deck.cards.flatMap((card) => {
    const languages = new Map([[deck.base.deck.head.lang, { card, file: deck.base }]]);
    for (const [lang, file, cards] of translations) {
      const translated = cards.get(card.id);
      if (translated !== undefined) languages.set(lang, { card: translated, file });
    }
    return partsOf(card).map((part) => studyItem({ deck, card, languages }, part));
  });
}

function studyItem(from: LibraryCard, part: string): StudyItem {
  const { deck, card } = from;
  const ref = { collection: deck.collection, deck: deck.id, card: card.id, part };
  const fact = card.attributes.facts[0];
  const place = `${deck.collection}\n`;
  return {
    ...from,
    ref,
    key: memoryKey(ref),
    siblings: [`${place}${deck.id}\n${card.id}`, ...(fact === undefined ? [] : [`${place}fact ${fact}`])],
    retired: card.attributes.retired,
    examOnly: card.attributes.examOnly,
  };
}
