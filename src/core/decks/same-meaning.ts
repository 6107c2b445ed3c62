import type { Deck, DeckBlock } from './deck.ts';

/** Whether two decks say the same, wherever their cards stand in their files. */
export function sameMeaning(a: Deck, b: Deck): boolean {
  return a.blocks.length === b.blocks.length && meaningOf(a) === meaningOf(b);
}

/** The head is read from the front matter, and the cards are those of the blocks. */
const meaningOf = ({ frontMatter, blocks }: Deck): string =>
  JSON.stringify({ frontMatter, blocks: blocks.map(unplaced) });

const unplaced = (block: DeckBlock): DeckBlock =>
  block.kind === 'card' ? { kind: 'card', card: { ...block.card, line: 0 } } : block;
