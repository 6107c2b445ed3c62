import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalMean } from '../../../src/core/exam/normal-quadrature.ts';
import { assumedGuesses, passChance } from '../../../src/core/exam/pass-chance.ts';
import { chanceOfAtLeast, successChances } from '../../../src/core/exam/poisson-binomial.ts';

const paper = (recall: number, coverage = 1) =>
  assumedGuesses(60).map((guess) => ({ coverage, recall, guess }));

describe('the chance to pass with 39 of 60', () => {
  it.each([
    [0.5, 0.14],
    [0.6, 0.61],
    [0.65, 0.84],
    [0.7, 0.96],
    [0.8, 1],
  ])('at a recall of %d and full coverage is %d', (recall, chance) => {
    expect(Math.abs(passChance(paper(recall), 39, 0) - chance)).toBeLessThanOrEqual(0.01);
  });

  it.each([
    [0, 0.8],
    [0.4, 0.74],
    [0.8, 0.66],
  ])('at a recall of 0.8, a coverage of 0.8 and a shock of %d is %d', (shock, chance) => {
    expect(Math.abs(passChance(paper(0.8, 0.8), 39, shock) - chance)).toBeLessThanOrEqual(0.01);
  });

  it('is certain for who knows everything, and nobody else is certain of anything', () => {
    expect(passChance(paper(1), 39, 0.8)).toBeCloseTo(1, 9);
    expect(passChance(paper(0.8), 39, 0.8)).toBeLessThan(1);
  });
});

describe('the assumed items', () => {
  it('are 36 of one in five, 15 of two in five and 9 typed among 60', () => {
    const guesses = assumedGuesses(60);
    expect([0.2, 0.1, 0].map((guess) => guesses.filter((g) => g === guess).length)).toEqual([36, 15, 9]);
  });

  it('are spread, so that every run of ten holds each kind', () => {
    const guesses = assumedGuesses(60);
    for (let i = 0; i + 10 <= 60; i += 10) {
      expect(new Set(guesses.slice(i, i + 10)).size).toBe(3);
    }
  });
});

describe('the number of points', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

  /** Every way in which the trials may end, one by one. */
  function byBruteForce(all: readonly number[]): readonly number[] {
    const masses = Array.from({ length: all.length + 1 }, () => 0);
    for (let ends = 0; ends < 2 ** all.length; ends += 1) {
      let mass = 1;
      let count = 0;
      for (const [i, chance] of all.entries()) {
        const isRight = (ends >> i) % 2 === 1;
        mass *= isRight ? chance : 1 - chance;
        count += Number(isRight);
      }
      masses[count] = (masses[count] ?? 0) + mass;
    }
    return masses;
  }

  it('has the chances that trying every outcome gives', () => {
    fc.assert(
      fc.property(chances, (all) => {
        const expected = byBruteForce(all);
        successChances(all).forEach((mass, count) => {
          expect(mass).toBeCloseTo(expected[count] ?? -1, 12);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('reaches a cut between two points with the next one, and nothing with more than all', () => {
    expect(chanceOfAtLeast([0.5, 0.5], 1.5)).toBeCloseTo(0.25, 12);
    expect(chanceOfAtLeast([0.5, 0.5], 0)).toBe(1);
    expect(chanceOfAtLeast([1, 1], 3)).toBe(0);
  });
});

describe('the quadrature', () => {
  it.each([
    [0, 1],
    [2, 1],
    [4, 3],
    [6, 15],
    [8, 105],
    [12, 10_395],
  ])('has the moment %i of the normal distribution, %i', (power, moment) => {
    expect(normalMean((z) => z ** power) / moment).toBeCloseTo(1, 10);
    expect(normalMean((z) => z ** (power + 1))).toBeCloseTo(0, 9);
  });
});
