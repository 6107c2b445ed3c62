import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inMixedOrder, mix, mixed } from '../../../src/core/schedule/mix.ts';

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

test('the mixed order is that of the places of the keys, as far as one looks', () => {
  fc.assert(
    fc.property(items, fc.nat(400), (list, count) => {
      const expected = list
        .map((item) => ({ item, place: mix(day, item.key) }))
        .sort((a, b) => a.place - b.place || (a.item.key < b.item.key ? -1 : 1))
        .map(({ item }) => item);
      expect(mixed(list, day)).toEqual(expected);
      const some: unknown[] = [];
      for (const item of inMixedOrder(list, day)) if (some.push(item) > count) break;
      expect(some).toEqual(expected.slice(0, count + 1));
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
