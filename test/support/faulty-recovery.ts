import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { ownDevice } from '../../src/commands/desk/open-journal.ts';
import { locate } from '../../src/storage/locations.ts';
import { noFault, runFaulty } from './faulty-program.ts';
import { isOrderly, unsound } from './faulty-study.ts';
import { faultsAt, spread } from './faulty-study-rounds.ts';
import { progressIn } from './killed-session.ts';
import { learnAll } from './learned-home.ts';
import { deckOf } from './read-deck.ts';
import { filesBelow, idsFound, recordAt } from './recorded-home.ts';
import { runCommand, systemOf } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Something that puts a home in order, and a home that is in need of it. */
export interface Recovery {
  readonly name: string;
  readonly words: readonly string[];
  /** Leaves a home in need; what it had recorded before, or what this gives, is what must be there in the end. */
  prepare(home: string): Promise<ReadonlySet<string> | undefined> | undefined;
  /** What is wrong after all was mended, beside what every home is looked at for. */
  lookAfter?(home: string, whole: ReadonlySet<string>): Promise<readonly string[]>;
  /** Records that are on no disk of this home while it is in need. */
  readonly isMissingSome?: boolean;
}

const day = 86_400_000;
const cutInHalf = (path: string): void => truncateSync(path, statSync(path).size >> 1);

const journalsIn = (home: string): readonly string[] =>
  filesBelow(progressIn(home)).filter((path) => path.endsWith('.jsonl'));
const stateIn = (home: string): string => join(home, '.local/state/kartei');
const inProcess = (home: string, ...words: string[]) => runCommand(words, { cwd: home, now: Date.now() });

export const recoveries: readonly Recovery[] = [
  {
    name: 'computing a lost state from the journal',
    words: ['due'],
    prepare: (home) => {
      rmSync(join(stateIn(home), 'summary.json'));
      return undefined;
    },
  },
  {
    name: 'setting a broken state aside',
    words: ['due'],
    prepare: (home) => {
      for (const path of filesBelow(stateIn(home)).filter((one) => one.endsWith('.json'))) {
        cutInHalf(path);
      }
      return undefined;
    },
  },
  {
    name: 'taking a backup',
    words: ['backup'],
    prepare: (home) => {
      rmSync(join(home, '.local/share/kartei/backups'), { recursive: true });
      return undefined;
    },
  },
  { name: 'sealing past months', words: ['backup', '--seal'], prepare: () => undefined },
  {
    name: 'restoring',
    words: ['restore'],
    isMissingSome: true,
    prepare: async (home) => {
      await inProcess(home, 'backup');
      const [first = '', second = ''] = journalsIn(home);
      rmSync(first);
      cutInHalf(second);
      return undefined;
    },
  },
  {
    name: 'mending what the doctor found',
    words: ['doctor', '--fix'],
    isMissingSome: true,
    prepare: async (home) => {
      await inProcess(home, 'backup');
      const [first = ''] = journalsIn(home);
      cutInHalf(first);
      return undefined;
    },
  },
  {
    name: 'exchanging with another machine',
    words: ['sync'],
    isMissingSome: true,
    prepare: studyOnTwoMachines,
    lookAfter: async (home, whole) => {
      const { code, err } = await runCommand(['sync'], { cwd: otherIn(home), now: Date.now() });
      const found = differences(whole, idsFound(progressIn(otherIn(home))), 'on the other machine');
      return code === 0 ? found : [...found, `the other machine's sync ends with ${code}: ${err}`];
    },
  },
];

const otherIn = (home: string): string => join(home, 'other');

/** Two machines that have exchanged once; since then both studied, and the other one has sent what it has. */
async function studyOnTwoMachines(home: string): Promise<ReadonlySet<string>> {
  const [other, remote] = [otherIn(home), join(home, 'remote.git')];
  const learn = (at: number, machine: string) => learnAll(machine, join(home, 'decks'), Date.now() - at);
  const sync = async (machine: string, ...words: string[]): Promise<void> => {
    const { code, err } = await runCommand(['sync', ...words], { cwd: machine, now: Date.now() });
    if (code !== 0) throw new Error(err);
  };
  mkdirSync(other);
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  await learn(5 * day, other);
  for (const machine of [home, other]) await sync(machine, '--init', remote);
  await learn(4 * day, home);
  await learn(3 * day, other);
  await sync(other);
  return new Set([home, other].flatMap((machine) => [...idsFound(progressIn(machine))]));
}

/** A home with two months of sessions, a schedule, a backup and nothing wrong. */
export async function orderlyHome(): Promise<string> {
  const home = temporaryFolder({
    'decks/.kartei.yaml': 'name: test\n',
    'decks/a.md': deckOf('## One?\n\nuname\n\n## Two?\n\nhostname\n\n'),
  });
  const now = Date.now();
  const device = ownDevice(locate(systemOf({ cwd: home })));
  for (const age of [70, 69, 40, 38]) recordAt(progressIn(home), now - age * day, 3, device);
  await learnAll(home, join(home, 'decks'), now - day);
  return home;
}

/** Lets one change after the other go wrong in a home that is in the same need each time; says what was lost or doubled, if anything. */
export async function recoverThroughFaults(
  recovery: Recovery,
  most: number,
): Promise<{ readonly tried: number; readonly wrong: readonly string[] }> {
  const home = await orderlyHome();
  const kept = temporaryFolder();
  const before = idsFound(progressIn(home));
  const whole = (await recovery.prepare(home)) ?? before;
  const left = recovery.isMissingSome ? idsFound(progressIn(home)) : whole;
  cpSync(home, kept, { recursive: true, preserveTimestamps: true });
  const startAnew = (): void => {
    for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true });
    cpSync(kept, home, { recursive: true, preserveTimestamps: true });
  };
  const changes = runFaulty(home, recovery.words, noFault).changes.length;
  const tried = spread(changes, most);
  const wrong: string[] = [];
  for (const fault of tried.flatMap(faultsAt)) {
    startAnew();
    const run = runFaulty(home, recovery.words, fault);
    const found = [
      ...(fault.code === 'SIGKILL' || isOrderly(run) ? [] : [`an error of its own: ${run.stderr}`]),
      ...differences(left, idsFound(progressIn(home)), 'at once').filter((what) => what.startsWith('lost')),
    ];
    const again = runFaulty(home, recovery.words, noFault);
    if (again.status !== 0 && again.status !== 1) found.push(`again: ${again.status} ${again.stderr}`);
    found.push(...differences(whole, idsFound(progressIn(home)), 'after another run'));
    found.push(...(await unsound(home)), ...((await recovery.lookAfter?.(home, whole)) ?? []));
    wrong.push(...found.map((what) => `${JSON.stringify(fault)} ${run.changes[fault.from - 1]}: ${what}`));
  }
  return { tried: tried.length, wrong };
}

function differences(wanted: ReadonlySet<string>, found: ReadonlySet<string>, when: string): string[] {
  const lost = [...wanted].filter((id) => !found.has(id));
  const more = [...found].filter((id) => !wanted.has(id));
  return [
    ...(lost.length > 0 ? [`lost ${when}: ${lost}`] : []),
    ...(more.length > 0 ? [`more than there was ${when}: ${more}`] : []),
  ];
}
