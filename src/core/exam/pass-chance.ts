import { apportion } from './apportion.ts';
import { normalMean } from './normal-quadrature.ts';
import { chanceOfAtLeast } from './poisson-binomial.ts';
import { type ItemChances, pointChance, shifted } from './recall.ts';

/**
 * The items that a paper is taken to hold, as shares: one of five, two of five, typed. Nobody publishes the real
 * mixture; it is printed with the result.
 */
const assumedItems = [
  { guess: 1 / 5, share: 12 },
  { guess: 1 / 10, share: 5 },
  { guess: 0, share: 3 },
] as const;

/** How many of so many items are one of five, two of five and typed. */
export function assumedCounts(items: number): readonly [number, number, number] {
  const [single = 0, double = 0, typed = 0] = apportion(
    assumedItems.map(({ share }) => share),
    items,
  );
  return [single, double, typed];
}

/** Guess rates for so many items, the kinds spread evenly, so that no objective gets all of one kind. */
export function assumedGuesses(items: number): readonly number[] {
  const counts = assumedCounts(items);
  const given = counts.map(() => 0);
  return Array.from({ length: items }, (_, i) => {
    const lacks = counts.map((count, kind) => (count * (i + 1)) / items - (given[kind] ?? 0));
    const kind = lacks.indexOf(Math.max(...lacks));
    given[kind] = (given[kind] ?? 0) + 1;
    return assumedItems[kind]?.guess ?? 0;
  });
}

/**
 * The chance of at least `cut` points. Independent items make a forecast far too sure of itself: one normal shock of
 * this standard deviation moves all recalls together, on the scale of logits.
 */
export const passChance = (items: readonly ItemChances[], cut: number, shock: number): number => {
  const withShock = (z: number) =>
    chanceOfAtLeast(
      items.map((item) => pointChance({ ...item, recall: shifted(item.recall, shock * z) })),
      cut,
    );
  return shock === 0 ? withShock(0) : normalMean(withShock);
};
