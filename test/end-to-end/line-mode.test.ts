import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { isolatedEnvironment, program, startKartei } from '../support/pty.ts';
import { deckOf } from '../support/read-deck.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;
const everyKind = join(import.meta.dirname, '../fixtures/every-kind.md');
const letters = deckOf(
  [1, 2, 3]
    .map((n) => `## Which of ${n}?\n\n<!-- id: c${n}, shuffle: false -->\n\n- [x] Alpha\n- [ ] Beta\n`)
    .join('\n'),
);

const learner = () => temporaryFolder({ 'decks/letters.md': letters });

/** Runs `kartei study --plain` on lines from a pipe. */
function study(home: string, input: string | Buffer, ...args: readonly string[]) {
  const words = args.length > 0 ? args : ['decks/letters.md'];
  const { status, stdout, stderr } = spawnSync(node, [program, 'study', '--plain', ...words], {
    input,
    cwd: home,
    env: isolatedEnvironment(home),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The kinds and ratings in the journals of a home, in the order of writing. */
function journal(home: string): readonly Record<string, unknown>[] {
  const folder = join(home, '.local/share/kartei/progress');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.jsonl'))
    .flatMap((path) => readFileSync(join(folder, path), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const ratings = (home: string) => journal(home).flatMap((entry) => ('rating' in entry ? [entry.rating] : []));

describe('a session through a pipe', () => {
  test('answers, rates and leaves', () => {
    const home = learner();
    const { status, stdout, stderr } = study(home, 'a\n3\n:q\n');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Right.');
    expect(stdout).toContain('Saved: 3 Good, again in 10 minutes.');
    expect(stdout).toContain('Everything is saved.');
    expect(ratings(home)).toEqual([3]);
  });

  test('runs on the shipped decks', () => {
    const home = temporaryFolder();
    const { status, stdout } = study(home, 'a\n3\n:q\n', '--lang', 'de');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^20 Karten, etwa \d+ Minuten?\./u);
    expect(stdout).toContain('Alles ist gespeichert.');
  });

  test('takes back after a restart what was rated before it', () => {
    const home = learner();
    study(home, 'a\n3\n:q\n');
    const { status, stdout } = study(home, ':u\n:q\n');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Undone\.\n\n1 of \d/u);
    expect(journal(home).map(({ kind }) => kind)).toContain('undo');
  });

  test.each([
    ['before a rating', 'a\n3\na\n', [3, 3]],
    ['within a line', 'a\n2', [2]],
    ['before the first line', '', []],
  ])('ends with everything saved when the input ends %s', (_where, input, expected) => {
    const home = learner();
    const { status, stdout, stderr } = study(home, input);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(ratings(home)).toEqual(expected);
    if (expected.length > 0) expect(stdout).toContain('Everything is saved.');
  });

  test('asks every kind of card', () => {
    const home = temporaryFolder();
    const input = ':x\n:?\n4\n'.repeat(7);
    const { status, stdout } = study(home, input, everyKind);
    expect(status).toBe(0);
    for (const text of ['/etc/machine-id', 'right: VirtualBox', 'answer: systemd-detect-virt']) {
      expect(stdout).toContain(text);
    }
    expect(stdout).toContain('The right order:\n1) Copy the disk image');
    expect(stdout).toMatch(/answer: (?:-d|nginx)\nComplete the command\./u);
    expect(ratings(home)).toEqual([4, 4, 4, 4, 4]);
    expect(study(home, '', everyKind).stdout).toMatch(/^Done for today\. Next: /u);
  });

  test.each([
    ['Windows line ends', 'a\r\n3\r\n:q\r\n'],
    ['a byte order mark', '\ufeffa\n3\n:q\n'],
    ['NUL bytes', 'a\0\n\x003\n:q\n'],
    ['blanks around', '  a  \n\t3\n :q \n'],
    ['a line that is far too long before them', `${'x'.repeat(3_000_000)}\na\n3\n:q\n`],
    [
      'bytes that are no text before them',
      Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from('a\n3\n')]),
    ],
  ])('reads lines with %s', (_what, input) => {
    const home = learner();
    expect(study(home, input).status).toBe(0);
    expect(ratings(home)).toEqual([3]);
  });

  test('takes hundreds of lines at once, one after the other', () => {
    const home = learner();
    const { status } = study(home, 'b\n1\n'.repeat(150));
    expect(status).toBe(0);
    expect(ratings(home)).toEqual(Array.from({ length: 150 }, () => 1));
  });

  test('says in one line that its output cannot be written', () => {
    if (!existsSync('/dev/full')) return;
    const home = learner();
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(node, [program, 'study', '--plain', 'decks/letters.md'], {
      input: 'a\n3\n:q\n',
      cwd: home,
      env: isolatedEnvironment(home),
      encoding: 'utf8',
      stdio: ['pipe', full, 'pipe'],
    });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The output cannot be written: ENOSPC.*\n$/u);
  });

  test('ends quietly when nobody reads any more', async () => {
    const home = learner();
    const child = spawn(node, [program, 'study', '--plain', 'decks/letters.md'], {
      cwd: home,
      env: isolatedEnvironment(home),
    });
    const errors: Buffer[] = [];
    child.stderr.on('data', (bytes: Buffer) => errors.push(bytes));
    child.stdin.on('error', () => {});
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write(':?\n'.repeat(100));
    const [code] = await once(child, 'exit');
    expect({ code, errors: Buffer.concat(errors).toString() }).toEqual({ code: 0, errors: '' });
  });
});

describe('line mode in a terminal', () => {
  test('edits the line, answers and ends with the session', async () => {
    const home = learner();
    const session = await startKartei({ args: ['study', '--plain', 'decks/letters.md'], home });
    await session.waitFor((screen) => screen.some((line) => line.includes('a) Alpha')));
    session.press('b\x7fa\r');
    await session.waitFor((screen) => screen.some((line) => line.startsWith('Right.')));
    session.press('3\r:q\r');
    expect(await session.exit).toEqual({ code: 0, signal: undefined });
    expect(session.screen()).toContain('Everything is saved.');
    expect(ratings(home)).toEqual([3]);
    expect(session.raw()).not.toMatch(/\u001b\[\?1049|\u001b\[\d*m/u);
    await session.close();
  });

  test.each([
    ['xterm', '\x03', 130],
    ['dumb', '\x03', 130],
    ['xterm', '\x04', 0],
    ['dumb', '\x04', 0],
  ])('of the kind %s ends on %j with code %d', async (TERM, key, code) => {
    const home = learner();
    const args = ['study', '--plain', 'decks/letters.md'];
    const session = await startKartei({ args, home, env: { TERM } });
    await session.waitFor((screen) => screen.some((line) => line.includes('a) Alpha')));
    session.press('a\r');
    await session.waitFor((screen) => screen.some((line) => line.startsWith('Right.')));
    session.press('4\r');
    await session.waitFor((screen) => screen.some((line) => line.startsWith('Saved: 4 Easy')));
    session.press(key);
    expect(await session.exit).toMatchObject({ code });
    expect(ratings(home)).toEqual([4]);
    await session.close();
  });

  test.each(['xterm', 'dumb'])('of the kind %s lets the editor have what is typed', async (TERM) => {
    const home = temporaryFolder({
      'decks/letters.md': deckOf('## Which one?\n\n<!-- id: c -->\n\n```answer text\nword\n```\n'),
      'edit.sh':
        '#!/bin/sh\necho Editing\nuntil [ -e "$HOME/typed" ]; do sleep 0.05; done\nread line && echo "$line" > "$HOME/line"\n',
    });
    const env = { VISUAL: `sh ${join(home, 'edit.sh')}`, TERM };
    const session = await startKartei({ args: ['study', '--plain', 'decks/letters.md'], home, env });
    await session.waitFor((screen) => screen.some((line) => line.includes('Which one?')));
    session.press(':v\r');
    await session.waitFor((screen) => screen.some((line) => line.includes('Editing')));
    session.press('of the editor\r');
    await session.waitFor((screen) => screen.some((line) => line.includes('of the editor')));
    writeFileSync(join(home, 'typed'), '');
    const got = () => existsSync(join(home, 'line')) && readFileSync(join(home, 'line'), 'utf8');
    await vi.waitFor(() => expect(got()).toBe('of the editor\n'), { timeout: 20_000 });
    session.press('word\r');
    await session.waitFor((screen) => screen.some((line) => line.startsWith('Right.')));
    await session.close();
  });

  test('opens the editor at the card and asks it as it is afterwards', async () => {
    const home = temporaryFolder({
      'decks/letters.md': deckOf(
        '## Which one?\n\n<!-- id: c, shuffle: false -->\n\n- [x] Alpha\n- [ ] Beta\n',
      ),
      'edit.sh': '#!/bin/sh\nfor last; do :; done\nsed -i s/Alpha/Omega/ "$last"\n',
    });
    const env = { VISUAL: `sh ${join(home, 'edit.sh')}` };
    const session = await startKartei({ args: ['study', '--plain', 'decks/letters.md'], home, env });
    await session.waitFor((screen) => screen.some((line) => line.includes('a) Alpha')));
    session.press(':v\r');
    await session.waitFor((screen) => screen.some((line) => line.includes('a) Omega')));
    session.press('a\r');
    await session.waitFor((screen) => screen.some((line) => line.startsWith('Right.')));
    await session.close();
  });
});
