import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FixtureSize, writeDecks, writeHistory } from '../bench/fixtures.ts';
import { progressIn } from './killed-session.ts';
import { trace } from './strace.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What one rating does to the disk, counted by strace. */
export interface RatingCost {
  /** Into files. */
  readonly writes: number;
  readonly syncs: number;
  readonly newFolders: number;
  /** Calls of any kind that name a file or a descriptor. */
  readonly calls: number;
}

const day = 86_400_000;

/** A home with a history of this size, whose last reviews are three days old. */
export function homeWithHistory(size: FixtureSize): string {
  const home = temporaryFolder();
  mkdirSync(join(home, 'decks'));
  writeDecks(join(home, 'decks'), size);
  writeHistory(progressIn(home), size, Date.now() - day);
  return home;
}

/** The costs of so many ratings in one session on lines. The state is stored only after them. */
export function ratingCosts(home: string, ratings: number): readonly RatingCost[] {
  // The first start computes the state and fills the index.
  trace(home, ['due', '--json'], { calls: ['fsync'] });
  const names = ['%file', '%desc'];
  const input = `${'a\n3\n'.repeat(ratings)}:q\n`;
  const run = trace(home, ['drill', '--plain', 'decks/part-0/deck-0000.md'], { calls: names, input });
  const lines = run.calls.map(({ line }) => line);
  const ends = lines.flatMap((line, i) => (/^write\(1<.*"Saved: 3/u.test(line) ? [i] : []));
  if (ends.length !== ratings)
    throw new Error(`${ends.length} of ${ratings} ratings were saved:\n${run.stdout}`);
  const begins = [lines.findIndex((line) => /^write\(1<.*"Rate: /u.test(line)), ...ends];
  return ends.map((end, i) => costOf(lines.slice(begins[i], end), home));
}

const costOf = (lines: readonly string[], home: string): RatingCost => ({
  writes: lines.filter((line) => /^p?write\w*\(/u.test(line) && line.includes(`<${home}`)).length,
  syncs: lines.filter((line) => /^f(?:data)?sync\(/u.test(line)).length,
  newFolders: lines.filter((line) => /^mkdir\(.* = 0$/u.test(line)).length,
  calls: lines.length,
});
