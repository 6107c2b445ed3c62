import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PtySession } from '../support/pty.ts';
import { answer, pressOne, waitUntilComplete } from './key-costs.ts';
import { commandTime, type Figure, median, ratio, withSession } from './measure.ts';
import { canTrace, ratingCost } from './system-calls.ts';
import type { World, Worlds } from './worlds.ts';

/** How many ratings are timed in each of the two histories. */
const timed = 30;

/** What a rating costs at 1,000,000 recorded reviews, and against 1,000. */
export async function ratingFigures(worlds: Worlds): Promise<Figure[]> {
  const million = worlds.large('million', 1_000_000);
  const thousand = worlds.large('thousand', 1000);
  // As a learner has it from the second session on: the state of all decks is stored.
  for (const { home } of [million, thousand]) await commandTime(['due'], home)();
  const [many, few] = await ratingTimes(million, thousand);
  return [
    ratio('rating, 1,000,000 reviews against 1,000', many, few),
    { name: 'rating, 1,000,000 reviews, key to frame', value: median(many), unit: 'ms' },
    ...(await callFigures(million)),
  ];
}

/** From the key that rates to the last byte of the next card's frame, in two sessions in turn. */
function ratingTimes(one: World, other: World): Promise<readonly [number[], number[]]> {
  const study = (world: World) => ({ home: world.home, args: ['study'] });
  return withSession(study(one), (first) =>
    withSession(study(other), async (second) => {
      await waitUntilComplete(first);
      await waitUntilComplete(second);
      const times: readonly [number[], number[]] = [[], []];
      while (times[0].length < timed) {
        times[0].push(await rate(first));
        times[1].push(await rate(second));
      }
      // The first rating also begins the journal's file.
      return [times[0].slice(1), times[1].slice(1)];
    }),
  );
}

async function rate(session: PtySession): Promise<number> {
  await answer(session);
  const before = journalSize(session.home);
  const { time } = await pressOne(session, '3', 30_000);
  if (journalSize(session.home) > before) return time;
  throw new Error(`Nothing was recorded. The screen:\n${session.screen().join('\n')}`);
}

/** Bytes of the files of this machine and year, to which a session adds. */
function journalSize(home: string): number {
  const devices = join(home, '.local/share/kartei/progress/devices');
  const own = readdirSync(devices).filter((device) => !/^(a1b2c3d4|b2c3d4e5|c3d4e5f6)$/.test(device));
  return own
    .flatMap((device) =>
      readdirSync(join(devices, device), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(devices, device, file),
      ),
    )
    .reduce((sum, path) => sum + statSync(path).size, 0);
}

async function callFigures({ home }: World): Promise<Figure[]> {
  if (!canTrace()) return [];
  const cost = await ratingCost({ home, args: ['study'] }, 8);
  return [
    { name: 'file writes for a rating', value: cost.writes, unit: '' },
    { name: 'syncs for a rating', value: cost.syncs, unit: '' },
  ];
}
