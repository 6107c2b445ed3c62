import type { Raw } from '../text/shown.ts';
import type { Deck, DeckHead } from './deck.ts';

/** What has to be known of a deck file to parse one of its cards and nothing else. */
export interface Outline {
  readonly head: DeckHead;
  /** The line of the heading of each card of the base deck, in that deck's order; 0 where it is not written. 1-based. */
  readonly lines: readonly number[];
  /** The level-one headings, each with the line of the first card below it. */
  readonly groups: readonly (readonly [line: number, title: Raw])[];
}

/** The outline of a deck, or of its translation, whose base has cards with these ids. */
export function outlineOf({ head, blocks, cards }: Deck, ids: readonly string[]): Outline {
  const lines = new Map(cards.map(({ id, line }) => [id, line]));
  const groups: (readonly [number, Raw])[] = [];
  let title: Raw | undefined;
  for (const block of blocks) {
    if (block.kind === 'group') title = block.title;
    if (block.kind !== 'card' || title === undefined) continue;
    groups.push([block.card.line, title]);
    title = undefined;
  }
  return { head, lines: ids.map((id) => lines.get(id) ?? 0), groups };
}
