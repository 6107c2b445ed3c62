import { describe, expect, test } from 'vitest';
import { homeWithHistory, type RatingCost, ratingCosts } from '../support/rating-trace.ts';
import { canTrace } from '../support/strace.ts';

const median = (costs: readonly RatingCost[], of: keyof RatingCost): number =>
  costs.map((cost) => cost[of]).sort((a, b) => a - b)[costs.length >> 1] ?? 0;

describe.skipIf(!canTrace)('P9: what a rating costs (needs strace)', () => {
  test('is the same after 1,000 and after 1,000,000 reviews in 5,000 files', () => {
    const deck = { decks: 100, cardsPerDeck: 100 };
    const [few, many] = [5, 5000].map((files) => {
      const [first, ...others] = ratingCosts(homeWithHistory({ ...deck, files, reviewsPerFile: 200 }), 20);
      return { first, others };
    });
    if (few === undefined || many === undefined) throw new Error('nothing was measured');
    expect(many.others.every(({ writes, syncs }) => writes === 1 && syncs === 1)).toBe(true);
    expect(many.first).toMatchObject({ writes: few.first?.writes, syncs: few.first?.syncs });
    expect(median(many.others, 'calls') / median(few.others, 'calls')).toBeLessThan(1.2);
  }, 3_600_000);
});
