import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDesk } from '../../../src/commands/desk/open-desk.ts';
import type { OpenDesk } from '../../../src/commands/desk/opened-desk.ts';
import { indexCollection } from '../../../src/core/decks/index-deck.ts';
import type { Happening } from '../../../src/core/history/entry.ts';
import { plans } from '../../../src/core/history/progress.ts';
import { loadDeckReader } from '../../../src/storage/deck-reader.ts';
import { locate } from '../../../src/storage/locations.ts';
import { readCollection } from '../../../src/storage/read-collection.ts';
import { deckOf } from '../../support/read-deck.ts';
import { runCommand, standstill, systemOf } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const cardIds = ['c0', 'c1', 'c2', 'c3'];
const deck = deckOf(
  cardIds.map((id) => `## Which is ${id}?\n\n<!-- id: ${id} -->\n\nThis one.\n`).join('\n'),
);
const hour = 3_600_000;

/** A learner whose program ends and starts again at will; the clock moves on with each action. */
async function learner() {
  await loadDeckReader();
  const home = temporaryFolder({ 'decks/.kartei.yaml': 'name: test\n', 'decks/a.md': deck });
  let now = standstill;
  const system = { ...systemOf({ cwd: home }), now: () => now };
  const read = () => [indexCollection(readCollection(join(home, 'decks')))];
  const start = (): OpenDesk =>
    openDesk({
      system,
      version: '0.0.0',
      locations: locate(system),
      choice: { collections: read(), read, write: () => {} },
      lang: 'en',
    });
  let desk = start();
  return {
    home,
    now: () => now,
    act(happenings: readonly Happening[]): void {
      now += 10_000;
      desk.append(happenings);
    },
    undo(): boolean {
      now += 10_000;
      const last = desk.lastUndoable();
      if (last !== undefined) desk.append(last.ids.map((of) => ({ kind: 'undo', of })));
      return last !== undefined;
    },
    restart: async (): Promise<void> => {
      await desk.close();
      desk = start();
    },
    /** All that decides what is asked when, and what is told about it. */
    sees(): unknown {
      desk.needCards();
      const progress = desk.progress();
      const cards = [...progress.cards.entries()].flatMap(([key, { ref: _, lastEntryAt: __, ...card }]) => {
        const { memory, suspended, buriedUntil, flag, dueOverride, tally } = card;
        const isBlank =
          [memory, buriedUntil, flag, dueOverride].every((one) => one === undefined) && !suspended;
        return isBlank && tally.answers === 0 ? [] : [[key, card] as const];
      });
      return {
        cards: Object.fromEntries(cards),
        days: Object.fromEntries(progress.days.entries()),
        newPerDay: progress.parameters.newPerDay,
        retention: progress.parameters.retention,
        plans: Object.fromEntries(plans(progress)),
      };
    },
  };
}

type Learner = Awaited<ReturnType<typeof learner>>;

const ref = (card: string) => ({ collection: 'test', deck: 'a', card, part: '' });
const rate = (card: string, rating: 1 | 2 | 3 | 4): Happening => ({
  kind: 'review',
  ...ref(card),
  rating,
  ms: 1000,
  mode: 'study',
  verdict: 'exact',
  memory: [1, 1, 1, 1],
});

type Change = (now: number) => readonly Happening[];

const made =
  (...happenings: readonly Happening[]): Change =>
  () =>
    happenings;

const card = fc.constantFrom(...cardIds);
const several = fc.uniqueArray(card, { minLength: 1, maxLength: 4 });

/** Every kind of change that a learner makes, as the program records it. */
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(card, fc.constantFrom(1, 2, 3, 4)).map(([id, rating]) => made(rate(id, rating))),
  },
  fc
    .tuple(card, fc.constantFrom('suspend', 'resume'))
    .map(([id, kind]): Change => made({ kind, ...ref(id) })),
  card.map(
    (id): Change =>
      (now) => [{ kind: 'bury', ...ref(id), until: now + 20 * hour }],
  ),
  fc
    .tuple(card, fc.boolean())
    .map(([id, on]): Change => made({ kind: 'flag', ...ref(id), on, text: on ? 'wrong?' : '' })),
  fc
    .tuple(several, fc.constantFrom('reset', 'resume'))
    .map(([ids, kind]): Change => made(...ids.map((id) => ({ kind, ...ref(id) })))),
  several.map(
    (ids): Change =>
      (now) =>
        ids.map((id) => ({ kind: 'due', ...ref(id), due: now, why: 'missed' })),
  ),
  fc
    .tuple(card, card)
    .map(([from, to]): Change => made({ kind: 'move', from: ref(`old-${from}`), to: ref(to) })),
  fc.integer({ min: 1, max: 50 }).map((newPerDay): Change => made({ kind: 'parameters', newPerDay })),
  fc.constantFrom(0.8, 0.95).map((retention): Change => made({ kind: 'parameters', retention })),
  fc
    .constantFrom('2026-12-24', undefined)
    .map((date): Change => made({ kind: 'plan', exam: 'lpic-1', date })),
);

type Deed = 'undo' | 'restart' | Change;
const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: change },
    { weight: 2, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constant('restart' as const) },
  ),
  { maxLength: 25 },
);

/** Does everything and takes it all back; what is seen must each time be what was seen before. */
async function playAndTakeBack(who: Learner, played: readonly Deed[]): Promise<void> {
  const seen = [who.sees()];
  for (const deed of played) {
    if (deed === 'restart') await who.restart();
    else if (deed === 'undo') {
      expect(who.undo()).toBe(seen.length > 1);
      if (seen.length > 1) seen.pop();
    } else {
      who.act(deed(who.now()));
      seen.push(who.sees());
      continue;
    }
    expect(who.sees()).toEqual(seen.at(-1));
  }
  await who.restart();
  while (seen.length > 1) {
    expect(who.undo()).toBe(true);
    seen.pop();
    expect(who.sees()).toEqual(seen.at(-1));
  }
  expect(who.undo()).toBe(false);
}

describe('P8: undo', () => {
  test('takes back every kind of change, in whatever order they came, also after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (played) => playAndTakeBack(await learner(), played)),
      { numRuns: 40 },
    );
  }, 300_000);

  test('reaches back as far as the journal does', async () => {
    const who = await learner();
    const before = who.sees();
    for (let i = 0; i < 300; i++) who.act([rate(cardIds[i % cardIds.length] ?? '', 3)]);
    await who.restart();
    for (let i = 0; i < 300; i++) {
      expect(who.undo()).toBe(true);
      if (i % 100 === 50) await who.restart();
    }
    expect(who.undo()).toBe(false);
    expect(who.sees()).toEqual(before);
  }, 120_000);

  test('says what it took back, and after the last change that there is nothing more', async () => {
    const who = await learner();
    who.act([rate('c1', 3)]);
    await who.restart();
    expect((await runCommand(['undo'], { cwd: who.home, now: who.now() })).out).toContain('a/c1: answered');
    expect((await runCommand(['undo'], { cwd: who.home, now: who.now() })).out).toContain('nothing');
  });
});
