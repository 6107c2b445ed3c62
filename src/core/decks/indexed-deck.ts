import type { Raw } from '../text/shown.ts';
import type { Collection, LoadedCard } from './collection.ts';

/** What scheduling has to know of a card without its text. */
export interface CardMark {
  readonly id: string;
  /** The parts that are asked apart (`partsOf`). */
  readonly parts: readonly string[];
  /** The first fact that it tests; cards with the same one are siblings. */
  readonly fact: string | undefined;
  /** Codes of the objectives that it serves, those of its deck among them; undefined where that is not known. */
  readonly objectives: readonly string[] | undefined;
  readonly retired: boolean;
  readonly examOnly: boolean;
  /** Tells a corrected key from the one that was learned (`keyDigest`); undefined for cards without a key. */
  readonly answer: string | undefined;
}

/** A deck as the index knows it; its text is read when it is asked for. */
export interface IndexedDeck {
  readonly collection: string;
  readonly id: string;
  readonly title: Raw;
  /** Of its translations, by language tag. */
  readonly titles: ReadonlyMap<string, Raw>;
  /** The files of the deck and of its translations. */
  readonly paths: readonly string[];
  /** Another one when anything in these files has changed. */
  readonly stamp: string;
  /** How many parts of its cards can be asked in study. */
  readonly askable: number;
  marks(): readonly CardMark[];
  /** A card's text by its id; `undefined` when the card is no longer there. */
  card(id: string): LoadedCard | undefined;
}

export interface IndexedCollection {
  readonly name: string;
  /** The folder it was read from. */
  readonly root: string;
  readonly decks: readonly IndexedDeck[];
  readonly exams: Collection['exams'];
  /** How many errors its files have, each of which costs something to study; `kartei lint` tells them. */
  readonly errorCount: number;
  /** Paths below the root of which something could not be loaded. */
  readonly errors: readonly string[];
}
