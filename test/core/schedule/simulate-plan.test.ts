import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../../src/core/schedule/simulate-plan.ts';
import { simulationSetup, specifiedFigures } from '../../support/study-simulation.ts';

describe('studying 300 cards towards a date in 60 days', () => {
  const outcomes = comparePolicies(simulationSetup);

  it.each(specifiedFigures)('by the policy %s has a %s of %d, within 3 %', (policy, figure, expected) => {
    expect(Math.abs(outcomes[policy][figure] / expected - 1)).toBeLessThanOrEqual(0.03);
  });

  it('tells the load day by day', () => {
    const { load, reviews } = outcomes['final-pass'];
    expect(load).toHaveLength(60);
    expect(load.reduce((sum, count) => sum + count, 0)).toBeCloseTo(reviews, 6);
  });

  it('comes out the same for the same seeds', () => {
    expect(comparePolicies(simulationSetup)).toEqual(outcomes);
  });
});

describe('a simulation', () => {
  it('brings nothing new in the last three days of the final pass', () => {
    const late = { ...simulationSetup, days: 5, memories: simulationSetup.memories.slice(0, 50) };
    const { load } = comparePolicies({ ...late, firstMiss: 0 })['final-pass'];
    expect(load[0]).toBe(8);
    const untaught = { ...late, memories: late.memories.slice(0, 16), firstMiss: 0 };
    expect(load.reduce((sum, count) => sum + count, 0)).toBeCloseTo(
      comparePolicies(untaught)['final-pass'].reviews,
      9,
    );
  });

  it('of no cards and of no days is no work', () => {
    expect(comparePolicies({ ...simulationSetup, memories: [] }).dense).toMatchObject({
      recall: 0,
      reviews: 0,
    });
    expect(comparePolicies({ ...simulationSetup, days: 0 }).capped).toMatchObject({ reviews: 0, busiest: 0 });
  });
});
