import { describe, test } from 'vitest';
import {
  expectNothingLost,
  studyLinesUntilKilled,
  studyScreenUntilKilled,
} from '../support/killed-session.ts';

/** Another one each time, so that each long run tries other moments; named in the title for the next run. */
const seed = Number(process.env.KARTEI_SEED ?? Date.now() % 1e9);

describe(`P1, the long run (KARTEI_SEED=${seed})`, () => {
  test.each([
    ['on lines', studyLinesUntilKilled, 350, 20, 1],
    ['on the screen', studyScreenUntilKilled, 150, 12, 1],
    ['four sessions at once (P4)', studyLinesUntilKilled, 50, 20, 4],
  ] as const)(
    'kills %s',
    (_where, studyUntilKilled, rounds, ratings, writers) =>
      expectNothingLost(seed, { rounds, studyUntilKilled, ratings, writers }),
    3_600_000,
  );
});
