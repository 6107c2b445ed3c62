import { describe, expect, it } from 'vitest';
import { defaultParameters } from '../../../src/core/schedule/parameters.ts';
import { comparePolicies, type SimulationSetup } from '../../../src/core/schedule/simulate-plan.ts';

/** 300 new cards, 8 a day, 60 days; 38 % of the first answers are wrong. */
const setup: SimulationSetup = {
  memories: Array.from({ length: 300 }, () => undefined),
  now: 0,
  days: 60,
  parameters: { ...defaultParameters, retention: 0.85, newPerDay: 8 },
  denseRetention: 0.95,
  firstMiss: 0.38,
  passDays: 7,
  seeds: Array.from({ length: 64 }, (_, i) => i + 1),
};

describe('studying 300 cards towards a date in 60 days', () => {
  const outcomes = comparePolicies(setup);

  it.each([
    ['final-pass', 'recall', 0.977],
    ['final-pass', 'reviews', 1672],
    ['final-pass', 'busiest', 62],
    ['dense', 'recall', 0.973],
    ['dense', 'reviews', 2479],
    ['capped', 'recall', 0.993],
    ['capped', 'lastDay', 318],
  ] as const)('by the policy %s has a %s of %d, within 3 %', (policy, figure, expected) => {
    expect(Math.abs(outcomes[policy][figure] / expected - 1)).toBeLessThanOrEqual(0.03);
  });

  it('tells the load day by day', () => {
    const { load, reviews } = outcomes['final-pass'];
    expect(load).toHaveLength(60);
    expect(load.reduce((sum, count) => sum + count, 0)).toBeCloseTo(reviews, 6);
  });

  it('comes out the same for the same seeds', () => {
    expect(comparePolicies(setup)).toEqual(outcomes);
  });
});

describe('a simulation', () => {
  it('brings nothing new in the last three days of the final pass', () => {
    const late = { ...setup, days: 5, memories: setup.memories.slice(0, 50) };
    const { load } = comparePolicies({ ...late, firstMiss: 0 })['final-pass'];
    expect(load[0]).toBe(8);
    const untaught = { ...late, memories: late.memories.slice(0, 16), firstMiss: 0 };
    expect(load.reduce((sum, count) => sum + count, 0)).toBeCloseTo(
      comparePolicies(untaught)['final-pass'].reviews,
      9,
    );
  });

  it('of no cards and of no days is no work', () => {
    expect(comparePolicies({ ...setup, memories: [] }).dense).toMatchObject({ recall: 0, reviews: 0 });
    expect(comparePolicies({ ...setup, days: 0 }).capped).toMatchObject({ reviews: 0, busiest: 0 });
  });
});
