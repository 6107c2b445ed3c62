import type { Deck, DeckHead } from './deck.ts';

/** What has to be known of a deck file to parse one of its cards and nothing else. */
export interface Outline {
  readonly head: DeckHead;
  /** Lines of its front matter, with the fences. */
  readonly frontMatter: number;
  /** The line of the heading of each card of the base deck, in that deck's order; 0 where it is not written. 1-based. */
  readonly lines: readonly number[];
}

/** The outline of a deck, or of its translation, whose base has cards with these ids. */
export function outlineOf({ head, frontMatter, cards }: Deck, ids: readonly string[]): Outline {
  const lines = new Map(cards.map(({ id, line }) => [id, line]));
  return {
    head,
    frontMatter: frontMatter.split('\n').length + 2,
    lines: ids.map((id) => lines.get(id) ?? 0),
  };
}
