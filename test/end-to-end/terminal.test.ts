import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type PtySession, program, startKartei } from '../support/pty.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;
const patience = { timeout: 60_000, interval: 100 };

const choice = (n: number) =>
  `## Which of ${n}?\n\n<!-- id: c${n}, shuffle: false -->\n\n- [x] Alpha\n- [ ] Beta\n`;
const typed = '## Which word?\n\n<!-- id: w -->\n\n```answer text\nword\n```\n';
const home = (cards: string): string => temporaryFolder({ 'decks/t.md': `---\ndeck: T\n---\n\n${cards}` });
const manyChoices = Array.from({ length: 60 }, (_, n) => choice(n)).join('\n');

const shows = (text: string) => (screen: readonly string[]) => screen.join('\n').includes(text);

/** The program under a shell that says whether it got the terminal back as it gave it. */
function underShell(folder: string, ...args: readonly string[]): Promise<PtySession> {
  const line = 'before=$(stty -g); "$@"; code=$?; [ "$before" = "$(stty -g)" ] && echo "as before, $code"';
  return startKartei({ home: folder, command: ['bash', '-c', line, 'bash', node, program, ...args] });
}

/** The same under a shell with jobs: a stop comes back to it, and a line lets the program go on. */
function underJobs(folder: string, args: readonly string[], env = {}): Promise<PtySession> {
  const line =
    'before=$(stty -g); set -m; "$@"; [ "$before" = "$(stty -g)" ] && echo "stopped as before"; read -r; fg; code=$?; [ "$before" = "$(stty -g)" ] && echo "as before, $code"';
  return startKartei({ home: folder, env, command: ['bash', '-c', line, 'bash', node, program, ...args] });
}

/** The process that the shell waits for. */
const childOf = ({ pid }: PtySession): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').at(-1));

const modes = [
  ['\u001b[?1049h', '\u001b[?1049l'],
  ['\u001b[?25l', '\u001b[?25h'],
  ['\u001b[?2004h', '\u001b[?2004l'],
] as const;

/** Modes that were left on. */
const leftOn = (raw: string): readonly string[] =>
  modes.filter(([on, off]) => raw.lastIndexOf(on) > raw.lastIndexOf(off)).map(([on]) => on);

function reviewsIn(folder: string): number {
  const progress = join(folder, '.local/share/kartei/progress');
  return readdirSync(progress, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(progress, name), 'utf8').split('"kind":"review"').length - 1)
    .reduce((sum, count) => sum + count, 0);
}

describe('the terminal is as it was before', () => {
  test.each([
    ['q', 0, (session: PtySession) => session.press('q')],
    ['Ctrl-C', 130, (session: PtySession) => session.press('\u0003')],
    ['SIGTERM', 143, (session: PtySession) => process.kill(childOf(session), 'SIGTERM')],
    ['SIGHUP', 129, (session: PtySession) => process.kill(childOf(session), 'SIGHUP')],
  ])('after %s, with exit status %i', async (_way, code, end) => {
    const session = await underShell(home(choice(1)));
    await session.waitFor(shows('due'));
    end(session);
    await session.waitFor(shows(`as before, ${code}`));
    expect(leftOn(session.raw())).toEqual([]);
    await session.exit;
    await session.close();
  });

  test.each([
    ['Ctrl-Z', (session: PtySession) => session.press('\u001a')],
    ['SIGTSTP', (session: PtySession) => process.kill(childOf(session), 'SIGTSTP')],
  ])('while %s stops the program, and after fg the whole screen is back', async (_way, stop) => {
    const session = await underJobs(home(choice(1)), ['drill', './decks']);
    await session.waitFor(shows('q leave'));
    const before = session.screen();
    stop(session);
    await session.waitFor(shows('stopped as before'));
    expect(leftOn(session.raw())).toEqual([]);
    session.press('\r');
    await session.waitFor((screen) => screen.join('\n') === before.join('\n'));
    expect(leftOn(session.raw())).toHaveLength(modes.length);
    session.press('\u0003');
    await session.waitFor(shows('as before, 130'));
    expect(leftOn(session.raw())).toEqual([]);
    await session.exit;
    await session.close();
  });

  test('while an editor is stopped, and after fg it goes on and the cards come back behind it', async () => {
    const folder = home(choice(1));
    const editor = join(folder, 'editor.sh');
    // As vim does it: the whole job stops.
    writeFileSync(editor, '#!/bin/sh\necho editing\nkill -TSTP 0\necho edited > "$HOME/edited"\n');
    chmodSync(editor, 0o755);
    const session = await underJobs(folder, ['drill', './decks'], { EDITOR: editor });
    await session.waitFor(shows('q leave'));
    session.press('v');
    await session.waitFor(shows('stopped as before'));
    expect(existsSync(join(folder, 'edited'))).toBe(false);
    session.press('\r');
    await session.waitFor(shows('q leave'));
    expect(existsSync(join(folder, 'edited'))).toBe(true);
    session.press('\u0003');
    await session.waitFor(shows('as before, 130'));
    await session.exit;
    await session.close();
  });

  test('after an error while drawing, which is told', async () => {
    const folder = temporaryFolder({
      'decks/t.md': `---\ndeck: T\n---\n\n${typed}`,
      'broken.cjs':
        "const { segment } = Intl.Segmenter.prototype; Intl.Segmenter.prototype.segment = function (text) { if (text.includes('\u{1f469}')) throw new Error('cannot be drawn'); return segment.call(this, text); };",
    });
    const line = 'before=$(stty -g); "$@"; code=$?; [ "$before" = "$(stty -g)" ] && echo "as before, $code"';
    const command = ['bash', '-c', line, 'bash', node, '--require', join(folder, 'broken.cjs')] as const;
    const session = await startKartei({ home: folder, command: [...command, program, 'drill', './decks'] });
    await session.waitFor(shows('Esc actions'));
    session.press('\u{1f469}');
    await session.waitFor(shows('as before, '));
    expect(session.screen().join('\n')).toContain('cannot be drawn');
    expect(leftOn(session.raw())).toEqual([]);
    await session.exit;
    await session.close();
  });
});

describe('a window', () => {
  test('that is resized two hundred times between keys shows in the end what a fresh one shows', async () => {
    const folder = home(manyChoices);
    const session = await startKartei({ home: folder, args: ['drill', './decks'] });
    await session.waitFor(shows('Which of'));
    const keys = ['j', 'k', '\u001b[B', '\u001b[A'];
    for (let turn = 0; turn < 200; turn++) {
      session.resize(1 + ((turn * 37) % 130), 1 + ((turn * 23) % 50));
      session.press(keys[turn % keys.length] ?? 'j');
    }
    session.resize(80, 24);
    await session.waitFor((screen) => shows('Which of')(screen) && shows('Beta')(screen));
    session.press('a\r');
    await session.waitFor(shows('1–4 rate'));
    session.press('q');
    await session.waitFor(shows('Enter close'));
    session.press('q');
    expect(await session.exit).toMatchObject({ code: 0 });
    expect(leftOn(session.raw())).toEqual([]);
    await session.close();
  });

  test.each([
    [1, 1],
    [2, 3],
    [19, 4],
    [20, 5],
    [80, 1],
    [1, 24],
  ])('of %i columns and %i rows takes keys, and nothing is drawn beyond it', async (columns, rows) => {
    const folder = home(manyChoices);
    const session = await startKartei({ home: folder, args: ['drill', './decks'], columns, rows });
    await session.waitFor(() => session.raw().includes('\u001b[?1049h'));
    await vi.waitFor(() => {
      for (const key of ['a', '\r', '3']) session.press(key);
      expect(reviewsIn(folder)).toBeGreaterThan(0);
    }, patience);
    session.press('\u0003');
    expect(await session.exit).toMatchObject({ code: 130 });
    for (const [, row, column] of session.raw().matchAll(/\u001b\[(\d+)(?:;(\d+))?H/gu)) {
      expect(Number(row)).toBeLessThanOrEqual(rows);
      expect(Number(column ?? 1)).toBeLessThanOrEqual(columns);
    }
    await session.close();
  });
});

describe('a paste', () => {
  const paste = (text: string) => `\u001b[200~${text}\u001b[201~`;

  test('presses no keys', async () => {
    const session = await startKartei({ home: home(choice(1)), args: ['drill', './decks'] });
    await session.waitFor(shows('Which of'));
    session.press(paste('q\r\u0003a\r3q\n'));
    session.press('?');
    await session.waitFor(shows('PgUp'));
    expect(reviewsOrNone(session.home)).toBe(0);
    session.press('\u0003');
    expect(await session.exit).toMatchObject({ code: 130 });
    await session.close();
  });

  test('of lines, escape sequences and a megabyte is text of an answer', async () => {
    const session = await startKartei({ home: home(typed), args: ['drill', './decks'] });
    await session.waitFor(shows('Which word?'));
    session.press(paste('wo\u001b[31m\u001b]0;pwned\u0007rd'));
    await session.waitFor(shows('wo'));
    session.press(paste('x'.repeat(1_000_000)));
    await session.waitFor(shows('xxxxxxxx'), 120_000);
    session.press('\u0015word\r');
    await session.waitFor(shows('1–4 rate'), 120_000);
    expect(session.raw()).not.toContain('pwned\u0007');
    session.press('q');
    await session.waitFor(shows('Enter close'));
    session.press('q');
    expect(await session.exit).toMatchObject({ code: 0 });
    await session.close();
  });
});

const reviewsOrNone = (folder: string): number => {
  try {
    return reviewsIn(folder);
  } catch {
    return 0;
  }
};

describe('what the environment asks for', () => {
  const drawn = async (env: Readonly<Record<string, string>>): Promise<string> => {
    const session = await startKartei({ home: home(choice(1)), args: ['drill', './decks'], env });
    await session.waitFor(shows('Which of'));
    session.press('a\r');
    await session.waitFor(shows('Alpha'));
    session.kill('SIGTERM');
    await session.exit;
    const raw = session.raw();
    await session.close();
    return raw;
  };

  test('NO_COLOR: no colours', async () => {
    expect(await drawn({ NO_COLOR: '1' })).not.toMatch(/\u001b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9\d|10\d)[;m]/u);
    expect(await drawn({})).toMatch(/\u001b\[(?:[\d;]*;)?(?:3[0-8]|9\d)[;m]/u);
  });

  test('LANG=C: nothing but ASCII', async () => {
    const raw = await drawn({ LANG: 'C', LC_ALL: 'C' });
    expect(raw.match(/[^\u0000-\u007f]/gu) ?? []).toEqual([]);
  });

  test('CI changes nothing on a terminal', async () => {
    expect(await drawn({ CI: '1', GITHUB_ACTIONS: 'true' })).toContain('\u001b[?1049h');
  });

  test.each(['dumb', ''])('TERM=%j: plain lines without a single sequence', async (TERM) => {
    // The harness sets TERM itself, so it is changed after that.
    const command = ['env', `TERM=${TERM}`, node, program, 'drill', './decks'] as const;
    const session = await startKartei({ home: home(choice(1)), command: [...command] });
    await session.waitFor(shows('Which of'));
    session.press('a\r3\r');
    expect(await session.exit).toMatchObject({ code: 0 });
    expect(session.raw()).not.toContain('\u001b');
    await session.close();
  });
});
