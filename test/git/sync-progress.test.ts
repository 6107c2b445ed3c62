import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { ProgressRepository } from '../../src/git/progress-repository.ts';
import { syncProgress } from '../../src/git/sync-progress.ts';
import { type BareRepository, bareRepository } from '../support/bare-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** In place of ssh: runs on this machine what would be run on the other. Hooks are the affair of that one. */
const ssh = '#!/bin/sh\nfor word; do :; done\nexec sh -c "$word"\n';

/** Progress that was never sent, and a remote for it. */
async function unsent() {
  const remote = bareRepository();
  const home = temporaryFolder({ 'progress/devices/a/2026/x.jsonl': '{"id":"a-1"}\n', ssh });
  chmodSync(join(home, 'ssh'), 0o755);
  const environment = { PATH: process.env.PATH, HOME: home, GIT_SSH_COMMAND: join(home, 'ssh') };
  const repository = new ProgressRepository(join(home, 'progress'), environment, (path) =>
    mkdirSync(path, { recursive: true }),
  );
  await repository.init({ kind: 'remote', url: `ssh://host.invalid${remote.path}` });
  const waits: number[] = [];
  const sync = (onMerged = () => {}) =>
    syncProgress(repository, {
      onFetched: async () => {},
      onMerged,
      wait: async (time) => void waits.push(time),
    });
  return { home, remote, waits, sync };
}

/** What the remote runs when it is pushed to. */
function setHook({ path }: BareRepository, name: string, script: string): void {
  mkdirSync(join(path, 'hooks'), { recursive: true });
  writeFileSync(join(path, 'hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

const holdsProgress = ({ git }: BareRepository): boolean =>
  /refs\/heads\/main/u.test(git('ls-remote', 'origin'));

async function refusalOf(promise: Promise<void>): Promise<string> {
  const error = await promise.catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw error;
  return `${error.message}\n${error.hint}`;
}

test('a remote that refuses for good is asked a few times with growing pauses, then its own words are told', async () => {
  const { remote, waits, sync } = await unsent();
  setHook(remote, 'pre-receive', 'echo "only on weekdays"; exit 1');
  const said = await refusalOf(sync());
  expect(said).toContain('everything is kept here');
  expect(said).toContain('only on weekdays');
  expect(waits.length).toBeGreaterThanOrEqual(3);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
});

test('a lock that nobody takes off the remote is named', async () => {
  const { remote, sync } = await unsent();
  writeFileSync(join(remote.path, 'refs/heads/main.lock'), '');
  expect(await refusalOf(sync())).toContain('main.lock');
});

test('a remote that refuses twice for whatever reason has the progress in the end', async () => {
  const { home, remote, waits, sync } = await unsent();
  const count = join(home, 'count');
  setHook(remote, 'pre-receive', `echo x >>'${count}'; [ "$(wc -l <'${count}')" -gt 2 ]`);
  await sync();
  expect(waits).toHaveLength(2);
  expect(holdsProgress(remote)).toBe(true);
});

test('progress that arrived although the connection broke is not sent twice', async () => {
  const { home, remote, waits, sync } = await unsent();
  setHook(
    remote,
    'reference-transaction',
    `[ "$1" != committed ] || { echo x >>'${home}/cut'; kill -9 $PPID; }`,
  );
  let merges = 0;
  await sync(() => {
    merges++;
  });
  expect(holdsProgress(remote)).toBe(true);
  expect([merges, waits.length]).toEqual([1, 0]);
});

test('others that are faster eight times in a row are waited out', async () => {
  const { remote, waits, sync } = await unsent();
  let others = 0;
  await sync(() => {
    if (others === 8) return;
    remote.git('fetch', '--quiet', 'origin');
    if (others > 0) remote.git('reset', '--quiet', '--hard', 'origin/main');
    remote.push({ [`devices/b/2026/${others}.jsonl`]: `{"id":"b-${others}"}\n` });
    others++;
  });
  expect(waits).toEqual([]);
  remote.git('fetch', '--quiet', 'origin');
  const files = remote.git('ls-tree', '-r', '--name-only', 'origin/main');
  expect(files.match(/\.jsonl/gu)).toHaveLength(9);
});
