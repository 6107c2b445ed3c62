import { expect, test } from 'vitest';
import { changesOfStudy, spread, studyThroughFaults } from '../support/faulty-study-rounds.ts';

test('P3: whichever change to the disk fails or is the last, what was shown as saved is there', async () => {
  const changes = changesOfStudy();
  expect(changes).toBeGreaterThan(50);
  expect(await studyThroughFaults(spread(changes, changes))).toEqual([]);
}, 3_600_000);
