import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScheduler } from '../../../src/core/schedule/fsrs.ts';
import { type Memory, type Rating, ratings } from '../../../src/core/schedule/memory.ts';
import { defaultParameters } from '../../../src/core/schedule/parameters.ts';
import { day, minute } from '../../../src/core/schedule/time.ts';

const scheduler = createScheduler(defaultParameters);
const start = Date.parse('2022-11-29T12:30:00Z');

describe('FSRS', () => {
  test('a card rated when it is due gets the intervals of the reference', () => {
    const given: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let memory: Memory | undefined;
    const intervals = given.map((rating) => {
      memory = scheduler.review(memory, rating, memory?.due ?? start);
      return Math.floor((memory.due - memory.lastReview) / day);
    });
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  test('a new card rated good comes back after ten minutes, again after one', () => {
    const { 1: again, 3: good } = scheduler.outcomes(undefined, start);
    expect(good.due - start).toBe(10 * minute);
    expect(again.due - start).toBe(minute);
    expect(good.state).toBe('learning');
  });

  test('the four outcomes are what the four ratings give', () => {
    const memory = scheduler.review(undefined, 4, start);
    const outcomes = scheduler.outcomes(memory, memory.due);
    for (const rating of ratings) {
      expect(outcomes[rating]).toEqual(scheduler.review(memory, rating, memory.due));
    }
  });

  test('a clock that went back over midnight counts as no time at all', () => {
    const memory = scheduler.review(undefined, 4, start);
    expect(scheduler.review(memory, 3, start - 3 * day)).toEqual(scheduler.review(memory, 3, start));
  });

  test('the hour of the day makes no difference to a schedule', () => {
    const instant = fc.integer({ min: 0, max: 400 * day });
    fc.assert(
      fc.property(instant, fc.array(fc.tuple(fc.constantFrom(...ratings), instant)), (shift, steps) => {
        const run = (from: number) => {
          let now = from;
          let memory: Memory | undefined;
          for (const [rating, wait] of steps) {
            memory = scheduler.review(memory, rating, now);
            now += wait;
          }
          return memory && { ...memory, due: memory.due - from, lastReview: memory.lastReview - from };
        };
        expect(run(start + shift)).toEqual(run(start));
      }),
    );
  });

  test('recall is certain at once, nine in ten after the stability, and never grows', () => {
    const memory = scheduler.review(undefined, 4, start);
    expect(scheduler.retrievability(memory, start)).toBe(1);
    expect(scheduler.retrievability(memory, start + memory.stability * day)).toBeCloseTo(0.9, 4);
    expect(scheduler.retrievability(memory, start + 100 * day)).toBeLessThan(0.9);
    expect(scheduler.retrievability(undefined, start)).toBe(0);
  });

  test('hard on the second learning step repeats that step', () => {
    const memory = scheduler.review(undefined, 3, start);
    const hard = scheduler.review(memory, 2, memory.due);
    expect(hard.due - memory.due).toBe(10 * minute);
    expect(scheduler.review(hard, 3, hard.due).state).toBe('review');
  });

  test('the interval of a review is where recall falls to the retention, to the day', () => {
    let memory = scheduler.review(undefined, 4, start);
    for (const rating of [3, 2, 4, 3] as const) {
      memory = scheduler.review(memory, rating, memory.due);
      const days = (memory.due - memory.lastReview) / day;
      expect(days).toBe(Math.max(1, Math.round(memory.stability)));
    }
  });

  test('a higher retention gives shorter intervals', () => {
    const strict = createScheduler({ ...defaultParameters, retention: 0.97 });
    const memory = scheduler.review(undefined, 4, start);
    expect(strict.review(memory, 3, memory.due).due).toBeLessThan(
      scheduler.review(memory, 3, memory.due).due,
    );
  });
});
