import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mix, mixed, mixedStacks, type Stack } from '../../../src/core/schedule/mix.ts';

interface Keyed {
  readonly key: string;
}

const key = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('shipped', 'deck/one', 'deck/two', 'card-7', 'c1', ''), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join('\n')),
);
const items = fc.uniqueArray(key, { maxLength: 400 }).map((keys) => keys.map((one) => ({ key: one })));
const day = '2026-11-21';

test('the mixed order is that of the places of the keys', () => {
  fc.assert(
    fc.property(items, (list) => {
      const expected = list
        .map((item) => ({ item, place: mix(day, item.key) }))
        .sort((a, b) => a.place - b.place || (a.item.key < b.item.key ? -1 : 1))
        .map(({ item }) => item);
      expect(mixed(list, day)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test('keys whose places are the same come in the order of the keys', () => {
  const seen = new Map<number, string>();
  let pair: readonly string[] = [];
  for (let i = 0; pair.length === 0; i++) {
    const place = mix(day, `card ${i}`);
    const other = seen.get(place);
    if (other !== undefined) pair = [other, `card ${i}`].sort();
    seen.set(place, `card ${i}`);
  }
  const list = pair.map((one) => ({ key: one }));
  expect(mixed(list, day)).toEqual(list);
  expect(mixed(list.toReversed(), day)).toEqual(list);
});

/** A stack that notes when its items are read. */
function stack(name: string, size: number, read: string[] = []): Stack<Keyed> {
  const list = Array.from({ length: size }, (_, i) => ({ key: `${name}\ncard ${i}\n` }));
  return {
    key: name,
    size,
    items: () => {
      read.push(name);
      return list;
    },
  };
}
const stacksOf = (sizes: readonly number[], read?: string[]) =>
  sizes.map((size, i) => stack(`c\ndeck ${i}`, size, read));
const sizes = fc.array(fc.nat(40), { maxLength: 12 });

test('the order of stacks has each item once, those of a stack in their mixed order, whatever order the stacks are in', () => {
  fc.assert(
    fc.property(sizes, (some) => {
      const stacks = stacksOf(some);
      const order = [...mixedStacks(stacks, day)];
      expect([...mixedStacks(stacks.toReversed(), day)]).toEqual(order);
      for (const one of stacks) {
        const own = order.filter(({ key }) => key.startsWith(`${one.key}\n`));
        expect(own).toEqual(mixed(one.items(), day));
      }
    }),
  );
});

test('a stack that goes moves no item of another', () => {
  fc.assert(
    fc.property(sizes, fc.nat(11), (some, gone) => {
      const stacks = stacksOf(some);
      const order = [...mixedStacks(stacks, day)];
      const others = order.filter(({ key }) => !key.startsWith(`c\ndeck ${gone}\n`));
      expect([...mixedStacks(stacks.toSpliced(gone, 1), day)]).toEqual(others);
    }),
  );
});

test('of a thousand stacks only those are read whose items are looked at', () => {
  const read: string[] = [];
  const order = mixedStacks(
    stacksOf(
      Array.from({ length: 1000 }, () => 100),
      read,
    ),
    day,
  );
  const first = Array.from({ length: 20 }, () => order.next().value);
  expect(new Set(first).size).toBe(20);
  expect(read.length).toBeLessThanOrEqual(20);
});

test('every item is as likely to be among the first as any other, in small stacks and in large ones', () => {
  const stacks = stacksOf([1, 4, 5, 30, 60]);
  const days = 2000;
  const firsts = new Map<string, number>();
  for (let i = 0; i < days; i++) {
    const order = mixedStacks(stacks, `day ${i}`);
    for (let j = 0; j < 10; j++) {
      const name = order.next().value?.key.split('\n')[1] ?? '';
      firsts.set(name, (firsts.get(name) ?? 0) + 1);
    }
  }
  // Ten of a hundred items a day; four standard deviations of a binomial count.
  for (const { key: name, size } of stacks) {
    const expected = (days * 10 * size) / 100;
    const seen = firsts.get(name.split('\n')[1] ?? '') ?? 0;
    expect(Math.abs(seen - expected)).toBeLessThan(4 * Math.sqrt(expected));
  }
});

test('a stack that has fewer items than it was said to have gives those', () => {
  const fewer = { ...stack('c\ndeck', 3), size: 5 };
  expect([...mixedStacks([fewer], day)].length).toBe(3);
});
