import { basename, join } from 'node:path';
import { sentence } from '../core/text/sentence.ts';
import type { Raw } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { type Environment, type Repository, runGit } from './run-git.ts';

/** The files of a commit. Paths are below the top of the work tree, with `/`. */
export interface Commit {
  readonly paths: readonly string[];
  /** `undefined` for what is no file, or too large. */
  read(path: string): Promise<Raw | undefined>;
}

const largest = 2 * 1024 * 1024;

export const repositoryAt = (top: string): Repository => ({ gitFolder: join(top, '.git'), workTree: top });

/** Opens a commit by any name that Git knows it by. */
export async function openCommit(repository: Repository, name: string, env: Environment): Promise<Commit> {
  const options = { env, repository };
  const found = await runGit(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`],
    options,
  );
  const commit = found.stdout.trim();
  if (found.status !== 0 || !/^[0-9a-f]{40,64}$/u.test(commit))
    throw new UserError(sentence`Git knows no commit ${name} in ${basename(repository.workTree)}.`);
  const listed = await runGit(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit], options);
  return {
    paths: namesIn(listed.stdout),
    read: async (path) => {
      const content = await runGit(['cat-file', 'blob', `${commit}:${path}`], {
        ...options,
        mostOutput: 2 * largest,
      });
      return content.status === 0 && content.stdout.length <= largest ? content.stdout : undefined;
    },
  };
}

/** Files of the work tree that Git tracks or would track. */
export async function listWorkTree(repository: Repository, env: Environment): Promise<readonly string[]> {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return namesIn((await runGit(words, { env, repository })).stdout);
}

/** Paths that differ between two commits, or between one and the work tree. */
export async function changedPaths(
  repository: Repository,
  [from, to]: readonly [string, string | undefined],
  env: Environment,
): Promise<readonly string[]> {
  const words = [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--end-of-options',
  ];
  const changed = await runGit([...words, from, ...(to === undefined ? [] : [to]), '--'], {
    env,
    repository,
  });
  if (changed.status !== 0) throw new UserError(changed.complaint);
  if (to !== undefined) return namesIn(changed.stdout);
  const others = await runGit(['ls-files', '-z', '--others', '--exclude-standard'], { env, repository });
  return [...namesIn(changed.stdout), ...namesIn(others.stdout)];
}

const namesIn = (text: string): readonly string[] => [
  ...new Set(text.split('\0').filter((name) => name !== '')),
];
