/**
 * The chances of 0 to n successes in n independent trials of unequal chances: the exact recursion, one trial after
 * the other, O(n²).
 */
export function successChances(chances: readonly number[]): readonly number[] {
  let distribution = [1];
  for (const chance of chances) {
    const next = Array.from({ length: distribution.length + 1 }, () => 0);
    distribution.forEach((mass, count) => {
      next[count] = (next[count] ?? 0) + mass * (1 - chance);
      next[count + 1] = (next[count + 1] ?? 0) + mass * chance;
    });
    distribution = next;
  }
  return distribution;
}

/** The chance of at least so many successes; a threshold between two whole numbers counts as the next one. */
export const chanceOfAtLeast = (chances: readonly number[], threshold: number): number =>
  Math.min(
    1,
    successChances(chances)
      .slice(Math.max(0, Math.ceil(threshold - 1e-9)))
      .reduce((sum, mass) => sum + mass, 0),
  );
