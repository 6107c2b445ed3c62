import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isolatedEnvironment } from '../support/pty.ts';
import { largeDecks, plainDeckText } from './fixtures.ts';
import { commandTime, type Figure, interleave, median, milliseconds, type Sample } from './measure.ts';
import type { Worlds } from './worlds.ts';

/** A native flashcard program that reads Markdown, measured beside ours where somebody has installed it. */
const other = 'hashcards';

/** The same 100,000 questions and answers in both programs, in turn. Nothing where the other one is missing. */
export async function besideFigures(worlds: Worlds, runs: number): Promise<Figure[]> {
  if (spawnSync(other, ['--version'], { stdio: 'ignore' }).status !== 0) return [];
  const theirs = worlds.empty('their decks');
  writePlainDecks(theirs);
  const { home } = worlds.large('beside');
  const cold: Sample = () => {
    rmSync(join(home, '.cache/kartei/decks'), { recursive: true, force: true });
    return commandTime(['due'], home)();
  };
  const taken = await interleave(
    {
      'kartei due': commandTime(['due'], home),
      [`${other} due`]: programTime(['due', theirs], home),
      'kartei due, first index': cold,
      'kartei lint': commandTime(['lint', worlds.largeDecks()], home),
      [`${other} check`]: programTime(['check', theirs], home),
    },
    runs,
    1,
  );
  return Object.entries(taken).map(([name, times]) => ({
    name: `100,000 cards: ${name}`,
    value: median(times) / 1000,
    unit: 's',
  }));
}

function programTime(args: readonly string[], home: string): Sample {
  return async () => {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(other, args, { env: isolatedEnvironment(home), cwd: home, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${other} ${args.join(' ')} ended with ${status}.`);
    return milliseconds(process.hrtime.bigint() - start);
  };
}

function writePlainDecks(folder: string): void {
  const { decks, cardsPerDeck } = largeDecks;
  mkdirSync(folder, { recursive: true });
  for (let deck = 0; deck < decks; deck++)
    writeFileSync(join(folder, `deck-${deck}.md`), plainDeckText(deck, cardsPerDeck));
}
