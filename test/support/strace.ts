import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isolatedEnvironment, program } from './pty.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;

/** Whether `strace` is here and allowed. */
export const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** A call of the program's main thread, which does all that it does to files. */
export interface SystemCall {
  readonly name: string;
  /** Its number among the calls of this name, from 1, as `strace --inject` counts them. */
  readonly number: number;
  /** The line as strace wrote it, with the paths of descriptors. */
  readonly line: string;
}

export interface TracedRun {
  readonly stdout: string;
  readonly stderr: string;
  /** `null` when it was killed. */
  readonly status: number | null;
  readonly calls: readonly SystemCall[];
}

export interface Tracing {
  /** The names of the calls to write down. */
  readonly calls: readonly string[];
  /** What strace does to some of them, such as `write:error=EIO:when=3`. */
  readonly inject?: readonly string[];
  readonly input?: string;
  /** Seconds after which the program is killed. The first start after a million reviews computes the state. */
  readonly limit?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built program under strace. */
export function trace(home: string, args: readonly string[], tracing: Tracing): TracedRun {
  const log = join(home, 'trace');
  const faults = (tracing.inject ?? []).flatMap((fault) => ['-e', `inject=${fault}`]);
  const words = ['-y', '-s', '64', '-o', log, '-e', `trace=${tracing.calls.join()}`, ...faults];
  // Node waits for ever when a pipe of its own fails, and outlives a tracer: both are killed as one group.
  const killing = ['--signal=KILL', `${tracing.limit ?? 900}`, 'strace'];
  const { stdout, stderr, status } = spawnSync('timeout', [...killing, ...words, node, program, ...args], {
    cwd: home,
    env: { ...isolatedEnvironment(home), ...tracing.env },
    input: tracing.input ?? '',
    encoding: 'utf8',
  });
  const calls = callsIn(readFileSync(log, 'utf8'));
  rmSync(log);
  return { stdout, stderr, status, calls };
}

export function callsIn(log: string): readonly SystemCall[] {
  const counts = new Map<string, number>();
  return log.split('\n').flatMap((line) => {
    const name = /^(?:\d+ +)?(\w+)\(/u.exec(line)?.[1];
    if (name === undefined) return [];
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    return [{ name, number, line }];
  });
}
