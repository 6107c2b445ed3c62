import type { Item } from '../../src/core/schedule/standing.ts';
import { type Candidates, everywhere } from '../../src/core/schedule/study-queue.ts';

/** Candidates of a queue that are in one deck, of which anything may be known. */
export function oneStack<I extends Item>(items: readonly I[]): Candidates<I> {
  const askable = items.filter(({ retired, examOnly }) => !retired && !examOnly);
  return {
    begun: items,
    reach: everywhere,
    stacks: [{ key: 'deck', size: askable.length, items: () => askable }],
  };
}
