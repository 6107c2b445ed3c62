import type { Card } from '../decks/card.ts';
import type { Collection, LoadedCard, LoadedDeck } from '../decks/collection.ts';
import { indexCollection } from '../decks/index-deck.ts';
import type { CardMark, IndexedCollection, IndexedDeck } from '../decks/indexed-deck.ts';
import { deckKeyOf, type MemoryRef, memoryKey } from '../history/entry.ts';
import { sentence } from '../text/sentence.ts';
import type { Raw } from '../text/shown.ts';
import { UserError } from '../user-error.ts';

/**
 * One part of one card: what the queue orders and a question asks. `deck`, `card` and `languages` are read from the
 * deck's files when they are first asked for, and throw a `UserError` when the card is no longer there; so an item is
 * handed on as it is, never spread.
 */
export interface StudyItem extends LoadedCard {
  readonly ref: MemoryRef;
  readonly key: string;
  /** Items that share one of these are siblings: parts of one card, cards that test one fact. */
  readonly siblings: readonly string[];
  readonly retired: boolean;
  readonly examOnly: boolean;
  /** `CardMark.answer` */
  readonly answer: string | undefined;
}

export interface LibraryDeck {
  /** `<collection>\n<deck id>` */
  readonly key: string;
  readonly title: Raw;
  /** Of its translations, by language tag. */
  readonly titles: ReadonlyMap<string, Raw>;
  /** `IndexedDeck.stamp` */
  readonly stamp: string;
  /** `IndexedDeck.askable` */
  readonly askable: number;
  /** In deck order. */
  readonly items: ReadonlyMap<string, StudyItem>;
}

/** Everything that can be studied. Decks nobody asks for cost nothing but their title. */
export interface Library {
  readonly collections: readonly IndexedCollection[];
  /** By deck key, in order. */
  readonly decks: ReadonlyMap<string, LibraryDeck>;
  /** All items of all decks, by memory key. */
  readonly items: ReadonlyMap<string, StudyItem>;
  item(ref: MemoryRef): StudyItem | undefined;
}

export const buildLibrary = (collections: readonly Collection[]): Library =>
  openLibrary(collections.map(indexCollection));

export function openLibrary(collections: readonly IndexedCollection[]): Library {
  const decks = new Map<string, LibraryDeck>();
  for (const { decks: indexed } of collections) {
    for (const deck of indexed)
      decks.set(deckKeyOf({ collection: deck.collection, deck: deck.id }), new Shelf(deck));
  }
  let all: ReadonlyMap<string, StudyItem> | undefined;
  return {
    collections,
    decks,
    get items() {
      all ??= new Map([...decks.values()].flatMap((deck) => [...deck.items]));
      return all;
    },
    item: (ref) => decks.get(deckKeyOf(ref))?.items.get(memoryKey(ref)),
  };
}

class Shelf implements LibraryDeck {
  readonly key: string;
  private readonly indexed: IndexedDeck;
  private known: ReadonlyMap<string, StudyItem> | undefined;

  constructor(indexed: IndexedDeck) {
    this.indexed = indexed;
    this.key = deckKeyOf({ collection: indexed.collection, deck: indexed.id });
  }

  get title(): Raw {
    return this.indexed.title;
  }

  get titles(): ReadonlyMap<string, Raw> {
    return this.indexed.titles;
  }

  get askable(): number {
    return this.indexed.askable;
  }

  get stamp(): string {
    return this.indexed.stamp;
  }

  get items(): ReadonlyMap<string, StudyItem> {
    this.known ??= new Map(
      this.indexed.marks().flatMap((mark) => {
        const siblings = siblingsOf(this.indexed, mark);
        return mark.parts.map((part) => {
          const item = new ShelfItem(this, this.indexed, mark, part, siblings);
          return [item.key, item] as const;
        });
      }),
    );
    return this.known;
  }

  card(id: string): LoadedCard {
    const card = this.indexed.card(id);
    if (card === undefined) {
      throw new UserError(
        sentence`The card ${id} has just been removed from its deck.`,
        sentence('Nothing is lost. Start kartei again.'),
      );
    }
    return card;
  }
}

class ShelfItem implements StudyItem {
  readonly ref: MemoryRef;
  readonly key: string;
  readonly siblings: readonly string[];
  readonly #shelf: Shelf;
  readonly #mark: CardMark;

  constructor(shelf: Shelf, deck: IndexedDeck, mark: CardMark, part: string, siblings: readonly string[]) {
    this.ref = { collection: deck.collection, deck: deck.id, card: mark.id, part };
    this.key = memoryKey(this.ref);
    this.siblings = siblings;
    this.#shelf = shelf;
    this.#mark = mark;
  }

  get retired(): boolean {
    return this.#mark.retired;
  }

  get examOnly(): boolean {
    return this.#mark.examOnly;
  }

  get answer(): string | undefined {
    return this.#mark.answer;
  }

  get card(): Card {
    return this.#shelf.card(this.#mark.id).card;
  }

  get deck(): LoadedDeck {
    return this.#shelf.card(this.#mark.id).deck;
  }

  get languages(): LoadedCard['languages'] {
    return this.#shelf.card(this.#mark.id).languages;
  }
}

const siblingsOf = ({ collection, id }: IndexedDeck, mark: CardMark): readonly string[] => [
  `${collection}\n${id}\n${mark.id}`,
  ...(mark.fact === undefined ? [] : [`${collection}\nfact ${mark.fact}`]),
];

/** The card as it is written in a language, if it is; the deck's own needs no translation to be read. */
export function writtenIn(item: LoadedCard, lang: string) {
  const { deck, card } = item;
  return lang === deck.base.deck.head.lang ? { card, file: deck.base } : item.languages.get(lang);
}
