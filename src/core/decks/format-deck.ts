import type { Attributes, Card } from './card.ts';
import type { Deck, DeckBlock } from './deck.ts';
import { formatAttributes } from './format-attributes.ts';
import { formatHeading } from './heading.ts';

/** The inverse of `parseDeck`, for a deck whose file has no errors. */
export function formatDeck({ frontMatter, blocks }: Pick<Deck, 'frontMatter' | 'blocks'>): string {
  const matter = `---\n${frontMatter}\n---`;
  return `${[matter, ...blocks.map(formatBlock)].join('\n\n')}\n`;
}

function formatBlock(block: DeckBlock): string {
  switch (block.kind) {
    case 'note':
      return block.text;
    case 'group':
      return formatHeading(1, block.title).trimEnd();
    case 'card':
      return formatCard(block.card);
  }
}

/** A card as it stands in a deck, without a line end. */
function formatCard({
  prompt,
  attributes,
  body,
}: Pick<Card, 'prompt' | 'body'> & { readonly attributes: Attributes }): string {
  return [formatHeading(2, prompt), formatAttributes(attributes), body]
    .filter((text) => text !== '')
    .join('\n\n');
}
