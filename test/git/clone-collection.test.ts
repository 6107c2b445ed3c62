import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cloneCollection } from '../../src/git/clone-collection.ts';
import { bareRepository } from '../support/bare-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const env = { PATH: process.env.PATH, HOME: '/nonexistent' };

test('a repository that is too large is not written out', async () => {
  const { path } = bareRepository({ 'a.md': 'a'.repeat(3000), 'b.md': 'b' });
  const parent = temporaryFolder();
  const target = join(parent, 'x');
  const cloning = cloneCollection({
    env,
    place: { kind: 'local', path },
    branch: undefined,
    target,
    parent,
    mostBytes: 2000,
  });
  await expect(cloning).rejects.toThrow('too much for decks');
  expect(readdirSync(target)).toEqual(['.git']);
});
