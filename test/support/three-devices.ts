import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { Entry, Happening } from '../../src/core/history/entry.ts';
import { firstInstantFor } from '../../src/core/history/first-instant-for.ts';
import { mergeEntries } from '../../src/core/history/merge.ts';
import type { Progress } from '../../src/core/history/progress.ts';
import { replay } from '../../src/core/history/replay.ts';
import { createFileJournal } from '../../src/storage/file-journal.ts';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import type { Journal } from '../../src/storage/journal.ts';
import { readJournal } from '../../src/storage/read-journal.ts';
import { RecordedProgress } from '../../src/storage/recorded-progress.ts';
import { createStateStore } from '../../src/storage/state-store.ts';
import { journalFiles } from '../../src/storage/upkeep/journal-files.ts';

const start = Date.UTC(2026, 10, 1, 9);
const hour = 3_600_000;
/** When everybody looks at what came of it. */
const evening = start + 60 * 24 * hour;

/** What a learner does on one device. */
type Deed =
  | { readonly kind: 'rate'; readonly card: number; readonly rating: 1 | 2 | 3 | 4 }
  | { readonly kind: 'suspend' | 'resume' | 'reset' | 'bury' | 'flag'; readonly card: number }
  /** Takes back what this device did last. */
  | { readonly kind: 'undo' }
  /** The program ends and starts again. */
  | { readonly kind: 'restart' };

/** How what two devices have comes together. */
const meetings = ['git-merge', 'synced-folder', 'copy'] as const;

type Act =
  | {
      readonly kind: 'study';
      readonly device: number;
      readonly pause: number;
      readonly deeds: readonly Deed[];
    }
  | { readonly kind: 'meet'; readonly how: (typeof meetings)[number]; readonly pair: number };

const card = fc.integer({ min: 0, max: 5 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('rate' as const), card, rating: fc.constantFrom(1, 2, 3, 4) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('suspend', 'resume', 'reset', 'bury', 'flag'), card }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'undo' } as const, { kind: 'restart' } as const) },
);

const study: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant('study' as const),
  device: fc.integer({ min: 0, max: 2 }),
  /** Clocks also step back. */
  pause: fc.integer({ min: -hour, max: 30 * hour }),
  deeds: fc.array(deed, { minLength: 1, maxLength: 8 }),
});
const meet: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant('meet' as const),
  how: fc.constantFrom(...meetings),
  pair: fc.integer({ min: 0, max: 2 }),
});

/** Studying on three devices, which meet now and then. */
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: study }, { weight: 1, arbitrary: meet }),
  { minLength: 2, maxLength: 10 },
);

const pairs = [
  [0, 1],
  [1, 2],
  [2, 0],
] as const;

let hex = 0x10000000;

/** The second is a copy of the first's home that was not noticed. */
const names = ['a1b2c3d4', 'a1b2c3d4', 'c1b2c3d4'];
/** How far their clocks are ahead; the last one so far that nobody believes it. */
const clocks = [0, hour / 3, 72 * hour];

/** One of the devices: a progress folder that is a Git work tree, a stored state, and a clock of its own. */
class Device {
  readonly folder: string;
  readonly name: string;
  /** Entries that were acknowledged here. */
  readonly acknowledged: Entry[] = [];
  private journal: Journal;
  private recorded: RecordedProgress;
  private now: number;

  constructor(root: string, number: number) {
    this.folder = join(root, `device-${number}`);
    this.name = names[number] ?? '';
    this.now = start + (clocks[number] ?? 0);
    mkdirSync(this.progress, { recursive: true });
    git(this.progress, 'init', '--quiet', '--initial-branch=main');
    this.journal = this.openJournal();
    this.recorded = this.openProgress();
  }

  get progress(): string {
    return join(this.folder, 'progress');
  }

  private openJournal(): Journal {
    const randomHex = (): string => (hex++).toString(16);
    const { progress, name: device } = this;
    return createFileJournal({ fileSystem: diskFileSystem, progress, device, app: '0.1.0', randomHex });
  }

  private openProgress(): RecordedProgress {
    const [state, quarantine] = [join(this.folder, 'state'), join(this.folder, 'quarantine')];
    const store = createStateStore({ fileSystem: diskFileSystem, state, quarantine });
    return new RecordedProgress({
      fileSystem: diskFileSystem,
      progress: this.progress,
      store,
      now: () => this.now,
    });
  }

  async study(pause: number, deeds: readonly Deed[]): Promise<void> {
    this.now += pause;
    for (const one of deeds) {
      this.now += 20_000;
      if (one.kind === 'restart') await this.restart();
      else this.record(happeningOf(one, this.acknowledged, this.now));
    }
    await this.restart();
  }

  private record(happening: Happening | undefined): void {
    if (happening === undefined) return;
    this.recorded.refresh();
    const { now } = this;
    const notBefore = firstInstantFor([happening], this.recorded.progress, now) ?? now;
    const entries = this.journal.append([happening], { now, tz: 60, notBefore });
    this.recorded.take(entries);
    this.acknowledged.push(...entries);
  }

  /** Ends this process and begins another one, which goes on from the stored state. */
  private async restart(): Promise<void> {
    await this.recorded.write();
    this.journal.close();
    this.journal = this.openJournal();
    this.recorded = this.openProgress();
  }

  /** What this device's program says of all cards, from its stored state and what came since. */
  schedule(): string {
    this.now = evening;
    this.recorded = this.openProgress();
    this.recorded.need();
    return scheduleOf(this.recorded.progress);
  }

  /** What the journal says, read from its beginning. */
  truth(): { readonly ids: readonly string[]; readonly schedule: string; readonly flaws: readonly string[] } {
    const { progress } = this;
    const { segments, problems } = readJournal({ fileSystem: diskFileSystem, progress, now: evening });
    const entries = mergeEntries(segments);
    return {
      ids: entries.filter(({ kind }) => kind !== 'segment').map(({ id }) => id),
      schedule: scheduleOf(replay(entries, { now: evening })),
      flaws: problems.map(({ flaw, file }) => `${flaw} ${file}`),
    };
  }
}

/** Everything that the journal says of cards and days, in a text that does not depend on how it was computed. */
const scheduleOf = ({ cards, days }: Progress): string =>
  JSON.stringify([sorted(cards.entries()), sorted(days.entries())], (_, value) =>
    value instanceof Object && !Array.isArray(value)
      ? Object.fromEntries(sorted(Object.entries(value)))
      : value,
  );

const sorted = <T>(entries: Iterable<readonly [string, T]>): readonly (readonly [string, T])[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

function happeningOf(one: Exclude<Deed, { kind: 'restart' }>, own: readonly Entry[], now: number) {
  if (one.kind === 'undo') {
    const last = own.findLast(
      ({ kind, id }) => kind !== 'undo' && !own.some((e) => e.kind === 'undo' && e.of === id),
    );
    return last === undefined ? undefined : ({ kind: 'undo', of: last.id } as const);
  }
  const ref = { collection: 'test', deck: 'deck', card: `c${one.card}`, part: '' };
  switch (one.kind) {
    case 'rate': {
      const memory = [1, 1, 1, 1] as const;
      return {
        kind: 'review',
        ...ref,
        rating: one.rating,
        ms: 1000,
        mode: 'study',
        verdict: 'exact',
        memory,
      } as const;
    }
    case 'bury':
      return { kind: 'bury', ...ref, until: now + 20 * hour } as const;
    case 'flag':
      return { kind: 'flag', ...ref, on: true, text: 'é' } as const;
    default:
      return { kind: one.kind, ...ref } as const;
  }
}

const gitEnvironment = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'learner'],
      [`GIT_${who}_EMAIL`, 'learner@example.org'],
    ]),
  ),
};

const git = (folder: string, ...words: string[]): string =>
  execFileSync('git', words, { cwd: folder, env: gitEnvironment, encoding: 'utf8', stdio: 'pipe' });

const ways: Readonly<Record<(typeof meetings)[number], (a: Device, b: Device) => void>> = {
  /** Commits on both sides, a merge here, and one there that only moves forward. Throws on a conflict. */
  'git-merge': (a, b) => {
    for (const { progress } of [a, b]) {
      git(progress, 'add', '--all');
      git(progress, 'commit', '--quiet', '--allow-empty', '--message=progress');
    }
    for (const [to, from] of [
      [a, b],
      [b, a],
    ] as const) {
      git(to.progress, 'fetch', '--quiet', from.progress, 'main');
      git(to.progress, 'merge', '--quiet', '--no-edit', '--allow-unrelated-histories', 'FETCH_HEAD');
    }
  },
  /** A synchronizer: the longer file wins, and the other stays as a conflict copy on both sides. */
  'synced-folder': (a, b) => {
    const paths = new Set([a, b].flatMap(filesOf));
    for (const path of paths) bringTogether(a.progress, b.progress, path);
  },
  copy: (a, b) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const path of filesOf(from)) {
        const target = join(to.progress, path);
        if (
          existsSync(target) &&
          readFileSync(target).length >= readFileSync(join(from.progress, path)).length
        )
          continue;
        mkdirSync(dirname(target), { recursive: true });
        cpSync(join(from.progress, path), target);
      }
    }
  },
};

const filesOf = ({ progress }: Device): readonly string[] =>
  journalFiles(diskFileSystem, progress).map(({ path }) => path);

const conflictNames = [
  (stem: string) => `${stem}.sync-conflict-20261121-031341-ABCDEFG.jsonl`,
  (stem: string) => `${stem} (conflicted copy 2026-11-21).jsonl`,
  (stem: string) => `${stem} (1).jsonl`,
];

function bringTogether(here: string, there: string, path: string): void {
  const [mine, theirs] = [join(here, path), join(there, path)];
  if (existsSync(mine) && existsSync(theirs)) {
    const [ours, others] = [readFileSync(mine), readFileSync(theirs)];
    if (ours.equals(others)) return;
    const name = conflictNames[path.length % conflictNames.length] ?? ((stem) => stem);
    const copy = name(path.replace(/\.jsonl$/u, ''));
    for (const folder of [here, there]) cpSync(theirs, join(folder, copy));
    cpSync(mine, theirs);
    return;
  }
  const [from, to] = existsSync(mine) ? [mine, theirs] : [theirs, mine];
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** Plays so many random stories; throws the first in which something was lost, doubled or seen differently. */
export async function playStories(root: string, runs: number): Promise<void> {
  let number = 0;
  const story = fc.asyncProperty(acts, async (played) => {
    const folder = join(root, String(number++));
    const wrong = await playThreeDevices(folder, played);
    rmSync(folder, { recursive: true });
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  });
  await fc.assert(story, { numRuns: runs });
}

/** Plays the acts, lets all meet in the end, and says what was lost, doubled or seen differently, if anything. */
async function playThreeDevices(root: string, played: readonly Act[]): Promise<readonly string[]> {
  const devices = [0, 1, 2].map((number) => new Device(root, number));
  const at = (number: number): Device => {
    const device = devices[number];
    if (device === undefined) throw new Error(`no device ${number}`);
    return device;
  };
  const meetAt = (how: (typeof meetings)[number], [a, b]: readonly [number, number]) =>
    ways[how](at(a), at(b));
  for (const act of played) {
    if (act.kind === 'study') await at(act.device).study(act.pause, act.deeds);
    else meetAt(act.how, pairs[act.pair] ?? pairs[0]);
  }
  const how = meetings[played.length % meetings.length] ?? 'copy';
  for (const pair of [pairs[0], pairs[1], pairs[0]]) meetAt(how, pair);
  return compare(devices);
}

function compare(devices: readonly Device[]): readonly string[] {
  const acknowledged = devices.flatMap((device) => device.acknowledged.map(({ id }) => id)).sort();
  const [first, ...others] = devices.map((device) => ({ device, ...device.truth() }));
  const wrong: string[] = [];
  for (const { device, ids, schedule, flaws } of first === undefined ? [] : [first, ...others]) {
    if ([...ids].sort().join() !== acknowledged.join())
      wrong.push(`${device.name} has ${ids}, not ${acknowledged}`);
    if (schedule !== first?.schedule) wrong.push(`${device.name} has another schedule`);
    if (device.schedule() !== schedule)
      wrong.push(`the program on ${device.name} says something else than its journal`);
    wrong.push(...flaws);
  }
  return wrong;
}
