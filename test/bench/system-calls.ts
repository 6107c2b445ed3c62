import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PtyOptions, type PtySession, program } from '../support/pty.ts';
import { answer, pressOne, waitUntilComplete } from './key-costs.ts';
import { withSession } from './measure.ts';

export type RatingCost = { readonly writes: number; readonly syncs: number };

/** True if `strace` is here to count with. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
}

/**
 * Writes and syncs to the journal for each rating in a study session. The state, which is written now and then and can
 * be rebuilt, is left out, as are the terminal's own writes.
 */
export async function ratingCost(
  options: PtyOptions & { readonly home: string },
  cards: number,
): Promise<RatingCost> {
  const folder = mkdtempSync(join(tmpdir(), 'kartei-trace-'));
  const log = join(folder, 'log');
  const calls = 'trace=write,pwrite64,writev,pwritev,fsync,fdatasync';
  const command: [string, ...string[]] = [
    'strace',
    ...['-f', '-y', '-e', calls, '-o', log],
    ...[process.execPath, program, ...(options.args ?? [])],
  ];
  const startedAt = Date.now();
  const costs = await withSession({ ...options, command }, async (session) => {
    await waitUntilComplete(session);
    // The first rating also begins the journal's file of this session.
    await rateCards(session, 2);
    const before = { ...countCalls(log), ratings: countReviews(options.home, startedAt) };
    await rateCards(session, cards);
    const after = { ...countCalls(log), ratings: countReviews(options.home, startedAt) };
    const ratings = after.ratings - before.ratings;
    if (ratings === 0) throw new Error('No rating was recorded.');
    return {
      writes: (after.writes - before.writes) / ratings,
      syncs: (after.syncs - before.syncs) / ratings,
    };
  });
  rmSync(folder, { recursive: true, force: true });
  return costs;
}

async function rateCards(session: PtySession, cards: number): Promise<void> {
  for (let card = 0; card < cards; card++) {
    await answer(session);
    await pressOne(session, '3', 30_000);
  }
}

function countCalls(log: string): { writes: number; syncs: number } {
  // With -y each call names its file: `write(21</home/…/journal>, …`.
  const lines = readFileSync(log, 'utf8').match(/^\d+ +\w+\(\d+<[^>]*\/progress\/[^>]*>/gm) ?? [];
  const syncs = lines.filter((line) => /f(data)?sync\(/.test(line)).length;
  return { writes: lines.length - syncs, syncs };
}

/** Reviews in the files that were begun since. */
function countReviews(home: string, since: number): number {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map((path) => join(home, path))
    .filter((path) => path.endsWith('.jsonl') && statSync(path).mtimeMs >= since)
    .flatMap((path) => readFileSync(path, 'utf8').match(/"kind":"review"/g) ?? []).length;
}
