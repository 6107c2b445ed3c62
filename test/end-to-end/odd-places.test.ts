import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isolatedEnvironment, program } from '../support/pty.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;
const deck = '---\ndeck: T\n---\n\n## Which?\n\n<!-- shuffle: false -->\n\n- [x] a\n- [ ] b\n';

const learner = (): string => temporaryFolder({ 'decks/t.md': deck });

interface Place {
  readonly home: string;
  /** `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** Runs a line of a shell in which `kartei` is the program. */
function shell(line: string, { home, env = {}, input = '' }: Place) {
  const given = { ...isolatedEnvironment(home), ...env };
  const { status, signal, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `kartei() { "$NODE" "$PROGRAM" "$@"; }; ${line}`],
    { cwd: home, input, encoding: 'utf8', timeout: 50_000, env: { ...given, NODE: node, PROGRAM: program } },
  );
  expect(signal).toBe(null);
  return { status, stdout, stderr };
}

const withoutFolders = {
  XDG_CONFIG_HOME: undefined,
  XDG_DATA_HOME: undefined,
  XDG_STATE_HOME: undefined,
  XDG_CACHE_HOME: undefined,
};
const ownCode = /^ +at \w|node:internal|\.cjs:\d/mu;

describe('a home', () => {
  test('that no variable names is that of the user', () => {
    const { status, stdout } = shell('kartei where', {
      home: learner(),
      env: { ...withoutFolders, HOME: undefined },
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^progress +\/.+\/kartei\/progress$/mu);
  });

  test('in which no folder can be made ends a session with what was not saved, and does not hang', () => {
    const { status, stdout, stderr } = shell('kartei drill --plain ./decks', {
      home: learner(),
      env: { ...withoutFolders, HOME: '/proc/nobody' },
      input: 'a\n3\n:q\n',
    });
    expect(stdout).toContain('NOT SAVED');
    expect(stderr).not.toMatch(ownCode);
    expect(status).not.toBe(0);
  });

  test.each([
    'new /proc/nobody/decks/a --title A',
    'init /proc/nobody/decks --name a',
    'add ./decks --name a',
    'sync --init .',
  ])('in which no folder can be made is told in a sentence: kartei %s', (words) => {
    const { status, stderr } = shell(`kartei ${words}`, {
      home: learner(),
      env: { ...withoutFolders, HOME: '/proc/nobody' },
    });
    expect(stderr).toContain('ENOENT');
    expect(stderr).not.toMatch(ownCode);
    expect(status).toBe(1);
  });

  test('that is a file is an error with what to do', () => {
    const home = learner();
    const { status, stderr } = shell('kartei due', { home, env: { ...withoutFolders, HOME: '/etc/passwd' } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/cannot be read: ENOTDIR.*\n.*--progress/u);
    expect(stderr).not.toMatch(ownCode);
  });

  test('that may not be written shows everything and says that nothing is saved', () => {
    const home = learner();
    chmodSync(home, 0o755);
    // Root may write anywhere, so it becomes nobody.
    const nobody = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --regid=65534 --clear-groups' : '';
    const start = `${nobody} "$NODE" "$PROGRAM"`;
    chmodSync(home, 0o555);
    const due = shell(`${start} due`, { home });
    expect(due).toMatchObject({ status: 0, stderr: '' });
    const { stdout, status } = shell(`${start} drill --plain ./decks`, { home, input: 'a\n3\n:q\n' });
    expect(stdout).toContain('NOT SAVED');
    expect(status).not.toBe(0);
    chmodSync(home, 0o755);
  });
});

describe('a current folder that was removed', () => {
  test.each(['due', 'lint', 'study ./decks', ''])('is told in a sentence: kartei %s', (words) => {
    const { status, stderr } = shell(`mkdir gone; cd gone; rmdir ../gone; kartei ${words}`, {
      home: learner(),
    });
    expect(stderr).toContain('The current folder does not exist any more.');
    expect(status).toBe(1);
  });

  test('does not matter where none is needed', () => {
    const { status, stderr } = shell('mkdir gone; cd gone; rmdir ../gone; kartei where', { home: learner() });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

test('no folder for temporary files is needed', () => {
  const home = learner();
  const place = { home, env: { TMPDIR: '/nonexistent', TMP: '/nonexistent', TEMP: '/nonexistent' } };
  expect(shell('kartei doctor', place)).toMatchObject({ status: 0, stderr: '' });
  expect(shell('kartei backup', place).status).toBe(0);
  expect(shell('kartei drill --plain ./decks', { ...place, input: 'a\n3\n' })).toMatchObject({ status: 0 });
});

describe('an output', () => {
  test.each(['due', '', 'list --json', 'man', 'drill --plain ./decks', 'lint ./decks --format json'])(
    'on a full device is an error with its reason: kartei %s',
    (words) => {
      const { status, stderr } = shell(`kartei ${words} >/dev/full`, { home: learner(), input: 'a\n3\n' });
      expect(stderr).toBe('The output cannot be written: ENOSPC: no space left on device, write\n');
      expect(status).toBe(1);
    },
  );

  test.each(['man', 'list --json', 'drill --plain'])(
    'whose reader goes ends the program quietly: kartei %s',
    (words) => {
      const input = 'a\n3\n'.repeat(2000);
      const { stdout, stderr } = shell(`kartei ${words} | head -c 1; echo ":\${PIPESTATUS[0]}"`, {
        home: learner(),
        input,
      });
      expect(stdout.slice(1)).toBe(':0\n');
      expect(stderr).toBe('');
    },
  );

  test('that is closed, or errors that nobody can read, change no exit status', () => {
    const home = learner();
    expect(shell('kartei due >&-', { home })).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(shell('kartei nosuch 2>&-', { home }).status).toBe(2);
  });
});

describe('a keyboard', () => {
  test('that is closed or a folder ends a session in line mode without an error', () => {
    const home = learner();
    for (const from of ['<&-', '</']) {
      const { status, stdout, stderr } = shell(`kartei drill --plain ./decks ${from}`, { home });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain('Which?');
    }
  });

  test('of random bytes gives nothing but text', () => {
    const { stdout, stderr } = shell('head -c 300000 /dev/urandom | kartei drill --plain ./decks', {
      home: learner(),
    });
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
    expect(stderr).not.toMatch(ownCode);
  });

  test('that is none is told from a terminal: nothing interactive begins without both ends', () => {
    const { status, stderr } = shell('kartei study', { home: learner() });
    expect(status).toBe(2);
    expect(stderr).toContain('--plain');
  });
});
