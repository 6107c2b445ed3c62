import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findGit, runGit } from '../../src/git/run-git.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const env = { PATH: process.env.PATH, HOME: '/nonexistent' };

const script = (text: string): Uint8Array => new TextEncoder().encode(`#!/bin/sh\n${text}\n`);

test('only absolute folders of the PATH are searched', () => {
  expect(findGit({ PATH: '.:bin' })).toBeUndefined();
  expect(findGit(env)).toMatch(/^\/.*git$/u);
});

test('Git that is not there is told with what to install', async () => {
  await expect(runGit(['version'], { env: { PATH: '/nonexistent' }, folder: '/' })).rejects.toThrow(
    'not installed',
  );
});

test('a failure is an outcome with a clean complaint', async () => {
  const folder = temporaryFolder();
  const outcome = await runGit(['clone', '--', join(folder, '\u001b[31mgone'), 'x'], {
    env,
    folder,
    transport: 'local',
  });
  expect(outcome.status).not.toBe(0);
  expect(outcome.complaint).toContain('gone');
  expect(outcome.complaint).not.toContain('\u001b');
});

test("a complaint says what is wrong, and leaves out Git's advice on Git", async () => {
  const says =
    'echo "error: the reason" >&2; for i in 1 2 3 4 5 6 7 8 9; do echo "hint: git pull $i" >&2; done; exit 1';
  const folder = temporaryFolder({ 'bin/git': script(says) });
  chmodSync(join(folder, 'bin/git'), 0o755);
  const { complaint } = await runGit(['push'], { env: { PATH: join(folder, 'bin') }, folder });
  expect(complaint).toBe('error: the reason');
});

test.each(['ext::sh -c "touch pwned"', 'file:///tmp', 'git://127.0.0.1/x', 'http://127.0.0.1/x'])(
  'the transport of %s is refused',
  async (url) => {
    const folder = temporaryFolder();
    const { status, complaint } = await runGit(['clone', '--', url, 'x'], {
      env,
      folder,
      transport: 'remote',
    });
    expect(status).not.toBe(0);
    expect(complaint).toMatch(/not allowed/u);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  },
);

test('hooks and monitors that a repository names are not started', async () => {
  const folder = temporaryFolder({ 'monitor.sh': script('touch monitor-ran'), 'a.md': 'a' });
  const repository = { gitFolder: join(folder, '.git'), workTree: folder };
  expect((await runGit(['init', '--quiet', '--', folder], { env, folder })).status).toBe(0);
  writeFileSync(
    join(folder, '.git/config'),
    `${readFileSync(join(folder, '.git/config'), 'utf8')}\tfsmonitor = sh monitor.sh\n\thooksPath = .\n`,
  );
  writeFileSync(join(folder, 'pre-commit'), script('touch hook-ran'), { mode: 0o755 });
  await runGit(['add', '--', 'a.md'], { env, repository });
  await runGit(['status', '--porcelain'], { env, repository });
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  expect((await runGit([...identity, 'commit', '--message=a'], { env, repository })).status).toBe(0);
  expect(existsSync(join(folder, 'monitor-ran'))).toBe(false);
  expect(existsSync(join(folder, 'hook-ran'))).toBe(false);
});

test('variables that point Git elsewhere are not handed on', async () => {
  const folder = temporaryFolder();
  const hostile = { ...env, GIT_DIR: '/nonexistent', GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'a.b' };
  expect((await runGit(['init', '--quiet', '--', folder], { env: hostile, folder })).status).toBe(0);
  expect(existsSync(join(folder, '.git'))).toBe(true);
});

test('a Git that hangs is ended with all that it started', async () => {
  const folder = temporaryFolder({ 'bin/git': script('sleep 600 & wait') });
  chmodSync(join(folder, 'bin/git'), 0o755);
  const hanging = runGit(['fetch'], {
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
    folder,
    timeout: 50,
  });
  await expect(hanging).rejects.toThrow('took too long');
});

test('endless output is not kept', async () => {
  const folder = temporaryFolder({ 'bin/git': script('yes') });
  chmodSync(join(folder, 'bin/git'), 0o755);
  const flood = runGit(['log'], {
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
    folder,
    mostOutput: 10_000,
  });
  await expect(flood).rejects.toThrow('more than is sound');
});
