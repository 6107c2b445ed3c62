import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/schedule/day.ts';
import { createScheduler } from '../../../src/core/schedule/fsrs.ts';
import type { Memory } from '../../../src/core/schedule/memory.ts';
import { defaultParameters } from '../../../src/core/schedule/parameters.ts';
import {
  type PlanContext,
  type PlanStandings,
  passShare,
  planOfDay,
  predictedRecall,
  weightiestFirst,
  withPlan,
} from '../../../src/core/schedule/plan.ts';
import type { Item, Standing } from '../../../src/core/schedule/standing.ts';
import { buildQueue } from '../../../src/core/schedule/study-queue.ts';
import { day, type Instant } from '../../../src/core/schedule/time.ts';
import { oneStack } from '../../support/one-stack.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const today = '2026-11-21';
const scheduler = createScheduler(defaultParameters);

const item = (key: string, more: Partial<Item> = {}): Item => ({
  ...{ key, siblings: [key], retired: false, examOnly: false },
  ...more,
});
/** Last reviewed so many days ago, due so many days from now. */
const memory = (ago: number, due = 30, stability = 20): Memory => ({
  ...scheduler.review(undefined, 4, now - ago * day),
  ...{ due: now + due * day, stability },
});
const standing = (known: Memory | undefined, more: Partial<Standing> = {}): Standing => ({
  ...{ memory: known, suspended: false, buriedUntil: undefined, dueOverride: undefined },
  ...{ lastStudied: undefined, tally: { lastMs: undefined } },
  ...more,
});
const standings = (
  cards: Readonly<Record<string, Standing>>,
  parameters: Partial<typeof defaultParameters> = {},
  reviewed = 0,
): PlanStandings => ({
  parameters: { ...defaultParameters, ...parameters },
  scheduler,
  cards: new Map(Object.entries(cards)),
  days: new Map([[today, { introduced: 0, reviewed }]]),
});

const context = (inDays: number, more: Partial<PlanContext<Item>> = {}): PlanContext<Item> => ({
  ...{ now, tz: 0, date: addDays(today, inDays), setOn: addDays(today, -60), weightOf: () => 1 },
  ...more,
});
const cards = (count: number, of: (i: number) => Standing) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${String(i).padStart(2, '0')}`, of(i)]));
const itemsOf = (known: Readonly<Record<string, Standing>>) => Object.keys(known).map((key) => item(key));
const planned = (
  known: Readonly<Record<string, Standing>>,
  inDays: number,
  more: Partial<PlanContext<Item>> = {},
  parameters: Partial<typeof defaultParameters> = {},
) => planOfDay(itemsOf(known), standings(known, parameters), context(inDays, more));

describe('a day before an exam', () => {
  const fresh = cards(14, () => standing(memory(20)));

  it.each([
    [8, 'ordinary', 0, true],
    [7, 'final-pass', 2, true],
    [4, 'final-pass', 4, true],
    [3, 'final-pass', 5, false],
    [1, 'final-pass', 14, false],
    [0, 'exam-day', 0, false],
    [-1, 'over', 0, true],
  ])('%i days before is %s: %i of 14 cards come up, and new ones may: %s', (inDays, stage, count, isNew) => {
    const plan = planned(fresh, inDays);
    expect(plan).toMatchObject({ stage, daysLeft: inDays, newAllowed: isNew, eve: undefined });
    expect(plan.pass).toHaveLength(count);
  });

  it('has a pass of three days when the date was set less than 21 days before', () => {
    const late = { setOn: addDays(today, -10) };
    expect(planned(fresh, 4, late).stage).toBe('ordinary');
    expect(planned(fresh, 3, late).pass).toHaveLength(5);
  });

  it('allows new cards and offers the eve when the date was set less than seven days before', () => {
    expect(planned(fresh, 2, { setOn: addDays(today, -4) })).toMatchObject({
      newAllowed: true,
      eve: { weightOf: expect.any(Function) },
    });
    expect(planned(fresh, 2, { setOn: addDays(today, -5) })).toMatchObject({
      newAllowed: false,
      eve: undefined,
    });
  });
});

describe('the final pass', () => {
  it('leaves out what was reviewed in the window, what is due anyway, and what cannot be asked', () => {
    const known = {
      a: standing(memory(20)),
      reviewed: standing(memory(2)),
      due: standing(memory(20, -1)),
      suspended: standing(memory(20), { suspended: true }),
      buried: standing(memory(20), { buriedUntil: now + day }),
      unseen: standing(undefined),
      retired: standing(memory(20)),
      kept: standing(memory(20)),
    };
    const items = itemsOf(known).map((one) =>
      one.key === 'retired'
        ? { ...one, retired: true }
        : one.key === 'kept'
          ? { ...one, examOnly: true }
          : one,
    );
    const plan = planOfDay(items, standings(known), context(1 + 3));
    expect(plan.pass.map(({ key }) => key)).toEqual(['a']);
  });

  it('asks first what will be remembered least on the day', () => {
    const known = cards(6, (i) => standing(memory(20, 30, 10 + i * 10)));
    expect(planned(known, 3).pass.map(({ key }) => key)).toEqual(['c00', 'c01']);
  });

  it('and of two remembered alike the weightier', () => {
    const known = cards(6, () => standing(memory(20)));
    const weightOf = ({ key }: Item) => (key === 'c04' ? 5 : 1);
    expect(planned(known, 3, { weightOf }).pass.map(({ key }) => key)).toEqual(['c04', 'c00']);
  });

  it('keeps to the daily limit, due cards first, and names what will not fit', () => {
    const known = cards(30, (i) => standing(memory(20, i < 3 ? -1 : 30, 10 + i)));
    const plan = planned(known, 2, {}, { reviewsPerDay: 8 });
    expect(plan.pass).toHaveLength(5);
    expect(plan.unfit.map(({ key }) => key)).toEqual(Object.keys(known).slice(16));
    expect(planned(known, 2).unfit).toEqual([]);
  });

  it('brings up every card by the day before, whatever is skipped', () => {
    const days = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), days, (count, skipped) => {
        let known: Readonly<Record<string, Standing>> = cards(count, (i) => standing(memory(20, 60, 10 + i)));
        for (let left = 7; left >= 1; left -= 1) {
          if (left > 1 && skipped[left - 2]) continue;
          const at: Instant = now + (7 - left) * day;
          const plan = planOfDay(itemsOf(known), standings(known), context(7, { now: at }));
          const asked = new Set(plan.pass.map(({ key }) => key));
          known = Object.fromEntries(
            Object.entries(known).map(([key, was]) => [
              key,
              asked.has(key) ? standing({ ...memory(0, 60), lastReview: at }) : was,
            ]),
          );
        }
        const begin = now - 10 * 60 * 60 * 1000;
        expect(Object.values(known).every((one) => (one.memory?.lastReview ?? 0) >= begin)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [14, 0, 7, 2],
    [15, 0, 7, 3],
    [12, 2, 7, 0],
    [13, 1, 7, 1],
    [5, 9, 1, 5],
    [0, 0, 3, 0],
  ])('%i pending and %i done today, %i days left: %i more today', (pending, done, left, share) => {
    expect(passShare(pending, done, left)).toBe(share);
  });
});

describe('a long overdue card', () => {
  const at = now + 7 * day;

  it('is taken to be remembered less than FSRS says from 15 days late on', () => {
    const late = (days: number) => memory(60, -days);
    const recall = (days: number) => predictedRecall(scheduler, late(days), now, at);
    expect(recall(14)).toBe(scheduler.retrievability(late(14), at));
    expect(recall(24)).toBe(scheduler.retrievability(late(24), at + 10 * day));
    expect(recall(24)).toBeLessThan(recall(14));
  });
});

describe('a queue with the plan', () => {
  it('asks the pass after what is due, in its order, and nothing new', () => {
    const known = {
      ...cards(3, (i) => standing(memory(20, 30, 30 - i * 10))),
      due: standing(memory(20, -1)),
    };
    const items = [...itemsOf(known), item('new')];
    const all = standings(known);
    const plan = planOfDay(items, all, context(1));
    const queue = buildQueue(oneStack(items), withPlan(all, plan, now), { now, tz: 0 });
    expect(queue.planned.map((one) => one.item.key).sort()).toEqual(['c00', 'c01', 'c02', 'due']);
    const few = { ...all, parameters: { ...defaultParameters, reviewsPerDay: 2 } };
    const short = buildQueue(oneStack(items), withPlan(few, plan, now), { now, tz: 0 });
    expect(short.planned.map((one) => one.item.key).sort()).toEqual(['c02', 'due']);
    expect(all.cards.get('c00')?.dueOverride).toBeUndefined();
  });
});

describe('the eve', () => {
  it('asks the weightiest first, and what weighs the same in its order', () => {
    const weights: Readonly<Record<string, number>> = { a: 1, b: 3, c: 3 };
    expect(weightiestFirst(['a', 'x', 'b', 'c'], (key) => weights[key] ?? 0)).toEqual(['b', 'c', 'a', 'x']);
  });
});
