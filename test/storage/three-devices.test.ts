import { test } from 'vitest';
import { memory, temporaryFolder } from '../support/temporary-folder.ts';
import { playStories } from '../support/three-devices.ts';

test('P5: three devices that studied apart lose and double nothing, and agree once they have met', async () => {
  await playStories(temporaryFolder({}, memory), 50);
}, 900_000);
