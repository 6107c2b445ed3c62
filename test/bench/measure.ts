import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  isolatedEnvironment,
  type PtyOptions,
  type PtySession,
  program,
  startKartei,
} from '../support/pty.ts';

/**
 * One figure of the table. `unit` is `×` for a ratio of two samples that were taken in turn. `specified` is what a
 * simulated figure should come to.
 */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly specified?: number;
};

/** Takes one sample, in milliseconds. */
export type Sample = () => Promise<number>;

export const node = process.env.KARTEI_NODE ?? process.execPath;
export const interrupt = '\u0003';
/** The last line of every screen names the way out; with it the frame is complete. */
export const footer = /q leave|Esc actions/;

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

/** Times in seconds, the largest resident size in MB. */
export type RunCost = { readonly time: number; readonly processor: number; readonly peak: number };

/** One run of a command that has much to do; what it cost is written by the process itself when it ends. */
export function runCost(args: readonly string[], home: string): RunCost {
  const folder = mkdtempSync(join(tmpdir(), 'kartei-cost-'));
  try {
    const [hook, log] = [join(folder, 'hook.cjs'), join(folder, 'log')];
    const report = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(log)}, JSON.stringify(process.resourceUsage())));`;
    writeFileSync(hook, report);
    const start = process.hrtime.bigint();
    const options: SpawnSyncOptions = { env: isolatedEnvironment(home), cwd: home, stdio: 'ignore' };
    const { status } = spawnSync(node, ['-r', hook, program, ...args], options);
    const time = milliseconds(process.hrtime.bigint() - start) / 1000;
    if (status !== 0) throw new Error(`kartei ${args.join(' ')} ended with ${status}.`);
    const used: NodeJS.ResourceUsage = JSON.parse(readFileSync(log, 'utf8'));
    return { time, processor: (used.userCPUTime + used.systemCPUTime) / 1e6, peak: used.maxRSS / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The three figures of runs of one command. */
export function costFigures(name: string, costs: readonly RunCost[]): Figure[] {
  return [
    { name, value: median(costs.map(({ time }) => time)), unit: 's' },
    { name: `${name}, processor`, value: median(costs.map(({ processor }) => processor)), unit: 's' },
    { name: `${name}, peak memory`, value: Math.max(...costs.map(({ peak }) => peak)), unit: 'MB' },
  ];
}

/** The time from the start to the write that completes the first frame, or the one that is wanted. */
export function firstFrameTime(options: PtyOptions, isWanted = isComplete): Sample {
  return () =>
    withSession(options, async (session) => {
      const at = await session.waitFor(isWanted);
      // Leaving in good order writes the code cache, which a killed program cannot.
      session.press(interrupt);
      await session.exit;
      return milliseconds(at - session.startedAt);
    });
}

/** The time from the start until a key that is pressed as soon as the first frame is seen has its own frame. */
export function firstKeyTime(options: PtyOptions, key: string): Sample {
  return () =>
    withSession(options, async (session) => {
      await session.waitFor((screen) => isComplete(screen));
      const before = session.outputs.length;
      session.press(key);
      const at = await session.waitFor(() => session.outputs.length > before);
      session.press(interrupt);
      await session.exit;
      return milliseconds(at - session.startedAt);
    });
}

/** Samples by their name, in the order in which they were taken. */
export type Taken = Readonly<Record<string, readonly number[]>>;

/** Takes samples in turn, so that a busy moment of the machine meets all of them. */
export async function interleave(
  samples: Readonly<Record<string, Sample>>,
  runs: number,
  warming = 2,
): Promise<Taken> {
  const taken = new Map(Object.keys(samples).map((name): [string, number[]] => [name, []]));
  // The first runs write the code cache and the index.
  for (let run = -warming; run < runs; run++) {
    for (const [name, times] of [...taken]) {
      try {
        const time = await samples[name]?.();
        if (run >= 0 && time !== undefined) times.push(time);
      } catch (failure) {
        taken.delete(name);
        tellFailure(name, failure);
      }
    }
  }
  return Object.fromEntries(taken);
}

/** The median of the ratios of samples that were taken one after the other. */
export function ratio(name: string, over: readonly number[] = [], under: readonly number[] = []): Figure {
  return { name, value: median(over.map((time, run) => time / (under[run] ?? Number.NaN))), unit: '×' };
}

/** What could not be measured is told, and the rest goes on. */
export function tellFailure(name: string, failure: unknown): void {
  process.exitCode = 1;
  process.stderr.write(`Not measured: ${name}. ${failure instanceof Error ? failure.message : failure}\n`);
}

export const isComplete = (screen: readonly string[]): boolean => screen.some((line) => footer.test(line));

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

/**
 * V8 looks every eight seconds whether a program has come to rest since it last collected garbage, as each start of ours
 * makes it do once, and then tidies its memory up: up to 80 ms of all threads, within three quarters of a minute.
 */
const tidying = 45_000;

/** What `duration` milliseconds of nothing cost: bytes on the terminal and processor time in milliseconds. */
export async function idleCost(options: PtyOptions, duration: number) {
  return withSession(options, async (session) => {
    await session.waitFor((screen) => isComplete(screen));
    await settled(session.pid);
    await pause(tidying);
    const outputs = session.outputs.length;
    const before = processorTime(session.pid);
    await pause(duration);
    const bytes = session.outputs.slice(outputs).reduce((sum, output) => sum + output.bytes.length, 0);
    return { bytes, time: processorTime(session.pid) - before, peak: peakMemory(session.pid) };
  });
}

/** Waits until a start is over, on a busy machine too: half a second in which it took less than a millisecond. */
async function settled(pid: number): Promise<void> {
  for (let before = Number.NEGATIVE_INFINITY; processorTime(pid) - before >= 1; ) {
    before = processorTime(pid);
    await pause(500);
  }
}

/** Processor time of all threads that live, in milliseconds; the scheduler counts it in nanoseconds. */
function processorTime(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const times = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'));
  return times.reduce((sum, time) => sum + Number.parseInt(time, 10), 0) / 1e6;
}

/** The largest resident size so far, in MB. */
export function peakMemory(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

export function milliseconds(nanoseconds: bigint): number {
  return Number(nanoseconds) / 1e6;
}

export function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
