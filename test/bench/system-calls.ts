import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PtyOptions, type PtySession, program } from '../support/pty.ts';
import { pause, quiet, withSession } from './measure.ts';

export type RatingCost = { readonly writes: number; readonly syncs: number };

/** True if `strace` is here to count with. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
}

/**
 * Writes and syncs to files for each rating in a study session, the terminal's own writes left out.
 *
 * @param keys what answers and rates a card, whatever its kind; pressed for each of `cards`
 */
export async function ratingCost(
  options: PtyOptions & { readonly home: string },
  ready: RegExp,
  keys: string,
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
  const costs = await withSession({ ...options, command }, async (session) => {
    await session.waitFor((screen) => screen.some((line) => ready.test(line)), 60_000);
    // The first rating also begins the journal's file of this session.
    await pressAll(session, keys.repeat(3));
    const before = { ...countCalls(log), ratings: countReviews(options.home) };
    await pressAll(session, keys.repeat(cards));
    const after = { ...countCalls(log), ratings: countReviews(options.home) };
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

async function pressAll(session: PtySession, keys: string): Promise<void> {
  for (const key of keys) {
    session.press(key);
    await pause(quiet);
  }
}

function countCalls(log: string): { writes: number; syncs: number } {
  // With -y each call names its file: `write(21</home/…/journal>, …`. Pipes, events and terminals are no files.
  const lines = readFileSync(log, 'utf8').match(/^\d+ +\w+\(\d+<\/(?!dev\/|proc\/)[^>]*>/gm) ?? [];
  const syncs = lines.filter((line) => /f(data)?sync\(/.test(line)).length;
  return { writes: lines.length - syncs, syncs };
}

function countReviews(home: string): number {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.jsonl'))
    .flatMap((path) => readFileSync(join(home, path), 'utf8').match(/"kind":"review"/g) ?? []).length;
}
