import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { journalsBelow } from './journal-files.ts';
import { type Environment, repositoryAt, runGit } from './run-git.ts';

/**
 * How many files of a progress folder are not in its last commit, or in it and not here. Files of a journal only grow,
 * so their sizes tell; `git status` would look into them, through filters that the folder names.
 */
export async function countUncommitted(env: Environment, folder: string): Promise<number> {
  const words = ['ls-tree', '-r', '-l', '-z', '--full-tree', 'HEAD'];
  const { status, stdout } = await runGit(words, { env, repository: repositoryAt(folder) });
  const committed = new Map(status === 0 ? stdout.split('\0').flatMap(fileOf) : []);
  const here = journalsBelow(folder);
  const names = new Set(here);
  const missing = [...committed.keys()].filter((path) => !names.has(path) && path.endsWith('.jsonl'));
  const changed = here.filter((path) => committed.get(path) !== lstatSync(join(folder, path)).size);
  return missing.length + changed.length;
}

function fileOf(line: string): readonly (readonly [path: string, size: number])[] {
  const [, size, path] = /^\d+ blob \S+ +(\d+)\t([\s\S]+)$/u.exec(line) ?? [];
  return path === undefined ? [] : [[path, Number(size)]];
}
