import { type Fault, type FaultyRun, noFault } from './faulty-program.ts';
import { complaints, isOrderly, learnerHome, ratedCards, saidSaved, studyFaulty } from './faulty-study.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What goes wrong at a change: once, from then on, or the program is killed before it or in the middle of it. */
export const faultsAt = (change: number): readonly Fault[] => [
  { from: change, to: change, code: change % 2 === 0 ? 'EIO' : 'ENOSPC' },
  { from: change, to: Number.MAX_SAFE_INTEGER, code: change % 2 === 0 ? 'ENOSPC' : 'EROFS' },
  { from: change, to: change, code: 'SIGKILL' },
];

/** Studies once for each fault in a fresh home; says what was wrong, if anything. */
export async function studyThroughFaults(changes: readonly number[]): Promise<readonly string[]> {
  const cache = temporaryFolder();
  const found: string[] = [];
  for (const fault of changes.flatMap(faultsAt)) {
    const home = learnerHome();
    const run = studyFaulty(home, fault, cache);
    const where = `${JSON.stringify(fault)} ${run.changes[fault.from - 1]}`;
    const wrong = [...(await complaints(home, saidSaved(run.stdout))), ...untold(run, fault)];
    found.push(...wrong.map((what) => `${where}: ${what}`));
  }
  return found;
}

/** What the program should have told of an error and has not. */
function untold(run: FaultyRun, { code, from, to }: Fault): readonly string[] {
  if (code === 'SIGKILL') return [];
  const lost = ratedCards - saidSaved(run.stdout);
  return [
    ...(isOrderly(run) ? [] : [`an error of the program itself: ${run.status} ${run.stderr}`]),
    ...(lost > 0 && !run.stdout.includes('NOT SAVED') ? [`not a word of ${lost} ratings`] : []),
    ...(lost > 0 && from === to ? [`one fault cost ${lost} ratings`] : []),
  ];
}

/** How many changes a first session makes. */
export const changesOfStudy = (): number => studyFaulty(learnerHome(), noFault).changes.length;

/** At most so many of the numbers from 1 on, evenly apart. */
export function spread(count: number, most: number): readonly number[] {
  const step = Math.max(1, count / most);
  return Array.from({ length: Math.min(count, most) }, (_, i) => Math.floor(step * (i + 0.5)) + 1);
}
