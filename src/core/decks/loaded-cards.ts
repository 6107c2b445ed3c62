import type { Card } from './card.ts';
import type { DeckFile, LoadedCard, LoadedDeck } from './collection.ts';

type Translation = readonly [lang: string, file: DeckFile, cards: ReadonlyMap<string, Card>];

/** The cards of a deck by their id. */
export function loadedCards(deck: LoadedDeck): ReadonlyMap<string, LoadedCard> {
  let translations: readonly Translation[] | undefined;
  return new Map(
    deck.base.deck.cards.map((card) => [
      card.id,
      {
        deck,
        card,
        get languages() {
          translations ??= [...deck.translations].map(
            ([lang, file]) => [lang, file, new Map(file.deck.cards.map((one) => [one.id, one]))] as const,
          );
          const languages = new Map([[deck.base.deck.head.lang, { card, file: deck.base }]]);
          for (const [lang, file, cards] of translations) {
            const translated = cards.get(card.id);
            if (translated !== undefined) languages.set(lang, { card: translated, file });
          }
          return languages;
        },
      },
    ]),
  );
}
