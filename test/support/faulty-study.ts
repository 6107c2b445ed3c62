import { join } from 'node:path';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import { readJournal } from '../../src/storage/read-journal.ts';
import { type Fault, type FaultyRun, runFaulty } from './faulty-program.ts';
import { manyCards, progressIn } from './killed-session.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const ratedCards = 4;
export const ratings = 'a\n3\n'.repeat(ratedCards);

export const learnerHome = (): string => temporaryFolder({ 'decks/many.md': manyCards });

/** Rates four cards on lines while something goes wrong. A cache that others filled makes no difference but in time. */
export const studyFaulty = (home: string, fault: Fault, cache = join(home, '.cache')): FaultyRun =>
  runFaulty(home, ['drill', '--plain', 'decks/many.md'], fault, {
    input: ratings,
    env: { XDG_CACHE_HOME: cache },
  });

/** How often a session on lines said that a rating is saved. */
export const saidSaved = (stdout: string): number => stdout.split('Saved: 3').length - 1;

/** The cards of all reviews that a fresh start finds, each entry once. */
export const reviewedCards = (home: string): readonly string[] => [...reviewsFound(home).values()];

/** Ids and cards. */
export function reviewsFound(home: string): ReadonlyMap<string, string> {
  const progress = progressIn(home);
  const { segments } = readJournal({ fileSystem: diskFileSystem, progress, now: Date.now() });
  const reviews = new Map<string, string>();
  for (const { entries } of segments) {
    for (const entry of entries) if (entry.kind === 'review') reviews.set(entry.id, entry.card);
  }
  return reviews;
}

/** What is wrong after a session that asked each card once and said so many ratings to be saved; `before`: in earlier ones. */
export async function complaints(
  home: string,
  said: number,
  before: ReadonlyMap<string, string> = new Map(),
): Promise<readonly string[]> {
  const reviews = reviewsFound(home);
  const lost = [...before.keys()].filter((id) => !reviews.has(id));
  if (lost.length > 0) return [`lost what there was: ${lost}`];
  const cards = [...reviews].flatMap(([id, card]) => (before.has(id) ? [] : [card]));
  const found: string[] = [];
  if (cards.length < said) found.push(`${said} said to be saved, ${cards.length} found`);
  if (new Set(cards).size < cards.length) found.push(`recorded twice: ${cards}`);
  return [...found, ...(await unsound(home))];
}

/** What a fresh start and the doctor after it say of a home in which nothing is lost. */
export async function unsound(home: string): Promise<readonly string[]> {
  const setting = { cwd: home, now: Date.now() };
  const start = await runCommand(['due', '--json'], setting);
  if (start.code !== 0) return [`a fresh start ends with ${start.code}: ${start.err}`];
  const { findings } = JSON.parse((await runCommand(['doctor', '--json'], setting)).out) as {
    findings: readonly { kind: string; severity: string; where: string }[];
  };
  return findings
    .filter(({ kind, severity }) => severity === 'error' || kind.startsWith('state-'))
    .map(({ kind, where }) => `the doctor says ${kind} of ${where}`);
}

/** Whether the program has told of an error as one of its own, and not as a fault in itself. */
export const isOrderly = ({ stderr, status }: FaultyRun): boolean =>
  status !== 70 && !/\n\s+at |node:internal|Error:/u.test(stderr);
