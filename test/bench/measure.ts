import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  isolatedEnvironment,
  type PtyOptions,
  type PtySession,
  program,
  startKartei,
} from '../support/pty.ts';

/**
 * One figure of the table. `unit` is `×` for a ratio to `node -e 0` of the same run, of the same Node. `specified` is
 * what a simulated figure should come to.
 */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly specified?: number;
};

/** Takes one sample, in milliseconds. */
export type Sample = () => Promise<number>;

const node = process.env.KARTEI_NODE ?? process.execPath;
/** A key's frame is finished when nothing was written for this long, in milliseconds. */
export const quiet = 250;
const interrupt = '\u0003';

/** The wall-clock time of a process from its start to its end. */
export function processTime(args: readonly string[], home: string): Sample {
  const options: SpawnSyncOptions = {
    env: isolatedEnvironment(home),
    cwd: home,
    stdio: ['ignore', 'pipe', 'inherit'],
  };
  return async () => {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(node, args, options);
    const end = process.hrtime.bigint();
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}.`);
    return milliseconds(end - start);
  };
}

export function commandTime(args: readonly string[], home: string): Sample {
  return processTime([program, ...args], home);
}

/** The time from the start to the write that completes the first frame, in a terminal of 80×24. */
export function firstFrameTime(options: PtyOptions, complete: RegExp): Sample {
  return () =>
    withSession(options, async (session) => {
      const at = await session.waitFor((screen) => screen.some((line) => complete.test(line)));
      // Leaving in good order writes the code cache, which a killed program cannot.
      session.press(interrupt);
      await session.exit;
      return milliseconds(at - session.startedAt);
    });
}

/** Medians of samples that were taken in turn, so that a busy moment of the machine meets all of them. */
export async function interleave(
  samples: Readonly<Record<string, Sample>>,
  runs: number,
): Promise<Record<string, number>> {
  const taken = new Map(Object.keys(samples).map((name): [string, number[]] => [name, []]));
  // The first two runs write the code cache.
  for (let run = -2; run < runs; run++) {
    for (const [name, times] of [...taken]) {
      try {
        const time = await samples[name]?.();
        if (run >= 0 && time !== undefined) times.push(time);
      } catch (failure) {
        taken.delete(name);
        process.exitCode = 1;
        process.stderr.write(
          `Not measured: ${name}. ${failure instanceof Error ? failure.message : failure}\n`,
        );
      }
    }
  }
  return Object.fromEntries([...taken].map(([name, times]) => [name, median(times)]));
}

/** Closes the session whatever happens, or a running program would keep the benchmark from ending. */
export async function withSession<T>(
  options: PtyOptions,
  use: (session: PtySession) => Promise<T>,
): Promise<T> {
  const session = await startKartei(options);
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export type KeyCost = { readonly bytes: number; readonly writes: number; readonly time: number };

/** What each key costs on the terminal, and how long until the last byte of its frame, in milliseconds. */
export async function keyCosts(
  options: PtyOptions,
  ready: RegExp,
  keys: readonly string[],
): Promise<KeyCost[]> {
  return withSession(options, async (session) => {
    await session.waitFor((screen) => screen.some((line) => ready.test(line)));
    await pause(quiet);
    const costs: KeyCost[] = [];
    for (const key of keys) costs.push(await keyCost(session, key));
    return costs;
  });
}

async function keyCost(session: PtySession, key: string): Promise<KeyCost> {
  const before = session.outputs.length;
  const pressed = process.hrtime.bigint();
  session.press(key);
  await pause(quiet);
  const written = session.outputs.slice(before);
  return {
    bytes: written.reduce((sum, { bytes }) => sum + bytes.length, 0),
    writes: written.length,
    time: milliseconds((written.at(-1)?.at ?? pressed) - pressed),
  };
}

/** What `duration` milliseconds of nothing cost: bytes on the terminal and processor time in milliseconds. */
export async function idleCost(options: PtyOptions, ready: RegExp, duration: number) {
  return withSession(options, async (session) => {
    await session.waitFor((screen) => screen.some((line) => ready.test(line)));
    await pause(1000);
    const outputs = session.outputs.length;
    const before = processorTime(session.pid);
    await pause(duration);
    const bytes = session.outputs.slice(outputs).reduce((sum, output) => sum + output.bytes.length, 0);
    return { bytes, time: processorTime(session.pid) - before, peak: peakMemory(session.pid) };
  });
}

/** User and system time in milliseconds; the kernel counts in hundredths of a second. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The largest resident size so far, in MB. */
function peakMemory(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

function milliseconds(nanoseconds: bigint): number {
  return Number(nanoseconds) / 1e6;
}

export function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
