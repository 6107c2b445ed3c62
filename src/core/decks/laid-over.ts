import type { Card } from './card.ts';

/**
 * A translated card with the attributes of its original; so do its checked examples come from there where the
 * translation has none, for code is the same.
 */
export const laidOver = (original: Card, card: Card): Card => ({
  ...card,
  attributes: original.attributes,
  transcripts: card.transcripts.length > 0 ? card.transcripts : original.transcripts,
});
