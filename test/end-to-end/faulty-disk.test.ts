import { expect, test } from 'vitest';
import { changesOfStudy, spread, studyThroughFaults } from '../support/faulty-study-rounds.ts';

test('a change to the disk that fails or is the last costs nothing that was shown as saved', async () => {
  const changes = changesOfStudy();
  expect(changes).toBeGreaterThan(50);
  expect(await studyThroughFaults(spread(changes, 8))).toEqual([]);
}, 180_000);
