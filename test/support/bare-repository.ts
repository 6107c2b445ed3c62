import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A bare repository, and a work tree beside it from which a test pushes. */
export interface BareRepository {
  readonly path: string;
  readonly workTree: string;
  git(...words: string[]): string;
  /** Writes these files (`undefined` deletes), commits and pushes them. */
  push(files: Readonly<Record<string, string | undefined>>, ...flags: string[]): void;
}

const env = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'author',
  GIT_AUTHOR_EMAIL: 'author@example.org',
  GIT_COMMITTER_NAME: 'author',
  GIT_COMMITTER_EMAIL: 'author@example.org',
};

export function bareRepository(files: Readonly<Record<string, string>> = {}): BareRepository {
  const folder = temporaryFolder();
  const [path, workTree] = [join(folder, 'remote.git'), join(folder, 'work')];
  mkdirSync(workTree);
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd: workTree, env, encoding: 'utf8', stdio: 'pipe' });
  git('init', '--quiet', '--bare', '--initial-branch=main', path);
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', path);
  const push: BareRepository['push'] = (changes, ...flags) => {
    for (const [name, content] of Object.entries(changes)) {
      const file = join(workTree, name);
      mkdirSync(dirname(file), { recursive: true });
      if (content === undefined) rmSync(file);
      else writeFileSync(file, content);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message=change');
    git('push', '--quiet', ...flags, 'origin', 'HEAD:main');
  };
  if (Object.keys(files).length > 0) push(files);
  return { path, workTree, git, push };
}
