import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noFault, runFaulty } from '../support/faulty-program.ts';
import { learnerHome, ratedCards, ratings, reviewedCards } from '../support/faulty-study.ts';
import { program, startKartei } from '../support/pty.ts';
import { homeWithHistory, ratingCosts } from '../support/rating-trace.ts';
import { callsIn, canTrace, type SystemCall, trace } from '../support/strace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const calls = ['write', 'fdatasync'];

/** What happened to the journal and what was shown, in order. */
const steps = (traced: readonly SystemCall[]): readonly ('write' | 'sync' | 'show')[] =>
  traced.flatMap(({ name, line }) => {
    if (/^\w+\(\d+<[^>]*\.jsonl>/u.test(line) && line.includes('/progress/')) {
      return name === 'fdatasync' ? ['sync' as const] : ['write' as const];
    }
    return line.startsWith('write(1<') ? ['show' as const] : [];
  });

/** Writes to the journal after which something was shown before the disk had it. */
const shownTooEarly = (order: ReturnType<typeof steps>): readonly number[] =>
  order.flatMap((step, i) => (step === 'write' && order[i + 1] !== 'sync' ? [i] : []));

// Without strace these tests are shown as skipped.
describe.skipIf(!canTrace)('P2: a rating is on the disk before anything else is shown (needs strace)', () => {
  test('on lines', () => {
    const run = trace(learnerHome(), ['drill', '--plain', 'decks/many.md'], { calls, input: ratings });
    const order = steps(run.calls);
    expect(order.filter((step) => step === 'sync')).toHaveLength(ratedCards);
    expect(shownTooEarly(order)).toEqual([]);
  });

  test('on the screen', async () => {
    const log = join(temporaryFolder(), 'trace');
    const home = learnerHome();
    const words = ['-y', '-o', log, '-e', `trace=${calls}`, process.execPath, program];
    const session = await startKartei({ home, command: ['strace', ...words, 'drill', 'decks/many.md'] });
    for (let card = 0; card < ratedCards; card++) {
      await session.waitFor((screen) => screen.some((line) => /a–b choose/u.test(line)), 60_000);
      session.press('a\r');
      await session.waitFor((screen) => screen.some((line) => /1–4 rate/u.test(line)), 60_000);
      session.press('3');
    }
    await session.waitFor((screen) => screen.some((line) => line.includes(` ${ratedCards} of `)), 60_000);
    await session.close();
    const order = steps(callsIn(readFileSync(log, 'utf8')));
    expect(order.filter((step) => step === 'sync')).toHaveLength(ratedCards);
    expect(shownTooEarly(order)).toEqual([]);
  });
});

describe.skipIf(!canTrace)('P9: what a rating costs (needs strace)', () => {
  test('is one write and one sync after a thousand reviews, and little more for the first of a session', () => {
    const home = homeWithHistory({ decks: 2, cardsPerDeck: 50, files: 5, reviewsPerFile: 200 });
    const [first, ...others] = ratingCosts(home, 6);
    expect(first?.writes).toBeLessThanOrEqual(3);
    // The file, the folder that it is new in, and each folder that got a new one.
    expect(first?.syncs).toBeLessThanOrEqual(2 + (first?.newFolders ?? 0));
    for (const cost of others) expect(cost).toMatchObject({ writes: 1, syncs: 1, newFolders: 0 });
  });
});

test('a session in which nothing is rated leaves the stored state as it is', () => {
  const home = learnerHome();
  const study = (input: string): void => {
    const { status } = runFaulty(home, ['study', '--plain', 'decks/many.md'], noFault, { input });
    expect(status).toBe(0);
  };
  const summary = join(home, '.local/state/kartei/summary.json');
  study(ratings);
  const { ino, mtimeMs } = statSync(summary);
  study('q\n');
  expect(statSync(summary)).toMatchObject({ ino, mtimeMs });
  expect(reviewedCards(home)).toHaveLength(ratedCards);
});
