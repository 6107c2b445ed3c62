import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { sentence } from '../core/text/sentence.ts';
import type { Raw } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { type Environment, type Repository, runGit } from './run-git.ts';

/** The files of a commit or of the work tree. Paths are below the top of the work tree, with `/`. */
export interface State {
  /** What names the content of each file. */
  readonly blobs: ReadonlyMap<string, string>;
  /** `undefined` for what is no file, or too large. */
  read(path: string): Promise<Raw | undefined>;
}

const largest = 2 * 1024 * 1024;

/** Opens a commit by any name that Git knows it by. */
export async function openCommit(repository: Repository, name: string, env: Environment): Promise<State> {
  const options = { env, repository };
  const found = await runGit(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`],
    options,
  );
  const commit = found.stdout.trim();
  if (found.status !== 0 || !/^[0-9a-f]{40,64}$/u.test(commit))
    throw new UserError(sentence`Git knows no commit ${name} in ${basename(repository.workTree)}.`);
  const listed = await runGit(['ls-tree', '-r', '-z', '--full-tree', commit], options);
  return {
    blobs: new Map(listed.stdout.split('\0').flatMap(blobOf)),
    read: async (path) => {
      const content = await runGit(['cat-file', 'blob', `${commit}:${path}`], {
        ...options,
        mostOutput: 2 * largest,
      });
      return content.status === 0 && content.stdout.length <= largest ? content.stdout : undefined;
    },
  };
}

const blobOf = (line: string): readonly (readonly [path: string, blob: string])[] => {
  const [, blob, path] = /^\d+ blob (\S+)\t([\s\S]+)$/u.exec(line) ?? [];
  return blob === undefined || path === undefined ? [] : [[path, blob]];
};

/**
 * The wanted files of the work tree that Git tracks or would track, read by `read`. Their contents are named as Git
 * names them, but by us: Git would run the filters that the folder asks for.
 */
export async function openWorkTree(
  repository: Repository,
  env: Environment,
  isWanted: (path: string) => boolean,
  read: (path: string) => Buffer | undefined,
): Promise<Pick<State, 'blobs'>> {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = await runGit(words, { env, repository });
  const paths = new Set(listed.stdout.split('\0').filter((path) => path !== '' && isWanted(path)));
  const format = await runGit(['rev-parse', '--show-object-format'], { env, repository });
  const algorithm = format.stdout.trim() === 'sha256' ? 'sha256' : 'sha1';
  return {
    blobs: new Map(
      [...paths].flatMap((path) => {
        const content = read(path);
        return content === undefined ? [] : [[path, blobNameOf(content, algorithm)] as const];
      }),
    ),
  };
}

const blobNameOf = (content: Buffer, algorithm: string): string =>
  createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex');

/** Paths whose contents differ, those that only one side has among them. */
export const differing = (a: Pick<State, 'blobs'>, b: Pick<State, 'blobs'>): readonly string[] =>
  [...new Set([...a.blobs.keys(), ...b.blobs.keys()])].filter(
    (path) => a.blobs.get(path) !== b.blobs.get(path),
  );
