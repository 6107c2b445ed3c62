import { describe, expect, test } from 'vitest';
import {
  damageIn,
  killRounds,
  manyCards,
  studyLinesUntilKilled,
  studyScreenUntilKilled,
} from '../support/killed-session.ts';
import { seeded } from '../support/seeded.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const seed = Number(process.env.KARTEI_SEED ?? 20261121);

describe('P1: what was shown as saved is there after the program was killed', () => {
  test.each([
    ['on lines', studyLinesUntilKilled, 40, 12, 1],
    ['on the screen', studyScreenUntilKilled, 10, 10, 1],
    ['in four sessions at once', studyLinesUntilKilled, 4, 20, 4],
  ] as const)(
    '%s',
    async (_where, studyUntilKilled, rounds, ratings, writers) => {
      const home = temporaryFolder({ 'decks/many.md': manyCards });
      const tally = await killRounds(home, seeded(seed), { rounds, studyUntilKilled, ratings, writers });
      expect(tally.lost).toEqual([]);
      expect(tally.acknowledged).toBeGreaterThan(rounds);
      expect(damageIn(home)).toEqual([]);
    },
    180_000,
  );
});
