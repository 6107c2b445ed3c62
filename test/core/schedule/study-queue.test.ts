import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedInstant } from '../../../src/core/schedule/counted-instant.ts';
import { forecast, nextDue } from '../../../src/core/schedule/forecast.ts';
import { createScheduler } from '../../../src/core/schedule/fsrs.ts';
import type { Memory } from '../../../src/core/schedule/memory.ts';
import { countQueue, itemAfter, nextItem } from '../../../src/core/schedule/next-item.ts';
import { defaultParameters } from '../../../src/core/schedule/parameters.ts';
import type { Item, Standing, Standings } from '../../../src/core/schedule/standing.ts';
import { buildQueue } from '../../../src/core/schedule/study-queue.ts';
import { day, hour, type Instant, minute } from '../../../src/core/schedule/time.ts';
import { oneStack } from '../../support/one-stack.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const context = { now, tz: 0 };
const scheduler = createScheduler(defaultParameters);

const item = (key: string, siblings: readonly string[] = [key], more: Partial<Item> = {}): Item => ({
  key,
  siblings,
  retired: false,
  examOnly: false,
  ...more,
});

const mature = (due: Instant): Memory => ({ ...scheduler.review(undefined, 4, now - 9 * day), due });
const learning = (due: Instant): Memory => ({ ...scheduler.review(undefined, 1, now - hour), due });

const standing = (memory: Memory | undefined, more: Partial<Standing> = {}): Standing => ({
  memory,
  suspended: false,
  buriedUntil: undefined,
  dueOverride: undefined,
  lastStudied: undefined,
  tally: { lastMs: undefined },
  ...more,
});

function standings(
  cards: Record<string, Standing> = {},
  today = { introduced: 0, reviewed: 0 },
  parameters: Partial<typeof defaultParameters> = {},
): Standings {
  return {
    parameters: { ...defaultParameters, ...parameters },
    cards: new Map(Object.entries(cards)),
    days: new Map([['2026-11-21', today]]),
  };
}
const keys = (items: readonly { readonly item: Item }[]) => items.map((one) => one.item.key);
const many = (count: number, prefix = 'n') => Array.from({ length: count }, (_, i) => item(`${prefix}${i}`));

describe('the plan of a session', () => {
  test('puts what is due before what is new', () => {
    const known = standings({ d: standing(mature(now - day)) });
    expect(keys(buildQueue(oneStack([item('n'), item('d')]), known, context).planned)).toEqual(['d', 'n']);
  });

  test('has what falls due later today, and not what falls due tomorrow', () => {
    const known = standings({
      tonight: standing(mature(now + 17 * hour)),
      tomorrow: standing(mature(now + 18 * hour)),
    });
    expect(keys(buildQueue(oneStack([item('tonight'), item('tomorrow')]), known, context).planned)).toEqual([
      'tonight',
    ]);
  });

  test('leaves out what is retired, kept for exams, suspended or buried', () => {
    const known = standings({
      s: standing(undefined, { suspended: true }),
      b: standing(mature(now - day), { buriedUntil: now + hour }),
      over: standing(mature(now - day), { buriedUntil: now }),
    });
    const items = [
      item('s'),
      item('b'),
      item('over'),
      item('r', ['r'], { retired: true }),
      item('e', ['e'], { examOnly: true }),
    ];
    expect(keys(buildQueue(oneStack(items), known, context).planned)).toEqual(['over']);
  });

  test('has at most the new cards and reviews that the day still allows', () => {
    const cards = Object.fromEntries(many(30, 'd').map(({ key }) => [key, standing(mature(now - day))]));
    const known = standings(cards, { introduced: 18, reviewed: 195 });
    const { planned } = buildQueue(oneStack([...many(30), ...many(30, 'd')]), known, context);
    expect(planned.filter((one) => one.kind === 'new').length).toBe(2);
    expect(planned.filter((one) => one.kind === 'due').length).toBe(5);
  });

  test('prefers what is longest due when the day is too short', () => {
    const known = standings(
      { late: standing(mature(now - 9 * day)), just: standing(mature(now - hour)) },
      { introduced: 0, reviewed: 0 },
      { reviewsPerDay: 1 },
    );
    expect(keys(buildQueue(oneStack([item('just'), item('late')]), known, context).planned)).toEqual([
      'late',
    ]);
  });

  test('never has two siblings, and none whose sibling was asked today', () => {
    const gaps = [
      item('c1', ['card']),
      item('c2', ['card']),
      item('other', ['card2', 'F1']),
      item('fact', ['F1']),
    ];
    expect(buildQueue(oneStack(gaps), standings(), context).planned.length).toBe(2);
    const known = standings({ c1: standing(mature(now + 5 * day), { lastStudied: '2026-11-21' }) });
    expect(keys(buildQueue(oneStack(gaps.slice(0, 2)), known, context).planned)).toEqual([]);
  });

  test('is the same wherever the cards come from, and another on another day', () => {
    const items = many(20);
    const order = keys(buildQueue(oneStack(items), standings(), context).planned);
    expect(keys(buildQueue(oneStack(items.toReversed()), standings(), context).planned)).toEqual(order);
    expect(order).not.toEqual(items.map(({ key }) => key));
    expect(
      keys(buildQueue(oneStack(items), standings(), { ...context, now: now + day }).planned),
    ).not.toEqual(order);
  });

  test('is as short as asked', () => {
    expect(
      buildQueue(oneStack(many(20)), standings(), { ...context, limits: { cards: 3 } }).planned.length,
    ).toBe(3);
    const queue = buildQueue(oneStack(many(20)), standings(), { ...context, limits: { minutes: 5 } });
    expect(nextItem(queue, standings(), now + 5 * minute - 1)).toBeDefined();
    expect(nextItem(queue, standings(), now + 5 * minute)).toBeUndefined();
  });

  test('ahead of time has what comes soonest first, and nothing new', () => {
    const known = standings({ a: standing(mature(now + 9 * day)), b: standing(mature(now + 2 * day)) });
    const queue = buildQueue(oneStack([item('a'), item('b'), item('n')]), known, { ...context, ahead: true });
    expect(keys(queue.planned)).toEqual(['b', 'a']);
  });

  test('has a corrected card today', () => {
    const known = standings({ a: standing(mature(now + 90 * day), { dueOverride: { due: now } }) });
    expect(keys(buildQueue(oneStack([item('a')]), known, context).planned)).toEqual(['a']);
  });
});

describe('the next card', () => {
  const items = [item('l'), item('d')];
  const known = (due: Instant) => standings({ l: standing(learning(due)), d: standing(mature(now - day)) });

  test('is a learning card when its time has come', () => {
    expect(nextItem(buildQueue(oneStack(items), known(now), context), known(now), now)?.key).toBe('l');
  });

  test('is a learning card before its time only when nothing else is left', () => {
    const soon = known(now + 10 * minute);
    expect(nextItem(buildQueue(oneStack(items), soon, context), soon, now)?.key).toBe('d');
    expect(nextItem(buildQueue(oneStack([item('l')]), soon, context), soon, now)?.key).toBe('l');
    const later = known(now + 21 * minute);
    expect(nextItem(buildQueue(oneStack([item('l')]), later, context), later, now)).toBeUndefined();
  });

  test('is not one that was answered meanwhile, here or in another window, until that is undone', () => {
    const before = known(now + hour);
    const queue = buildQueue(oneStack([item('d')]), before, context);
    const after = standings({ d: standing({ ...mature(now + 9 * day), lastReview: now }) });
    expect(nextItem(queue, after, now)).toBeUndefined();
    expect(nextItem(queue, before, now)?.key).toBe('d');
  });

  test('is one that was rated again, once its minute is over', () => {
    const queue = buildQueue(oneStack([item('d')]), known(now), context);
    const lapsed = scheduler.review(known(now).cards.get('d')?.memory, 1, now);
    expect(nextItem(queue, standings({ d: standing(lapsed) }), lapsed.due)?.key).toBe('d');
  });
});

describe('the card after this one', () => {
  const answered = (known: Standings, key: string): Standings => ({
    ...known,
    cards: new Map([
      ...(known.cards as Map<string, Standing>),
      [key, standing({ ...mature(now + 9 * day), lastReview: now })],
    ]),
  });

  test('is the one that comes once this one was answered, whatever is due, new or being learned', () => {
    const state = fc.constantFrom('due', 'new', 'learning', 'soon');
    fc.assert(
      fc.property(fc.array(state, { minLength: 2, maxLength: 12 }), (states) => {
        const items = states.map((_, i) => item(`c${i}`));
        const memories = {
          due: mature(now - day),
          new: undefined,
          learning: learning(now - minute),
          soon: learning(now + hour),
        };
        const known = standings(
          Object.fromEntries(states.map((one, i) => [`c${i}`, standing(memories[one])])),
        );
        const queue = buildQueue(oneStack(items), known, context);
        const first = nextItem(queue, known, now);
        fc.pre(first !== undefined);
        const after = itemAfter(queue, known, now, first.key);
        expect(after?.key).toBe(nextItem(queue, answered(known, first.key), now)?.key);
      }),
    );
  });
});

describe('what is left', () => {
  /** With one card being learned and so many due, each last answered in half a minute. */
  const leftAfter = (answers: number) => {
    const slow = { tally: { lastMs: 30_000 } };
    const due = many(answers - 1, 'd');
    const known = standings({
      l: standing(learning(now), slow),
      ...Object.fromEntries(due.map(({ key }) => [key, standing(mature(now - day), slow)])),
    });
    return countQueue(buildQueue(oneStack([item('l'), ...due, ...many(4)]), known, context), known, now);
  };

  test('is counted, with the minutes at the learner’s own pace', () => {
    expect(leftAfter(12)).toEqual({ due: 11, new: 4, learning: 1, minutes: 8 });
    expect(countQueue(buildQueue(oneStack(many(5)), standings(), context), standings(), now).minutes).toBe(1);
  });

  test('takes as long as usual until there are answers enough to tell the pace', () => {
    expect(leftAfter(2)).toEqual({ due: 1, new: 4, learning: 1, minutes: 2 });
  });
});

test('the forecast counts each card on its day, what is overdue today', () => {
  const known = standings({
    a: standing(mature(now - 3 * day)),
    b: standing(mature(now + 2 * day)),
    c: standing(mature(now - day), { buriedUntil: now + 2 * day }),
    s: standing(mature(now), { suspended: true }),
    far: standing(mature(now + 30 * day)),
  });
  const items = ['a', 'b', 'c', 's', 'far', 'new'].map((key) => item(key));
  expect(forecast(items, known, context).map(({ due }) => due)).toEqual([1, 0, 2, 0, 0, 0, 0]);
  expect(forecast(items, known, context)[2]?.day).toBe('2026-11-23');
  expect(nextDue(items.slice(1), known, now)).toBe(now + 2 * day);
});

describe('an early answer', () => {
  const memory = { ...mature(now), state: 'review', lastReview: now - day, due: now } as const;

  test('on the day on which the card is due counts as given when due', () => {
    expect(countedInstant(memory, now - 10 * minute, 0, 4)).toBe(now);
    const early = scheduler.review(memory, 3, now - 10 * minute, now);
    expect(early.stability).toBe(scheduler.review(memory, 3, now).stability);
    expect(early.lastReview).toBe(now - 10 * minute);
  });

  test('on a day before, or twice on one day, counts as early', () => {
    const before = now - 12 * hour;
    expect(countedInstant(memory, before, 0, 4)).toBe(before);
    const again = { ...memory, lastReview: now - hour, due: now + hour };
    expect(countedInstant(again, now, 0, 4)).toBe(now);
  });
});

test('no two siblings are ever planned together', () => {
  const items = fc.uniqueArray(
    fc.tuple(fc.nat(30), fc.nat(8), fc.nat(8)).map(([k, a, b]) => item(`k${k}`, [`c${a}`, `f${b}`])),
    { selector: ({ key }) => key, maxLength: 30 },
  );
  fc.assert(
    fc.property(items, (candidates) => {
      const siblings = buildQueue(oneStack(candidates), standings(), context).planned.flatMap(
        (one) => one.item.siblings,
      );
      expect(new Set(siblings).size).toBe(siblings.length);
    }),
  );
});
