import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Table } from '../../../src/core/history/table.ts';
import { createScheduler } from '../../../src/core/schedule/fsrs.ts';
import { countQueue, nextItem } from '../../../src/core/schedule/next-item.ts';
import { defaultParameters } from '../../../src/core/schedule/parameters.ts';
import type { Item, Standing, Standings } from '../../../src/core/schedule/standing.ts';
import { buildQueue } from '../../../src/core/schedule/study-queue.ts';
import { minute } from '../../../src/core/schedule/time.ts';
import { oneStack } from '../../support/one-stack.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const scheduler = createScheduler(defaultParameters);
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const items: readonly Item[] = names.map((key) => ({
  key,
  siblings: [key],
  retired: key === 'g',
  examOnly: false,
}));

const standing: fc.Arbitrary<Standing> = fc
  .record({
    rating: fc.constantFrom(1 as const, 3 as const, 4 as const),
    due: fc.integer({ min: -3, max: 40 }),
    suspended: fc.boolean(),
    buriedUntil: fc.option(fc.integer({ min: -2, max: 40 }), { nil: undefined }),
    lastMs: fc.option(fc.integer({ min: 1000, max: 90_000 }), { nil: undefined }),
  })
  .map(({ rating, due, suspended, buriedUntil, lastMs }) => ({
    memory: { ...scheduler.review(undefined, rating, now - 60 * minute), due: now + due * minute },
    suspended,
    buriedUntil: buriedUntil === undefined ? undefined : now + buriedUntil * minute,
    dueOverride: undefined,
    lastStudied: undefined,
    tally: { lastMs },
  }));

const tableOf = (entries: Readonly<Record<string, Standing>>) => new Table(new Map(Object.entries(entries)));
const around = (cards: Standings['cards']): Standings => ({
  parameters: defaultParameters,
  cards,
  days: new Map(),
});

test('the next card and what is left are the same whether a session asked before each change or not', () => {
  const change = fc.record({
    key: fc.constantFrom(...names),
    standing: fc.option(standing, { nil: undefined }),
    later: fc.integer({ min: 0, max: 10 }),
  });
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), standing), fc.array(change), (before, changes) => {
      let cards = tableOf(before);
      let at = now;
      const context = { now, tz: 0 };
      const build = () => buildQueue(oneStack(items), around(tableOf(before)), context);
      const asked = build();
      for (const { key, standing: after, later } of changes) {
        countQueue(asked, around(cards), at);
        cards = cards.fork();
        cards.set(key, after);
        at += later * minute;
        const unasked = build();
        expect(nextItem(asked, around(cards), at)).toEqual(nextItem(unasked, around(cards), at));
        expect(countQueue(asked, around(cards), at)).toEqual(countQueue(unasked, around(cards), at));
      }
    }),
  );
});

test('what changed between two tables is the same whether one was made from the other or not', () => {
  const values = fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(
      values,
      fc.array(fc.tuple(fc.constantFrom(...names), fc.option(fc.nat(3), { nil: undefined }))),
      (before, changes) => {
        const first = new Table<number>(new Map(Object.entries(before)));
        const second = first.fork();
        for (const [key, value] of changes) second.set(key, value);
        const differing = names.filter((key) => first.get(key) !== second.get(key));
        expect([...second.changedSince(first)].sort()).toEqual(differing);
        expect([...first.changedSince(second)].sort()).toEqual(differing);
        expect([...new Table(new Map(second.entries())).changedSince(first)].sort()).toEqual(differing);
      },
    ),
  );
});
