import type { Card } from '../decks/card.ts';
import type { Collection, LoadedCard, LoadedDeck } from '../decks/collection.ts';
import { effectiveObjectives } from '../decks/effective-attributes.ts';
import { indexCollection } from '../decks/index-deck.ts';
import type { CardMark, IndexedCollection, IndexedDeck } from '../decks/indexed-deck.ts';
import { deckKeyOf, type MemoryRef, memoryKey, partKey } from '../history/entry.ts';
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
  /** The fact that it tests, if the deck names it. */
  readonly fact: string | undefined;
  /** Items that share one of these are siblings: parts of one card, cards that test one fact. */
  readonly siblings: readonly string[];
  readonly retired: boolean;
  readonly examOnly: boolean;
  /** Codes of the objectives that it serves, those of its deck among them. */
  readonly objectives: readonly string[];
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
  /** One of them, neither retired nor for exams, as far as it is known without reading the deck: `answer` is not. */
  named(card: string, part: string, fact: string | undefined): StudyItem;
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
      all ??= new Map(itemsOf({ decks }).map((item) => [item.key, item]));
      return all;
    },
    item: (ref) => decks.get(deckKeyOf(ref))?.items.get(memoryKey(ref)),
  };
}

/** The very same while its collections are. */
export const reopenLibrary = (before: Library, collections: readonly IndexedCollection[]): Library =>
  collections.length === before.collections.length &&
  collections.every((collection, i) => collection === before.collections[i])
    ? before
    : openLibrary(collections);

/** All items of all decks, where nobody looks for one by its key: of thousands that saves a map. */
export const itemsOf = ({ decks }: Pick<Library, 'decks'>): readonly StudyItem[] =>
  [...decks.values()].flatMap((deck) => [...deck.items.values()]);

class Shelf implements LibraryDeck {
  readonly key: string;
  readonly collection: string;
  readonly deck: string;
  private readonly indexed: IndexedDeck;
  private known: ReadonlyMap<string, StudyItem> | undefined;

  constructor(indexed: IndexedDeck) {
    this.indexed = indexed;
    this.collection = indexed.collection;
    this.deck = indexed.id;
    this.key = deckKeyOf(this);
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
    this.known ??= this.readItems();
    return this.known;
  }

  private readItems(): ReadonlyMap<string, StudyItem> {
    const items = new Map<string, StudyItem>();
    for (const mark of this.indexed.marks()) {
      for (const part of mark.parts) {
        const item = new ShelfItem(this, mark, part);
        items.set(item.key, item);
      }
    }
    return items;
  }

  named(id: string, part: string, fact: string | undefined): StudyItem {
    const unknown = { answer: undefined, objectives: undefined };
    const mark = { id, parts: [part], fact, retired: false, examOnly: false, ...unknown };
    return new ShelfItem(this, mark, part);
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

/** There may be very many, and a session asks few of them: all but the key is made when somebody wants it. */
class ShelfItem implements StudyItem {
  readonly key: string;
  readonly #shelf: Shelf;
  readonly #mark: CardMark;
  readonly #part: string;

  constructor(shelf: Shelf, mark: CardMark, part: string) {
    this.key = partKey(shelf.key, mark.id, part);
    this.#shelf = shelf;
    this.#mark = mark;
    this.#part = part;
  }

  get ref(): MemoryRef {
    const { collection, deck } = this.#shelf;
    return { collection, deck, card: this.#mark.id, part: this.#part };
  }

  get fact(): string | undefined {
    return this.#mark.fact;
  }

  get siblings(): readonly string[] {
    const { id, fact } = this.#mark;
    const { key, collection } = this.#shelf;
    const card = `${key}\n${id}`;
    return fact === undefined ? [card] : [card, `${collection}\nfact ${fact}`];
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

  get objectives(): readonly string[] {
    return this.#mark.objectives ?? effectiveObjectives(this.deck.base.deck, this.card);
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

/** The card as it is written in a language, if it is; the deck's own needs no translation to be read. */
export function writtenIn(item: LoadedCard, lang: string) {
  const { deck, card } = item;
  return lang === deck.base.deck.head.lang ? { card, file: deck.base } : item.languages.get(lang);
}

/** The card as a learner of a language gets to read it: written in that language, else in the deck's own. */
export const readIn = (item: LoadedCard, lang: string) =>
  writtenIn(item, lang) ?? { card: item.card, file: item.deck.base };
