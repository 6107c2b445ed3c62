import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addedHostileCollection, forbiddenIn, hostileCollection } from '../support/hostile-collection.ts';
import { startKartei } from '../support/pty.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const back = '\u001b';
/** A letter in a text field is text, with Alt it is an action everywhere. */
const alt = (letter: string): string => `\u001b${letter}`;
const item = ['a', ' ', '\t', '\u001b[B', back, back, alt('?'), '?', alt('m'), alt('n')];
const grid = [alt('r'), '\t', 'j', 'm', '\u001b[C', '2', 'x', 'q'];
const report = ['x', '\r', 'j', 'k', ...Array(8).fill('\u001b[6~'), 's', alt('?'), '?'];

const card = ['?', '\u001b', 'i', '\u001b', 't', '!', '\r', 'x', 'x', '\u001b', 'l', 'o', '1'];

/** Presses each key and waits until it has been drawn; the window changes its width, so that something is. */
async function walk(
  args: readonly string[],
  keys: readonly string[],
  size: { columns: number; rows: number },
) {
  const home = temporaryFolder(args[0] === 'exam' ? addedHostileCollection() : hostileCollection());
  const session = await startKartei({ home, args, ...size });
  await session.waitFor((screen) => screen.filter((line) => line !== '').length > 3, 30_000);
  let turn = 1;
  for (const key of keys) {
    const drawn = session.outputs.length;
    // A key without effect that meets a size that was already drawn draws nothing; then the next one is due.
    const isDrawn = () => session.waitFor(() => session.outputs.length > drawn, 500).catch(() => undefined);
    session.press(key);
    // With the next key right behind it, Esc would be Alt.
    if (key === back) await isDrawn();
    session.resize(size.columns + (turn++ % 5), size.rows);
    await isDrawn();
  }
  session.kill('SIGTERM');
  const { code } = await session.exit;
  const raw = session.raw();
  await session.close();
  return { code, raw, drawn: session.outputs.length };
}

describe('one hostile deck of everything on every screen', () => {
  test.each([
    [
      'questions, answers, tips, sources and flags',
      ['study', './decks'],
      Array.from({ length: 12 }, () => card).flat(),
    ],
    [
      'questions of a drill in a small window',
      ['drill', './decks'],
      Array.from({ length: 6 }, () => card).flat(),
    ],
    [
      'settings, help, search, readiness and the page of a deck',
      [],
      [...'??,', '\u001b[B', ...'q/hos', back, ...'rriixqjiq', '\r', ...'qq'],
    ],
    [
      'the items of an exam of each kind, its grid, its report, and the study of what was missed',
      ['exam', 'hostile-exam', '--seed', '1'],
      [...Array.from({ length: 6 }, () => item).flat(), ...grid, ...report],
    ],
  ])(
    '%s',
    async (_what, args, keys) => {
      for (const size of [
        { columns: 80, rows: 24 },
        { columns: 38, rows: 9 },
      ]) {
        const { code, raw, drawn } = await walk(args, keys, size);
        expect(forbiddenIn(raw)).toBeUndefined();
        expect(drawn).toBeGreaterThan(keys.length / 2);
        expect([0, 143]).toContain(code);
      }
      expect(existsSync('/tmp/kartei-pwned')).toBe(false);
    },
    120_000,
  );
});
