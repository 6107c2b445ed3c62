import type { Raw } from '../text/shown.ts';
import type { Card } from './card.ts';
import type { Deck } from './deck.ts';
import type { Problem } from './problem.ts';

/** A deck file that was read. */
export interface DeckFile {
  /** Below the collection's root, with `/` between folders. */
  readonly path: Raw;
  /** For the editor and for messages. */
  readonly absolutePath: string;
  readonly deck: Deck;
}

/** A deck with its translations: one id, one history. */
export interface LoadedDeck {
  readonly collection: string;
  readonly id: string;
  readonly base: DeckFile;
  /** By language tag; without the base's own. */
  readonly translations: ReadonlyMap<string, DeckFile>;
}

/** A card in its deck, with the other languages it is written in. */
export interface LoadedCard {
  readonly deck: LoadedDeck;
  /** In the deck's base language; identity and key come from it. */
  readonly card: Card;
  /** By language tag, the base among them. */
  readonly languages: ReadonlyMap<string, { readonly card: Card; readonly file: DeckFile }>;
}

export interface Collection {
  /** Part of every memory's key: from `.kartei.yaml`, else the Git remote, else `local/` and the folder's name. */
  readonly name: string;
  /** The folder it was read from. */
  readonly root: string;
  readonly decks: readonly LoadedDeck[];
  /** Files with the key `exam`, not parsed yet. */
  readonly exams: readonly { readonly path: Raw; readonly absolutePath: string }[];
  readonly problems: readonly Problem[];
}
