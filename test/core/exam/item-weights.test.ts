import { expect, it } from 'vitest';
import { itemWeight } from '../../../src/core/exam/item-weights.ts';
import { blueprint, deck, keyOf, libraryOf, typed } from './exam-fixture.ts';

it('a card weighs what the objectives of its own and of its deck weigh together', () => {
  const library = libraryOf({
    d: deck('1', typed('a'), typed('b', 'objective: ["2"]')),
    e: deck('9', typed('c')),
  });
  const weigh = itemWeight(blueprint({ 1: 2, 2: 3 }));
  const weights = [keyOf('a'), keyOf('b'), keyOf('c', 'e')].map((key) => {
    const item = library.items.get(key);
    return item && weigh(item);
  });
  expect(weights).toEqual([2, 5, 0]);
});
