import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { forbiddenIn, hostileCollection } from '../support/hostile-collection.ts';
import { startKartei } from '../support/pty.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const card = ['?', '\u001b', 'i', '\u001b', 't', '!', '\r', 'x', 'x', '\u001b', 'l', 'o', '1'];

/** Presses each key and waits until it has been drawn; the window changes its width, so that something is. */
async function walk(
  args: readonly string[],
  keys: readonly string[],
  size: { columns: number; rows: number },
) {
  const home = temporaryFolder(hostileCollection());
  const session = await startKartei({ home, args, ...size });
  await session.waitFor((screen) => screen.filter((line) => line !== '').length > 3, 30_000);
  let turn = 1;
  for (const key of keys) {
    const seen = session.outputs.length;
    session.press(key);
    session.resize(size.columns + (turn++ % 5), size.rows);
    // A key without effect that meets a size that was already drawn draws nothing; then the next one is due.
    await session.waitFor(() => session.outputs.length > seen, 500).catch(() => undefined);
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
      [
        ...[
          '?',
          '\u001b',
          ',',
          '\u001b[B',
          '\u001b',
          '/',
          'h',
          'o',
          's',
          '\u001b',
          'r',
          '\u001b',
          'i',
          '\u001b',
        ],
        ...['x', '\u001b', 'j', 'i', '\u001b', '\r', 'q'],
      ],
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
