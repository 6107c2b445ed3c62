import { describe, test } from 'vitest';
import {
  expectNothingLost,
  studyLinesUntilKilled,
  studyScreenUntilKilled,
} from '../support/killed-session.ts';

const seed = Number(process.env.KARTEI_SEED ?? 20261121);

describe('P1: what was shown as saved is there after the program was killed', () => {
  test.each([
    ['on lines', studyLinesUntilKilled, 40, 12, 1],
    ['on the screen', studyScreenUntilKilled, 10, 10, 1],
    ['in four sessions at once', studyLinesUntilKilled, 4, 20, 4],
  ] as const)(
    '%s',
    (_where, studyUntilKilled, rounds, ratings, writers) =>
      expectNothingLost(seed, { rounds, studyUntilKilled, ratings, writers }),
    180_000,
  );
});
