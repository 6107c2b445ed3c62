import { appendFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bar, largeHome } from '../support/large-home.ts';
import { startKartei } from '../support/pty.ts';

describe('while a bar goes on', { timeout: 180_000 }, () => {
  it('Ctrl-C ends the first index at once, and the next start has all decks', async () => {
    const { home } = largeHome();
    const first = await startKartei({ home, args: ['due'] });
    await first.waitFor((screen) => screen.some((line) => bar.test(line)), 60_000);
    first.press('\u0003');
    expect(await first.exit).toEqual({ code: 0, signal: 2 });
    expect(first.raw()).not.toContain('\u001b[?');
    const next = await startKartei({ home, args: ['due'] });
    expect(await next.exit).toEqual({ code: 0, signal: undefined });
    expect(next.raw().match(/Deck \d+/g)).toHaveLength(400);
  });

  it('the home screen that was shown at once gives the terminal back, where Ctrl-C ends the reading', async () => {
    const { home, decks } = largeHome();
    const isDrawn = (screen: readonly string[]) => screen.some((line) => line.includes('q leave'));
    const first = await startKartei({ home });
    await first.waitFor(isDrawn, 60_000);
    first.press('q');
    expect(await first.exit).toMatchObject({ code: 0 });
    for (const path of readdirSync(decks, { recursive: true, encoding: 'utf8' }))
      if (path.endsWith('.md')) appendFileSync(join(decks, path), '\n## Is this one new?\n\nIt is.\n');

    const next = await startKartei({ home });
    await next.waitFor((screen) => screen.some((line) => bar.test(line)), 60_000);
    next.press('\u0003');
    expect(await next.exit).toEqual({ code: 0, signal: 2 });
    const [shown = '', rest = ''] = next.raw().split('\u001b[?1049l');
    expect(shown).toContain('0 of');
    expect(rest).toMatch(bar);
    expect(rest).not.toContain('\u001b[?1049h');

    const last = await startKartei({ home });
    await last.waitFor((screen) => screen.some((line) => bar.test(line)), 60_000);
    await last.waitFor(isDrawn, 60_000);
    last.press('k');
    await last.waitFor((screen) => screen.some((line) => /› Deck 399 .*0 of 101/.test(line)), 60_000);
    last.press('q');
    expect(await last.exit).toMatchObject({ code: 0 });
  });

  it.each([
    ['Ctrl-C', '\u0003', 130],
    ['q', 'q', 0],
  ])('%s on the home screen that was shown at once ends the reading behind it', async (_key, bytes, code) => {
    const { home } = largeHome();
    const isDrawn = (screen: readonly string[]) => screen.some((line) => line.includes('q leave'));
    const first = await startKartei({ home });
    await first.waitFor(isDrawn, 60_000);
    first.press('q');
    expect(await first.exit).toMatchObject({ code: 0 });
    const index = join(home, '.cache/kartei/decks');
    rmSync(index, { recursive: true });

    // By a clock that stands it never takes long, and no bar comes that gives the terminal back.
    const clock = join(import.meta.dirname, '../support/fixed-clock.cjs');
    const env = { NODE_OPTIONS: `--require ${clock}`, KARTEI_NOW: `${Date.now()}` };
    const next = await startKartei({ home, env });
    await next.waitFor(isDrawn, 60_000);
    next.press(bytes);
    expect(await next.exit).toEqual({ code, signal: undefined });
    expect(next.raw().split('\u001b[?1049h')).toHaveLength(2);
    expect(next.raw()).toMatch(/\u001b\[\?1049l$/);
    // Whoever reads to the end keeps what was read.
    expect(existsSync(index)).toBe(false);

    const last = await startKartei({ home, args: ['due'] });
    expect(await last.exit).toEqual({ code: 0, signal: undefined });
    expect(last.raw().match(/Deck \d+/g)).toHaveLength(400);
  });

  it('Ctrl-C ends a lint at once', async () => {
    // Lint makes no index: it reads 1,000 decks a second, and its bar appears after 0.4 s.
    const { home, decks } = largeHome(3000);
    const lint = await startKartei({ home, args: ['lint', decks] });
    await lint.waitFor((screen) => screen.some((line) => bar.test(line)), 60_000);
    lint.press('\u0003');
    expect(await lint.exit).toEqual({ code: 0, signal: 2 });
  });
});
