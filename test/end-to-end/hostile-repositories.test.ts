import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bareRepository } from '../support/bare-repository.ts';
import { attackText, forbiddenIn } from '../support/hostile-collection.ts';
import {
  type Attack,
  deck,
  deckAttacks,
  progressAttacks,
  record,
  repositoryWith,
} from '../support/hostile-repositories.ts';
import { isolatedEnvironment, program, startKartei } from '../support/pty.ts';
import { plantPrograms } from '../support/strange-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;

/** What can be rebuilt, for all: each start of a home without a cache compiles the program and reads the decks anew. */
const shared = { XDG_CACHE_HOME: mkdtempSync(join(tmpdir(), 'kartei-cache-')) };
afterAll(() => rmSync(shared.XDG_CACHE_HOME, { recursive: true, force: true }));

/** A learner whose own Git has filters and drivers, as that of many has. */
function learner(): string {
  const home = temporaryFolder();
  const started = ['filter "evil"', 'diff "evil"', 'merge "evil"'].map(
    (section) =>
      `[${section}]\n\tsmudge = touch pwned\n\tclean = touch pwned\n\tcommand = touch pwned\n\tdriver = touch pwned\n`,
  );
  writeFileSync(join(home, '.gitconfig'), started.join(''));
  return home;
}

interface Said {
  readonly status: number | undefined;
  readonly text: string;
}

type Environment = Readonly<Record<string, string>>;

function inPipe(home: string, env: Environment, ...words: readonly string[]): Promise<Said> {
  const child = spawn(node, [program, ...words], {
    cwd: home,
    env: { ...isolatedEnvironment(home), ...shared, ...env },
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
  child.stdin.end();
  return new Promise((resolve) => {
    child.on('close', (code) =>
      resolve({ status: code ?? undefined, text: Buffer.concat(pieces).toString() }),
    );
  });
}

async function inTerminal(home: string, env: Environment, ...words: readonly string[]): Promise<Said> {
  const session = await startKartei({ home, args: words, env: { ...shared, ...env } });
  const { code, signal } = await session.exit;
  const text = session.raw().replaceAll('\r\n', '\n');
  await session.close();
  return { status: signal === undefined ? code : undefined, text };
}

/** What is wrong with what a run said, if anything. */
const complaints = (what: string, { status, text }: Said, statuses: readonly number[]): string[] => [
  ...(status !== undefined && statuses.includes(status) ? [] : [`${what} ended with ${status}: ${text}`]),
  ...(/\n\s+at |node:internal/u.test(text) ? [`${what} failed by itself: ${text}`] : []),
  ...[forbiddenIn(text)].flatMap((bad) => (bad === undefined ? [] : [`${what} printed ${bad}`])),
];

const ownFolders = ['.cache', '.config', '.gitconfig', '.local'];

/** What was started or written that should not have been. */
const traces = (home: string, pwned: string): readonly string[] => [
  ...(existsSync(pwned) ? ['a command of the repository was started'] : []),
  ...readdirSync(home).filter((name) => !ownFolders.includes(name)),
];

describe('a repository of decks from a stranger', () => {
  test.each(Object.entries(deckAttacks))('with %s harms nobody', async (_, attack: Attack) => {
    const pwned = join(temporaryFolder(), 'pwned');
    const remote = repositoryWith(attack, pwned);
    const [fresh, old] = [learner(), learner()];
    const expected = attack.refusal === undefined ? [0] : [1];
    const addIt = async (): Promise<string[]> => {
      const added = await inPipe(fresh, {}, 'add', '--name', 'own', remote.path);
      if (attack.refusal !== undefined) expect(added.text).toMatch(attack.refusal);
      const due = await inPipe(fresh, {}, 'due');
      const named = await inPipe(fresh, {}, 'collections');
      return [
        ...complaints('add', added, expected),
        ...complaints('due', due, [0]),
        ...complaints('collections', named, [0]),
      ];
    };
    const updateToIt = async (): Promise<string[]> => {
      const later = bareRepository({ 'sound.md': deck });
      const added = await inTerminal(old, {}, 'add', '--name', 'own', later.path);
      attack.plant(later, pwned);
      const updated = await inTerminal(old, {}, 'update');
      const listed = await inPipe(old, {}, 'list', '--json');
      return [
        ...complaints('add of a sound one', added, [0]),
        ...complaints('update', updated, [0, 1]),
        ...complaints('list', listed, [0]),
      ];
    };
    const found = (await Promise.all([addIt(), updateToIt()])).flat();
    expect([...found, ...traces(fresh, pwned), ...traces(old, pwned)]).toEqual([]);
  });
});

describe('a repository of progress', () => {
  test.each(Object.entries(progressAttacks))('with %s harms nobody', async (_, attack: Attack) => {
    const pwned = join(temporaryFolder(), 'pwned');
    const remote = repositoryWith(attack, pwned);
    const [home, other] = [learner(), learner()];
    const expected = attack.refusal === undefined ? [0] : [1];
    const first = await inPipe(home, {}, 'sync', '--init', remote.path);
    const found = complaints('sync', first, expected);
    if (attack.refusal !== undefined) expect(first.text).toMatch(attack.refusal);
    found.push(...complaints('sync', await inTerminal(other, {}, 'sync', '--init', remote.path), expected));
    found.push(...complaints('sync again', await inTerminal(home, {}, 'sync'), expected));
    found.push(...complaints('doctor', await inTerminal(home, {}, 'doctor'), [0, 1, 2]));
    found.push(...complaints('due', await inPipe(home, {}, 'due'), [0]));
    expect([...found, ...traces(home, pwned), ...traces(other, pwned)]).toEqual([]);
  });

  test('that names programs in the settings of the folder itself starts none of them', async () => {
    const [pwned, home, remote] = [join(temporaryFolder(), 'pwned'), learner(), bareRepository()];
    const progress = join(home, '.local/share/kartei/progress');
    const [git, journal] = [join(progress, '.git'), join(progress, 'a.jsonl')];
    mkdirSync(progress, { recursive: true });
    writeFileSync(journal, record);
    await inPipe(home, {}, 'sync', '--init', remote.path);
    rmSync(join(git, 'info'), { recursive: true });
    writeFileSync(join(progress, '.gitattributes'), '* filter=evil diff=evil merge=evil\n');
    plantPrograms(git, pwned);
    // As long as before, and newer: whoever wants to know whether it has changed reads it.
    utimesSync(journal, new Date(), new Date(Date.now() + 5000));
    expect(complaints('doctor', await inTerminal(home, {}, 'doctor'), [0, 1, 2])).toEqual([]);
    expect(traces(home, pwned)).toEqual([]);
    for (const url of [remote.path, 'ssh://host.invalid/progress', 'https://127.0.0.1:1/progress']) {
      execFileSync('git', ['config', '--file', join(git, 'config'), 'remote.origin.url', url]);
      const said = await inTerminal(home, {}, 'sync');
      expect(complaints('sync', said, [1])).toEqual([]);
      expect(said.text).toContain('would start a program');
    }
    expect(traces(home, pwned)).toEqual([]);
  });
});

test('a work tree that names filters is compared with its last commit without them', async () => {
  const [pwned, home] = [join(temporaryFolder(), 'pwned'), learner()];
  const git = (...words: string[]) => execFileSync('git', words, { cwd: home, stdio: 'ignore' });
  writeFileSync(join(home, 'a.md'), deck);
  git('init', '--quiet');
  git('add', 'a.md');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message=a');
  writeFileSync(join(home, '.gitattributes'), '* filter=evil diff=evil\n');
  plantPrograms(join(home, '.git'), pwned);
  writeFileSync(join(home, 'a.md'), deck.replace('uname', 'arch_'));
  const said = await inPipe(home, {}, 'diff');
  expect(complaints('diff', said, [0])).toEqual([]);
  expect(said.text).toContain('kernel');
  expect(existsSync(pwned)).toBe(false);
});

test('what another machine says is text, in every command that reaches it', async () => {
  const home = learner();
  const ssh = join(temporaryFolder({ said: `${attackText}\r50%\r100%\n`.repeat(20_000) }), 'ssh');
  writeFileSync(ssh, `#!/bin/sh\ncat ${join(ssh, '../said')} >&2\ncat ${join(ssh, '../said')}\nexit 1\n`);
  chmodSync(ssh, 0o755);
  const env = { GIT_SSH_COMMAND: ssh };
  const url = 'ssh://host.invalid/decks';
  const found = [
    ...complaints('add', await inPipe(home, env, 'add', url), [1]),
    ...complaints('add', await inTerminal(home, env, 'add', url), [1]),
    ...complaints('sync', await inPipe(home, env, 'sync', '--init', url), [1]),
    ...complaints('sync', await inTerminal(home, env, 'sync'), [1]),
  ];
  expect(found).toEqual([]);
});

test('a folder of decks that are pipes, devices, sockets and links holds up nobody', async () => {
  const folder = temporaryFolder({ 'sound.md': deck });
  execFileSync('mkfifo', [join(folder, 'fifo.md'), join(folder, '.kartei.yaml')]);
  const server = createServer().listen(join(folder, 'socket.md'));
  symlinkSync('/dev/zero', join(folder, 'zero.md'));
  if (process.getuid?.() === 0) execFileSync('mknod', [join(folder, 'tty.md'), 'c', '5', '0']);
  const home = learner();
  const found = [
    ...complaints('add', await inPipe(home, {}, 'add', '--name', 'own', folder), [0]),
    ...complaints('add', await inTerminal(home, {}, 'add', '--name', 'again', folder), [0]),
    ...complaints('lint', await inPipe(home, {}, 'lint', folder), [0, 1]),
    ...complaints('update', await inPipe(home, {}, 'update'), [0]),
    ...complaints('due', await inPipe(home, {}, 'due'), [0]),
  ];
  server.close();
  expect(found).toEqual([]);
});
