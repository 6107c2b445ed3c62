import { shuffledIndices } from '../text/shuffle.ts';
import type { Card } from './card.ts';

/** Options that speak of the other options make sense only below them. In small letters: to ignore case, V8 needs a millisecond. */
const speaksOfOthers =
  /^(?:(?:all|none|both|neither) of (?:the above|these)|(?:alle|keine|beide)s?r? (?:der (?:genannten|obigen)|davon|oben genannten|genannten).*)\W*$/u;

/**
 * The order in which a card's options or lines are shown: shown position → position in the deck file.
 * The lines of an order card are never shown in their right order. Empty for other kinds.
 */
export function shownOrder(card: Card, seed: string): readonly number[] {
  const { content } = card;
  if (content.kind === 'order') return disordered(content.lines.length, seed);
  if (content.kind !== 'choice') return [];
  const positions = content.options.map((_, i) => i);
  if (!card.attributes.shuffle) return positions;
  const isLast = (i: number) => speaksOfOthers.test(content.options[i]?.text.toLowerCase() ?? '');
  const mixed = shuffledIndices(positions.length, seed);
  return [...mixed.filter((i) => !isLast(i)), ...positions.filter(isLast)];
}

function disordered(count: number, seed: string): readonly number[] {
  const order = shuffledIndices(count, seed);
  const isSorted = order.every((position, i) => position === i);
  return isSorted ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
