import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BareRepository } from './bare-repository.ts';
import { attackText } from './hostile-collection.ts';

/** What a tree of Git holds under a name; a name may be none of UTF-8. */
interface Entry {
  readonly mode?: '100644' | '120000' | '160000';
  readonly name: string | Buffer;
  readonly content: string;
}

/** Pushes a commit that no honest Git would make: its tree is written entry by entry, and nobody looks at it. */
export function pushTree(remote: BareRepository, entries: readonly Entry[], folder = ''): void {
  const git = (input: string | Buffer, ...words: string[]): string =>
    execFileSync('git', words, { cwd: remote.workTree, input, env: gitEnvironment }).toString().trim();
  const lines = entries.map(({ mode = '100644', name, content }) => {
    const kind = mode === '160000' ? 'commit' : 'blob';
    const hash = mode === '160000' ? '1'.repeat(40) : git(content, 'hash-object', '-w', '--stdin');
    return Buffer.concat([Buffer.from(`${mode} ${kind} ${hash}\t`), Buffer.from(name), Buffer.from('\0')]);
  });
  let tree = git(Buffer.concat(lines), 'mktree', '-z', '--missing');
  if (folder !== '') tree = git(`040000 tree ${tree}\t${folder}\0`, 'mktree', '-z');
  const commit = git('', 'commit-tree', '-m', attackText.replaceAll('\0', ''), tree);
  git('', 'push', '--quiet', '--force', 'origin', `${commit}:refs/heads/main`);
}

const gitEnvironment = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'stranger'],
      [`GIT_${who}_EMAIL`, 'stranger@example.org'],
    ]),
  ),
};

/** Files that all have the same content, as many and as deep as one likes. */
export function pushMany(remote: BareRepository, paths: readonly string[], content: string): void {
  const files = paths.map((path) => `M 100644 :1 ${path}\n`).join('');
  const bytes = Buffer.byteLength(content);
  const commit = 'commit refs/heads/main\ncommitter s <s@example.org> 0 +0000\ndata 0\n';
  execFileSync('git', ['fast-import', '--quiet', '--force'], {
    cwd: remote.workTree,
    input: `blob\nmark :1\ndata ${bytes}\n${content}\n${commit}${files}\n`,
    env: gitEnvironment,
  });
  execFileSync('git', ['push', '--quiet', '--force', 'origin', 'main'], {
    cwd: remote.workTree,
    env: gitEnvironment,
    stdio: 'ignore',
  });
}

/** Whatever Git would start, named in the configuration of a repository and in its hooks. */
export function plantPrograms(gitFolder: string, pwned: string): void {
  const program = join(gitFolder, 'program');
  writeFileSync(program, `#!/bin/sh\ntouch ${pwned}\n`);
  chmodSync(program, 0o755);
  const hooks = 'pre-receive update post-receive post-update pre-push post-checkout post-merge pre-commit';
  mkdirSync(join(gitFolder, 'hooks'), { recursive: true });
  for (const hook of hooks.split(' ')) symlinkSync(program, join(gitFolder, 'hooks', hook));
  for (const key of startedKeys) {
    execFileSync('git', ['config', '--file', join(gitFolder, 'config'), '--add', key, program]);
  }
}

const startedKeys = [
  'core.fsmonitor',
  'core.sshCommand',
  'core.alternateRefsCommand',
  'core.askPass',
  'core.editor',
  'core.pager',
  'credential.helper',
  'diff.external',
  'gpg.program',
  'uploadpack.packObjectsHook',
  'filter.evil.smudge',
  'filter.evil.clean',
  'merge.evil.driver',
  'gc.recentObjectsHook',
];
