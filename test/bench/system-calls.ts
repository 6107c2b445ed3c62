import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../support/pty.ts';
import { withSession } from './measure.ts';

export type RatingCost = { readonly writes: number; readonly syncs: number };

/** True if `strace` is here to count with. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
}

/**
 * Writes and syncs to files for each rating in a study session, the terminal's own writes left out.
 *
 * @param keys what shows an answer and rates it, such as `' 3'`
 */
export async function ratingCost(
  home: string,
  args: readonly string[],
  ready: RegExp,
  keys: string,
  ratings: number,
): Promise<RatingCost> {
  const folder = mkdtempSync(join(tmpdir(), 'kartei-trace-'));
  const log = join(folder, 'log');
  const calls = 'trace=write,pwrite64,writev,pwritev,fsync,fdatasync';
  const command: [string, ...string[]] = [
    'strace',
    ...['-f', '-y', '-e', calls, '-o', log],
    ...[process.execPath, program, ...args],
  ];
  const [before, after] = await withSession({ home, command }, async (session) => {
    await session.waitFor((screen) => screen.some((line) => ready.test(line)), 60_000);
    const start = countCalls(log);
    for (const key of keys.repeat(ratings)) {
      const seen = session.outputs.length;
      session.press(key);
      await session.waitFor(() => session.outputs.length > seen);
    }
    return [start, countCalls(log)];
  });
  rmSync(folder, { recursive: true, force: true });
  return {
    writes: (after.writes - before.writes) / ratings,
    syncs: (after.syncs - before.syncs) / ratings,
  };
}

function countCalls(log: string): { writes: number; syncs: number } {
  // With -y each call names its file: `write(21</home/…/journal>, …`. Pipes, events and terminals are no files.
  const lines = readFileSync(log, 'utf8').match(/^\d+ +\w+\(\d+<\/(?!dev\/|proc\/)[^>]*>/gm) ?? [];
  const syncs = lines.filter((line) => /f(data)?sync\(/.test(line)).length;
  return { writes: lines.length - syncs, syncs };
}
