import type { Raw } from '../text/shown.ts';
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
