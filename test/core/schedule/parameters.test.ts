import { expect, test } from 'vitest';
import { applyParameters, defaultParameters } from '../../../src/core/schedule/parameters.ts';

test('an entry changes only what it names', () => {
  const changed = applyParameters(defaultParameters, { newPerDay: 5, retention: 0.85 });
  expect(changed).toEqual({ ...defaultParameters, newPerDay: 5, retention: 0.85 });
});

test('a value that no scheduler could work with is passed over', () => {
  const nonsense = {
    weights: [1, 2, 3],
    retention: 0,
    learningSteps: [-1],
    relearningSteps: [Number.NaN],
    newPerDay: -1,
    reviewsPerDay: 1.5,
    dayStart: 24,
  };
  expect(applyParameters(defaultParameters, nonsense)).toEqual(defaultParameters);
});
