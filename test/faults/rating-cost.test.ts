import { describe, expect, test } from 'vitest';
import { homeWithHistory, type RatingCost, ratingCosts } from '../support/rating-trace.ts';
import { canTrace } from '../support/strace.ts';

const median = (costs: readonly RatingCost[], of: keyof RatingCost): number =>
  costs.map((cost) => cost[of]).sort((a, b) => a - b)[costs.length >> 1] ?? 0;

describe.skipIf(!canTrace)('P9: what a rating costs (needs strace)', () => {
  test('is the same after 1,000 and after 1,000,000 reviews in 5,000 files', { timeout: 3_600_000 }, async ({
    annotate,
  }) => {
    const deck = { decks: 100, cardsPerDeck: 100 };
    const [few, many] = [5, 5000].map((files) => {
      const [first, ...others] = ratingCosts(homeWithHistory({ ...deck, files, reviewsPerFile: 200 }), 20);
      return { first, others };
    });
    if (few === undefined || many === undefined) throw new Error('nothing was measured');
    const [less, more] = [median(few.others, 'calls'), median(many.others, 'calls')];
    await annotate(`a rating's calls in the median: ${less} and ${more}`);
    expect(many.others.every(({ writes, syncs }) => writes === 1 && syncs === 1)).toBe(true);
    expect(many.first).toMatchObject({ writes: few.first?.writes, syncs: few.first?.syncs });
    expect(more / less).toBeLessThan(1.2);
  });
});
