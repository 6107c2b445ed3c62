import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../../src/core/schedule/time.ts';
import type { DeckCount, DeckCounts } from '../../../src/core/session/count-decks.ts';
import { type Glance, glanceOf, glanceRows, readGlance } from '../../../src/core/session/glance.ts';
import { type CountedDay, overviewOf } from '../../../src/core/session/overview.ts';
import { raw } from '../../../src/core/text/shown.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const today = '2026-11-21';
const counted = (introduced: number): CountedDay => ({
  parameters: { dayStart: 4, newPerDay: 20 },
  days: new Map([[today, { introduced }]]),
});

const cards = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 45 });
const count: fc.Arbitrary<DeckCount> = fc
  .record({
    known: fc.integer({ min: 0, max: 200 }),
    fresh: fc.integer({ min: 0, max: 200 }),
    reworded: fc.constant(0),
    corrected: fc.integer({ min: 0, max: 3 }),
    due: cards,
    learning: cards,
    buried: cards,
    later: fc.option(fc.integer({ min: now + 46 * day, max: now + 90 * day })),
  })
  .map((one) => ({ ...one, stamp: 'x', total: one.known + one.fresh + 1 }));

/** A library of so many decks with these counts, and the overview of a day to come. */
function worldOf(all: readonly DeckCount[]) {
  const keyed = all.map((one, i) => [`test\ndeck-${i}`, one] as const);
  const counts: DeckCounts = { day: today, tz: 0, dayStart: 4, decks: new Map(keyed) };
  const shelves = {
    decks: new Map(
      keyed.map(([key], i) => [key, { key, title: raw(`Deck ${'x'.repeat(i % 50)}`), titles: new Map() }]),
    ),
    collections: [{ root: '/decks', errorCount: 3 }],
  };
  return { counts, shelves };
}

/** A glance as its file gives it back. */
const written = (glance: Glance): Glance => JSON.parse(JSON.stringify(glance)) as Glance;

test('a glance shows the sums and the rows that the decks would show, on its day and on those after it', () => {
  fc.assert(
    fc.property(
      fc.array(count, { minLength: 1, maxLength: 2 * glanceRows, size: 'max' }),
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 0, max: 36 }),
      (all, introduced, later) => {
        const { counts, shelves } = worldOf(all);
        const progress = counted(introduced);
        const glance = written(
          glanceOf(counts, shelves, progress, today, overviewOf(counts, shelves, progress, now, 0)),
        );
        const at = now + later * day;
        const { decks, ...sums } = overviewOf(counts, shelves, progress, at, 0);
        const shown = readGlance(glance, at, 0);
        expect(shown?.overview).toMatchObject(sums);
        expect(shown?.length).toBe(decks.length);
        const rows = glanceRows - 1;
        expect(shown?.overview.decks.slice(0, rows)).toEqual(decks.slice(0, rows));
        expect(glance.decks.length).toBeLessThanOrEqual(glanceRows + 4);
      },
    ),
    { numRuns: 50 },
  );
});

test('a glance says nothing of a day before it, of one far after it, and of another time zone', () => {
  const { counts, shelves } = worldOf([]);
  const progress = counted(0);
  const overview = overviewOf(counts, shelves, progress, now, 0);
  const glance = glanceOf(counts, shelves, progress, today, overview);
  expect(readGlance(glance, now, 0)).toBeDefined();
  expect(readGlance(glance, now - day, 0)).toBeUndefined();
  expect(readGlance(glance, now + 40 * day, 0)).toBeUndefined();
  expect(readGlance(glance, now, 60)).toBeUndefined();
});
