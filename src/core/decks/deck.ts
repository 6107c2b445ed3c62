import type { Raw } from '../text/shown.ts';
import type { Card } from './card.ts';

export interface DeckHead {
  readonly title: Raw;
  /** `id` of the front matter, or derived from the file's path below its collection's root. */
  readonly id: string;
  /** BCP 47 tag. */
  readonly lang: string;
  readonly objectives: readonly Raw[];
  readonly tags: readonly Raw[];
  readonly sources: readonly Raw[];
  readonly description: Raw | undefined;
  readonly author: Raw | undefined;
  readonly license: Raw | undefined;
  /** `marked`: only headings with an attribute comment are cards. */
  readonly cards: 'all' | 'marked';
  /** Lint rules switched off in this file. */
  readonly lintOff: readonly string[];
  /** Option tables for grading commands, as the front matter gives them (core/grading/option-tables.ts reads them). */
  readonly commands: FrontMatterValue | undefined;
}

/** What front matter can hold: every scalar is a string. Mappings are `Map`s, so that no key is special. */
export type FrontMatterValue = string | readonly FrontMatterValue[] | ReadonlyMap<string, FrontMatterValue>;

/** One deck file. `format-deck` writes it; `parse-deck` reads it. */
export interface Deck {
  readonly head: DeckHead;
  /** The front matter between its fences, as written: comments in it are kept. */
  readonly frontMatter: Raw;
  /** Notes for readers: the introduction and the texts below level-one headings, with the cards in file order. */
  readonly blocks: readonly DeckBlock[];
  readonly cards: readonly Card[];
}

export type DeckBlock =
  | { readonly kind: 'note'; readonly text: Raw }
  | { readonly kind: 'group'; readonly title: Raw }
  | { readonly kind: 'card'; readonly card: Card };
