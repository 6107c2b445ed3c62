import type { Card } from '../core/decks/card.ts';
import { cardsByLine } from '../core/decks/cards-by-line.ts';
import type { DeckFile, LoadedCard, LoadedDeck } from '../core/decks/collection.ts';
import type { Deck } from '../core/decks/deck.ts';
import { laidOver } from '../core/decks/laid-over.ts';
import { limits } from '../core/decks/limits.ts';
import { loadedCards } from '../core/decks/loaded-cards.ts';
import type { Outline } from '../core/decks/outline.ts';
import { openSession } from '../core/session/open-session.ts';
import { raw } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { decodeText } from './decode-text.ts';
import { type FileStamp, isSameStamp, stampOf } from './file-stamp.ts';
import { readRegularFile } from './read-regular-file.ts';

/** A file of an indexed deck. */
export interface OutlinedFile {
  /** Below the collection's root. */
  readonly path: string;
  readonly absolutePath: string;
  readonly stamp: FileStamp | undefined;
  readonly outline: Outline;
}

export interface OutlinedDeck {
  readonly collection: string;
  readonly id: string;
  /** The base first; none when the deck has gone while it was looked at. */
  readonly files: readonly OutlinedFile[];
  /** Of its cards, in order. */
  readonly ids: readonly string[];
  /** Parses all of it. Throws a `UserError` when the deck has gone. */
  readonly load: () => LoadedDeck;
}

/**
 * Gives the cards of a deck by their id, each parsed when it is asked for, out of files that are as they were indexed.
 * When one is not, the deck is parsed as a whole, and what that gives counts.
 */
function openCards(deck: OutlinedDeck): (id: string) => LoadedCard | undefined {
  const [base, ...translations] = deck.files;
  if (base === undefined) {
    const cards = loadedCards(deck.load());
    return (id) => cards.get(id);
  }
  const opened = new OutlinedCards(deck, base, translations);
  return (id) => opened.card(id);
}

/** What asks cards of indexed decks. */
export const cardReading = { openCards, openSession };
export type CardReading = typeof cardReading;

class OutlinedCards {
  private readonly deck: OutlinedDeck;
  private readonly base: OutlinedText;
  private readonly translations: readonly OutlinedText[];
  private readonly loaded: LoadedDeck;
  private readonly places: ReadonlyMap<string, number>;
  private readonly cards = new Map<string, LoadedCard>();
  private parsed: LoadedDeck | undefined;
  private parsedCards: ReadonlyMap<string, LoadedCard> | undefined;

  constructor(deck: OutlinedDeck, base: OutlinedFile, translations: readonly OutlinedFile[]) {
    this.deck = deck;
    const whole = () => this.whole();
    this.base = new OutlinedText(base, () => whole().base.deck);
    this.translations = translations.map(
      (file) =>
        new OutlinedText(file, () => (whole().translations.get(file.outline.head.lang) ?? whole().base).deck),
    );
    this.places = new Map(deck.ids.map((id, place) => [id, place]));
    this.loaded = {
      collection: deck.collection,
      id: deck.id,
      base: this.base.file,
      get translations() {
        return whole().translations;
      },
    };
  }

  card(id: string): LoadedCard | undefined {
    if (this.parsedCards !== undefined) return this.parsedCards.get(id);
    const known = this.cards.get(id);
    if (known !== undefined) return known;
    const place = this.places.get(id);
    const card = place === undefined ? undefined : this.base.cardAt(place);
    if (place === undefined || card?.id !== id) return this.wholeCards().get(id);
    const read = this.readCard(card, place);
    this.cards.set(id, read);
    return read;
  }

  private readCard(card: Card, place: number): LoadedCard {
    const languagesOf = () => this.languagesOf(card, place);
    let languages: LoadedCard['languages'] | undefined;
    return {
      deck: this.loaded,
      card,
      get languages() {
        languages ??= languagesOf();
        return languages;
      },
    };
  }

  private languagesOf(card: Card, place: number): LoadedCard['languages'] {
    const { base } = this;
    const languages = new Map([[base.lang, { card, file: base.file }]]);
    for (const translation of this.translations) {
      if (!translation.has(place)) continue;
      const translated = translation.cardAt(place);
      if (translated?.id !== card.id) return this.wholeCards().get(card.id)?.languages ?? languages;
      languages.set(translation.lang, { card: laidOver(card, translated), file: translation.file });
    }
    return languages;
  }

  private whole(): LoadedDeck {
    this.parsed ??= this.deck.load();
    return this.parsed;
  }

  private wholeCards(): ReadonlyMap<string, LoadedCard> {
    this.parsedCards ??= loadedCards(this.whole());
    return this.parsedCards;
  }
}

/** A file of which cards are parsed. What is asked of it beyond single cards comes from the parsed deck. */
class OutlinedText {
  readonly file: DeckFile;
  readonly lang: string;
  private readonly outlined: OutlinedFile;
  private read: ((line: number) => Card | undefined) | undefined;

  constructor(outlined: OutlinedFile, parsed: () => Deck) {
    this.outlined = outlined;
    const { path, absolutePath, outline } = outlined;
    this.lang = outline.head.lang;
    this.file = { path: raw(path), absolutePath, deck: lazyDeck(outline, parsed, () => this.allCards()) };
  }

  /** Whether the card with this place in the base deck is written here. */
  has(place: number): boolean {
    return (this.outlined.outline.lines[place] ?? 0) > 0;
  }

  /** `undefined` when the file is not what was indexed. */
  cardAt(place: number): Card | undefined {
    this.read ??= this.open();
    return this.read?.(this.outlined.outline.lines[place] ?? 0);
  }

  /** From the text that is at hand: the file may be gone while its card is answered. */
  private allCards(): readonly Card[] | undefined {
    const { lines } = this.outlined.outline;
    const cards = lines.flatMap((line, place) => (line > 0 ? [this.cardAt(place)] : []));
    return cards.every((card) => card !== undefined) ? cards : undefined;
  }

  private open(): ((line: number) => Card | undefined) | undefined {
    const { path, absolutePath, stamp, outline } = this.outlined;
    const file = readRegularFile(absolutePath, limits.file);
    if (file.kind !== 'read' || stamp === undefined || !isSameStamp(stamp, stampOf(path, file.stat)))
      return undefined;
    return cardsByLine(decodeText(file.content).text, outline);
  }
}

/** `kept`: its cards from the text at hand, for when the file has gone. */
function lazyDeck({ head }: Outline, parsed: () => Deck, kept: () => readonly Card[] | undefined): Deck {
  let cards: readonly Card[] | undefined;
  return {
    head,
    get frontMatter() {
      return parsed().frontMatter;
    },
    get blocks() {
      return parsed().blocks;
    },
    get cards() {
      cards ??= cardsOf(parsed, kept);
      return cards;
    },
  };
}

function cardsOf(parsed: () => Deck, kept: () => readonly Card[] | undefined): readonly Card[] {
  try {
    return parsed().cards;
  } catch (error) {
    const cards = error instanceof UserError ? kept() : undefined;
    if (cards === undefined) throw error;
    return cards;
  }
}
