import { lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ignoreAttributes } from '../../src/git/clone-collection.ts';
import { repositoryAt } from '../../src/git/run-git.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a link in a repository leads what is written there into no file of the learner', () => {
  const folder = temporaryFolder({ profile: 'theirs\n' });
  mkdirSync(join(folder, '.git/info'), { recursive: true });
  const attributes = join(folder, '.git/info/attributes');
  symlinkSync(join(folder, 'profile'), attributes);
  ignoreAttributes(repositoryAt(folder));
  expect(readFileSync(join(folder, 'profile'), 'utf8')).toBe('theirs\n');
  expect(lstatSync(attributes).isFile()).toBe(true);
  expect(readFileSync(attributes, 'utf8')).toContain('-filter');
});
