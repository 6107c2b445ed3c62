import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deckPath, largeDecks } from './fixtures.ts';
import {
  commandTime,
  costFigures,
  type Figure,
  firstFrameTime,
  interleave,
  interrupt,
  milliseconds,
  ratio,
  runCost,
  type Sample,
  withSession,
} from './measure.ts';
import type { World, Worlds } from './worlds.ts';

/** Decks of the large collection that stand below the shipped ones on a home screen of 60 rows. */
const decksInView = 20;

/** Starts with many cards and many reviews, indexed and with a valid state, against starts with few. */
export async function largeStartFigures(worlds: Worlds, runs: number): Promise<Figure[]> {
  const changing = worlds.largeDecks(', one changed');
  const changed = worlds.large('changed', 0, changing);
  const large = worlds.large('large');
  const million = worlds.large('million', 1_000_000);
  for (const { home } of [changed, large, million]) await commandTime(['due'], home)();
  const tall = { rows: 60 };
  let run = 0;
  /** Adds a card to a deck; gives how the home screen shows that this was seen. */
  const change = (): ((screen: readonly string[]) => boolean) => {
    const deck = run % decksInView;
    const cards = largeDecks.cardsPerDeck + 1 + Math.floor(run / decksInView);
    appendFileSync(join(changing, deckPath(deck)), `\n## Is this card of run ${run++} new?\n\nIt is.\n`);
    const row = new RegExp(` Deck ${deck} .* of ${cards}$`);
    return (screen) => screen.some((line) => row.test(line));
  };
  const afterChange: Sample = () => {
    change();
    return firstFrameTime({ ...changed, ...tall })();
  };
  const untilSeen: Sample = () => firstFrameTime({ ...changed, ...tall }, change())();
  const taken = await interleave(
    {
      shipped: firstFrameTime(worlds.shipped()),
      large: firstFrameTime(large),
      million: firstFrameTime(million),
      'shipped, tall': firstFrameTime({ ...worlds.shipped(), ...tall }),
      changed: afterChange,
      seen: untilSeen,
      'study, shipped': studied(worlds.shipped()),
      'study, large': studied(large),
      'study, million': studied(million),
      'due, large': commandTime(['due'], large.home),
      'due, million': commandTime(['due'], million.home),
    },
    runs,
  );
  return [
    ratio('start, 100,000 cards against shipped', taken.large, taken.shipped),
    ratio('start, one of 1,000 decks changed', taken.changed, taken['shipped, tall']),
    ratio('start, one of 1,000 decks changed, until it is seen', taken.seen, taken['shipped, tall']),
    ratio('start, 1,000,000 reviews against none', taken.million, taken.large),
    ratio('start of study, 100,000 cards against shipped', taken['study, large'], taken['study, shipped']),
    ratio('start of study, 1,000,000 reviews against none', taken['study, million'], taken['study, large']),
    ratio('due, 1,000,000 reviews against none', taken['due, million'], taken['due, large']),
  ];
}

const studied = (world: World): Sample => firstFrameTime({ ...world, args: ['study'] });

/** The first index of 100,000 cards, and reading them all for a lint. */
export async function indexFigures(worlds: Worlds, runs: number): Promise<Figure[]> {
  const { home } = worlds.large('cold');
  const forget = (): void => rmSync(join(home, '.cache/kartei/decks'), { recursive: true, force: true });
  const first = samples(runs, () => {
    forget();
    return runCost(['due'], home);
  });
  forget();
  const stop = await interruptTime({ home });
  const lint = samples(runs, () => runCost(['lint', worlds.largeDecks()], home));
  return [
    ...costFigures('first index of 100,000 cards', first),
    { name: 'first index, from Ctrl-C to the end', value: stop, unit: 'ms' },
    ...costFigures('lint of 100,000 cards', lint),
  ];
}

/** Computing the state anew from 1,000,000 reviews. */
export async function rebuildFigures(worlds: Worlds, runs: number): Promise<Figure[]> {
  const { home } = worlds.large('million', 1_000_000);
  const forget = (): void => rmSync(join(home, '.local/state/kartei'), { recursive: true, force: true });
  await commandTime(['due'], home)();
  const rebuilt = samples(runs, () => {
    forget();
    return runCost(['due'], home);
  });
  forget();
  const stop = await interruptTime({ home });
  return [
    ...costFigures('rebuild from 1,000,000 reviews', rebuilt),
    { name: 'rebuild, from Ctrl-C to the end', value: stop, unit: 'ms' },
  ];
}

const samples = <T>(runs: number, take: () => T): T[] => Array.from({ length: runs }, take);

/** From Ctrl-C to the end of the program, pressed when the bar of a long work is seen. */
function interruptTime({ home }: World): Promise<number> {
  return withSession({ home, args: ['due'] }, async (session) => {
    await session.waitFor((screen) => screen.some((line) => / \[#+-*\] \d+\/\d+/.test(line)), 60_000);
    const pressed = process.hrtime.bigint();
    session.press(interrupt);
    await session.exit;
    return milliseconds(process.hrtime.bigint() - pressed);
  });
}
