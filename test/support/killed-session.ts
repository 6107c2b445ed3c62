import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { decodeEntry } from '../../src/core/history/decode-entry.ts';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import { journalFiles } from '../../src/storage/upkeep/journal-files.ts';
import { isolatedEnvironment, program, startKartei } from './pty.ts';
import { deckOf } from './read-deck.ts';
import { seeded } from './seeded.ts';
import { temporaryFolder } from './temporary-folder.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;

/** Signals that end a program at any moment; the last is what the kernel sends when memory runs out. */
export const killSignals = ['SIGTERM', 'SIGHUP', 'SIGKILL'] as const;
export type KillSignal = (typeof killSignals)[number];

/** A deck with more cards than a session can ask. */
export const manyCards = deckOf(
  Array.from(
    { length: 400 },
    (_, n) => `## Which of ${n}?\n\n<!-- id: c${n}, shuffle: false -->\n\n- [x] Alpha\n- [ ] Beta\n`,
  ).join('\n'),
);

export const progressIn = (home: string): string => join(home, '.local/share/kartei/progress');

/** The reviews in the files that were not there before; each process writes files of its own. */
export function newReviews(home: string, known: Set<string>): number {
  let reviews = 0;
  for (const { path } of journalFiles(diskFileSystem, progressIn(home))) {
    if (known.has(path)) continue;
    known.add(path);
    reviews += reviewsIn(join(progressIn(home), path));
  }
  return reviews;
}

const reviewsIn = (path: string): number =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map(decodeEntry)
    .filter((decoded) => decoded.kind === 'entry' && decoded.entry.kind === 'review').length;

export interface Round {
  readonly home: string;
  readonly args: readonly string[];
  readonly signal: KillSignal;
  /** The signal waits for so many ratings shown as saved, which a busy machine shows late; undefined: for none. */
  readonly ratings: number | undefined;
  /** Milliseconds from then, or from the start, to the signal. */
  readonly moment: number;
  /** What goes before the program, such as `strace` and its words. */
  readonly before?: readonly string[];
}

/** Studies on lines until the signal comes; gives how often a rating was said to be saved. */
export function studyLinesUntilKilled(round: Round): Promise<number> {
  const { home, args, signal, ratings, moment, before = [] } = round;
  const [file = node, ...words] = [...before, node, program, 'drill', '--plain', ...args];
  const child = spawn(file, words, { cwd: home, env: isolatedEnvironment(home) });
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    timer ??= setTimeout(() => child.kill(signal), moment);
  };
  if (ratings === undefined) arm();
  const said: Buffer[] = [];
  const saved = () => Buffer.concat(said).toString().split('Saved: 3').length - 1;
  child.stdout.on('data', (bytes: Buffer) => {
    said.push(bytes);
    if (saved() >= (ratings ?? 0)) arm();
  });
  child.stderr.resume();
  child.stdin.on('error', () => undefined);
  child.stdin.end('a\n3\n'.repeat(390));
  return new Promise((resolve) => {
    child.once('close', () => {
      clearTimeout(timer);
      resolve(saved());
    });
  });
}

/** Studies on the screen until the signal comes; gives how many cards the header said were done. */
export async function studyScreenUntilKilled(round: Round): Promise<number> {
  const { home, args, signal, ratings, moment } = round;
  const session = await startKartei({ home, args: ['drill', ...args] });
  let done = 0;
  const look = (screen: readonly string[]): boolean => {
    done = Math.max(done, Number(/ (\d+) of \d+ ·/u.exec(screen[0] ?? '')?.[1] ?? 0));
    return false;
  };
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    timer ??= setTimeout(() => session.kill(signal), moment);
  };
  if (ratings === undefined) arm();
  const watching = session.waitFor((screen) => look(screen), 60_000).catch(() => undefined);
  const rate = async (): Promise<void> => {
    for (;;) {
      const before = done;
      await session.waitFor((screen) => screen.some((line) => /a–b choose/u.test(line)), 60_000);
      if (done >= (ratings ?? 0)) arm();
      session.press('a\r');
      await session.waitFor((screen) => screen.some((line) => /1–4 rate/u.test(line)), 60_000);
      session.press('3');
      await session.waitFor(() => done > before, 60_000);
    }
  };
  await rate().catch(() => undefined);
  await session.exit;
  clearTimeout(timer);
  await watching;
  look(session.screen());
  await session.close();
  return done;
}

export interface Tally {
  /** Ratings shown as saved. */
  acknowledged: number;
  /** Rounds after which a fresh look found fewer than were shown. */
  lost: string[];
  rounds: number;
}

export interface Killing {
  readonly rounds: number;
  readonly studyUntilKilled: (round: Round) => Promise<number>;
  /** Most of the signals come after fewer ratings than these. */
  readonly ratings: number;
  /** How many sessions write at once. */
  readonly writers?: number;
}

/** Milliseconds in which a start, or a card with its rating, comes to any of its moments. */
const longestStart = 800;
const longestRating = 60;

/** Kills session after session in one home, at seeded moments, and looks after each round for what was shown. */
export async function killRounds(
  home: string,
  random: () => number,
  { rounds, studyUntilKilled, ratings: most, writers = 1 }: Killing,
): Promise<Tally> {
  const known = new Set<string>();
  const tally: Tally = { acknowledged: 0, lost: [], rounds };
  const draw = (): Round => {
    const signal = killSignals[Math.floor(random() * killSignals.length)] ?? 'SIGKILL';
    const ratings = random() < 0.2 ? undefined : Math.floor(random() * most);
    const moment = random() * (ratings === undefined ? longestStart : longestRating);
    return { home, args: ['decks/many.md'], signal, ratings, moment };
  };
  for (let i = 0; i < rounds; i++) {
    const drawn = Array.from({ length: writers }, draw);
    const shown = (await Promise.all(drawn.map(studyUntilKilled))).reduce((sum, one) => sum + one);
    const found = newReviews(home, known);
    tally.acknowledged += shown;
    if (found < shown) {
      const when = drawn.map(
        ({ signal, moment, ratings }) =>
          `${signal} ${moment} ms after ${ratings ?? 'the start and no'} ratings`,
      );
      tally.lost.push(`round ${i}: ${when}, shown ${shown}, found ${found}`);
    }
  }
  return tally;
}

/** What the doctor says of damage; torn tails are what a kill may leave. */
export function damageIn(home: string): readonly string[] {
  const words = [program, 'doctor', '--json'];
  const { stdout } = spawnSync(node, words, { env: isolatedEnvironment(home), encoding: 'utf8' });
  const { findings } = JSON.parse(stdout) as { findings: readonly { kind: string; severity: string }[] };
  return findings.filter(({ severity }) => severity === 'error').map(({ kind }) => kind);
}

/** Kills sessions of a new home so many times: nothing that was shown as saved is lost, and no file is damaged. */
export async function expectNothingLost(seed: number, how: Killing): Promise<void> {
  const home = temporaryFolder({ 'decks/many.md': manyCards });
  const tally = await killRounds(home, seeded(seed), how);
  expect(tally.lost).toEqual([]);
  expect(tally.acknowledged).toBeGreaterThan(how.rounds);
  expect(damageIn(home)).toEqual([]);
}
