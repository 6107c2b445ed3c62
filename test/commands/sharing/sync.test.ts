import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFileSystem } from '../../../src/storage/file-system.ts';
import { readJournal } from '../../../src/storage/read-journal.ts';
import { bareRepository } from '../../support/bare-repository.ts';
import { learnAll } from '../../support/learned-home.ts';
import { deckOf } from '../../support/read-deck.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const at = 1_790_000_000_000;
const cards = (n: number): string =>
  Array.from({ length: n }, (_, i) => `## Question ${i}\n\nanswer ${i}\n\n`).join('');

/** A machine with a home of its own and the same decks as all others. */
function machine() {
  const home = temporaryFolder({ 'decks/.kartei.yaml': 'name: test\n', 'decks/a.md': deckOf(cards(3)) });
  const progress = join(home, '.local/share/kartei/progress');
  return {
    home,
    progress,
    /** Six events: three cards recorded and reviewed; later three. */
    learn: (t = at) => learnAll(home, join(home, 'decks'), t),
    sync: (...words: string[]) => runCommand(['sync', ...words], { cwd: home }),
    git: (...words: string[]) => execFileSync('git', ['-C', progress, ...words], { encoding: 'utf8' }),
    files: () =>
      readdirSync(join(progress, 'devices'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.jsonl'))
        .sort(),
    events: () => {
      const ids = new Set<string>();
      const { segments } = readJournal({ fileSystem: diskFileSystem, progress, now: at });
      for (const { entries } of segments) {
        for (const { id, kind } of entries) if (kind !== 'segment') ids.add(id);
      }
      return [...ids].sort();
    },
  };
}

async function twoMachines() {
  const remote = bareRepository();
  const [one, two] = [machine(), machine()];
  await one.learn();
  await two.learn();
  return { remote, one, two };
}

test('two machines that studied apart have everything of both, and the sum is said', async () => {
  const { remote, one, two } = await twoMachines();
  expect((await one.sync('--init', remote.path)).out).toBe('0 + 6 here + 0 there = 6 events\n');
  expect((await two.sync('--init', remote.path)).out).toBe('0 + 6 here + 6 there = 12 events\n');
  expect((await one.sync()).out).toBe('6 + 0 here + 6 there = 12 events\n');
  expect((await one.sync()).out).toBe('Nothing new here or there: 12 events on both sides.\n');
  expect(one.events()).toEqual(two.events());
  expect(one.files()).toEqual(two.files());
});

test.each([
  ['one first', ['one', 'two', 'one'] as const],
  ['two first', ['two', 'one', 'two'] as const],
])('after both were offline for a while it makes no difference who comes first: %s', async (_, order) => {
  const { remote, one, two } = await twoMachines();
  const machines = { one, two };
  await one.sync('--init', remote.path);
  await two.sync('--init', remote.path);
  await one.sync();
  for (const later of [1, 2, 3]) {
    await one.learn(at + later);
    await two.learn(at + later);
  }
  for (const name of order) expect((await machines[name].sync()).code).toBe(0);
  expect(one.events()).toEqual(two.events());
  expect(one.events()).toHaveLength(12 + 18);
});

test('machines that have nothing new make no commits', async () => {
  const { remote, one, two } = await twoMachines();
  await one.sync('--init', remote.path);
  await two.sync('--init', remote.path);
  await one.sync();
  const before = remote.git('ls-remote', 'origin');
  for (const who of [two, one, two]) await who.sync();
  expect(remote.git('ls-remote', 'origin')).toBe(before);
});

test('a plain git merge and pull of such repositories works too', async () => {
  const { remote, one, two } = await twoMachines();
  await one.sync('--init', remote.path);
  await two.sync('--init', remote.path);
  await two.learn(at + 1);
  await two.sync();
  one.git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'pull', '--quiet', 'origin', 'main');
  expect(one.events()).toEqual(two.events());
});

describe('nothing is lost', () => {
  test('when another machine deletes files, or the history is thrown away', async () => {
    const { remote, one, two } = await twoMachines();
    await one.sync('--init', remote.path);
    await two.sync('--init', remote.path);
    await one.sync();
    remote.git('fetch', '--quiet', 'origin');
    remote.git('checkout', '--quiet', '-B', 'main', 'origin/main');
    rmSync(join(remote.workTree, 'devices'), { recursive: true });
    remote.push({ 'README.md': 'empty' });
    expect((await one.sync()).code).toBe(0);
    expect(one.events()).toHaveLength(12);
    remote.git('checkout', '--quiet', '--orphan', 'fresh');
    remote.git('rm', '-rf', '--quiet', '.');
    remote.push({ 'README.md': 'fresh' }, '--force');
    expect((await two.sync()).out).toBe('0 + 12 here + 0 there = 12 events\n');
    expect((await one.sync()).code).toBe(0);
    expect(one.events()).toEqual(two.events());
  });

  test('when a journal file vanishes or is cut here', async () => {
    const { remote, one } = await twoMachines();
    await one.sync('--init', remote.path);
    const events = one.events();
    const [file = ''] = one.files();
    rmSync(join(one.progress, 'devices', file));
    expect((await one.sync()).code).toBe(0);
    expect(one.events()).toEqual(events);
    truncateSync(join(one.progress, 'devices', file), 300);
    expect((await one.sync()).code).toBe(0);
    expect(one.events()).toEqual(events);
  });

  test('when a home was copied and both wrote on in the same file', async () => {
    const { remote, one, two } = await twoMachines();
    await one.sync('--init', remote.path);
    rmSync(two.progress, { recursive: true });
    cpSync(one.progress, two.progress, { recursive: true });
    const [file = ''] = one.files();
    const [first, second] = [one, two].map(({ progress }) => join(progress, 'devices', file));
    const ahead = '{"torn here":\u00fc';
    appendFileSync(first ?? '', ahead);
    appendFileSync(second ?? '', Buffer.concat([Buffer.from('torn there '), Buffer.from([0xc3])]));
    for (const who of [one, two, one, two]) expect((await who.sync()).code).toBe(0);
    expect(one.files()).toEqual(two.files());
    expect(one.files()).toHaveLength(2);
    const contents = one.files().map((name) => readFileSync(join(one.progress, 'devices', name), 'latin1'));
    expect(contents.some((text) => text.endsWith('torn there \u00c3'))).toBe(true);
    expect(contents.some((text) => text.endsWith(Buffer.from(ahead).toString('latin1')))).toBe(true);
  });

  test('of conflict copies that a synchronizer made', async () => {
    const { remote, one, two } = await twoMachines();
    const [file = ''] = two.files();
    const copy = join(one.progress, file.replace('.jsonl', ' (conflicted copy ä).sync-conflict-1.jsonl'));
    mkdirSync(join(copy, '..'), { recursive: true });
    cpSync(join(two.progress, 'devices', file), copy);
    await one.sync('--init', remote.path);
    expect((await two.sync('--init', remote.path)).out).toBe('6 + 0 here + 6 there = 12 events\n');
  });

  test('when a run was ended between its steps', async () => {
    const { remote, one, two } = await twoMachines();
    await one.sync('--init', remote.path);
    await two.sync('--init', remote.path);
    await one.learn(at + 1);
    one.git('fetch', '--quiet', 'origin');
    one.git(
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@b',
      'merge',
      '--quiet',
      '-s',
      'ours',
      '--no-commit',
      'origin/main',
    );
    expect((await one.sync()).code).toBe(0);
    expect((await two.sync()).code).toBe(0);
    expect(one.events()).toEqual(two.events());
    expect(one.events()).toHaveLength(15);
  });
});

describe('two syncs of one progress at once', () => {
  const lockOf = ({ progress }: { readonly progress: string }): string =>
    join(progress, '.git/kartei-sync.pid');

  test('wait for each other', async () => {
    const { remote, one, two } = await twoMachines();
    await one.sync('--init', remote.path);
    await two.sync('--init', remote.path);
    await two.learn(at + 1);
    const outcomes = await Promise.all([two.sync(), two.sync()]);
    expect(outcomes.map(({ code, err }) => ({ code, err }))).toEqual(
      outcomes.map(() => ({ code: 0, err: '' })),
    );
    expect(outcomes.map(({ out }) => out).sort()).toEqual([
      '12 + 3 here + 0 there = 15 events\n',
      'Nothing new here or there: 15 events on both sides.\n',
    ]);
    expect(existsSync(lockOf(two))).toBe(false);
  });

  test('are told when the other one goes on and on, and nothing is touched', async () => {
    const { remote, one } = await twoMachines();
    await one.sync('--init', remote.path);
    writeFileSync(lockOf(one), `${process.pid}\n`);
    const { code, err } = await one.sync();
    expect(code).toBe(1);
    expect(err).toContain('Another sync of this progress is running.');
    expect(existsSync(lockOf(one))).toBe(true);
  });

  test('are not held up by one that was killed', async () => {
    const { remote, one } = await twoMachines();
    await one.sync('--init', remote.path);
    const { pid } = spawnSync('true');
    writeFileSync(lockOf(one), `${pid}\n`);
    const index = join(one.progress, '.git/index.lock');
    writeFileSync(index, '');
    utimesSync(index, 1, 1);
    expect(await one.sync()).toMatchObject({ code: 0, err: '' });
  });
});

test('a session that runs meanwhile goes on undisturbed', async () => {
  const { remote, one, two } = await twoMachines();
  await one.sync('--init', remote.path);
  const [file = ''] = one.files();
  const path = join(one.progress, 'devices', file);
  const writing = one.sync();
  appendFileSync(path, 'a line that is being written');
  await writing;
  await two.sync('--init', remote.path);
  expect((await one.sync()).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toContain('a line that is being written');
});

describe('refused, with a word on what to do', () => {
  test('no repository yet', async () => {
    const { code, err } = await machine().sync();
    expect(code).toBe(1);
    expect(err).toContain('kartei sync --init');
  });

  test('a repository that was made for something else', async () => {
    const one = machine();
    await one.learn();
    const events = one.events();
    for (const files of [{ 'src/main.c': 'x' }, { 'deck.md': deckOf('## a\n\nb\n') }]) {
      const { code, err } = await one.sync('--init', bareRepository(files).path);
      expect(code).toBe(1);
      expect(err).toContain('other things');
      rmSync(join(one.progress, '.git'), { recursive: true });
    }
    const linked = bareRepository();
    symlinkSync('/etc/passwd', join(linked.workTree, 'x.jsonl'));
    linked.push({});
    expect((await one.sync('--init', linked.path)).err).toContain('other things');
    expect(one.events()).toEqual(events);
    expect(existsSync(join(one.progress, 'x.jsonl'))).toBe(false);
  });

  test('another repository than before, and addresses that are none', async () => {
    const { remote, one } = await twoMachines();
    await one.sync('--init', remote.path);
    expect((await one.sync('--init', bareRepository().path)).err).toContain('another repository');
    for (const address of ['ext::sh -c touch% pwned', '--upload-pack=x', 'file:///tmp'])
      expect((await machine().sync(`--init=${address}`)).code).toBe(2);
  });

  test('a remote that is gone; everything stays', async () => {
    const { remote, one } = await twoMachines();
    await one.sync('--init', remote.path);
    rmSync(remote.path, { recursive: true });
    const { code, err } = await one.sync();
    expect(code).toBe(1);
    expect(err).toContain('everything is kept here');
    expect(one.events()).toHaveLength(6);
  });
});

test('a remote that others push to meanwhile is tried again', async () => {
  const { remote, one, two } = await twoMachines();
  await one.sync('--init', remote.path);
  await two.sync('--init', remote.path);
  await one.sync();
  await one.learn(at + 1);
  await two.learn(at + 1);
  const codes = await Promise.all([one.sync(), two.sync()]);
  expect(codes.map(({ code }) => code)).toEqual([0, 0]);
  await one.sync();
  await two.sync();
  expect(one.events()).toEqual(two.events());
  expect(one.events()).toHaveLength(18);
});

test('hostile settings in the folder start nothing', async () => {
  const { remote, one } = await twoMachines();
  await one.sync('--init', remote.path);
  const config = join(one.progress, '.git/config');
  const pwned = join(one.home, 'pwned');
  writeFileSync(
    config,
    `${readFileSync(config, 'utf8')}[core]\n\tfsmonitor = touch ${pwned}\n\thooksPath = ${one.home}\n[remote "origin"]\n\tuploadpack = touch ${pwned};git-upload-pack\n\treceivepack = touch ${pwned};git-receive-pack\n`,
  );
  await one.learn(at + 1);
  expect((await one.sync()).code).toBe(0);
  expect(existsSync(pwned)).toBe(false);
});
