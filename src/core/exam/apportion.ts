/**
 * Shares out whole places by weight (largest remainder, Hamilton): each gets its quota rounded down, what is left
 * goes to the largest remainders, the first among equals. All weights 0: no places.
 */
export function apportion(weights: readonly number[], places: number): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const seats = weights.map((weight) => Math.floor((places * weight) / sum));
  // Remainders as whole numbers, so that equal ones are equal.
  const remainders = weights.map((weight, i) => ({ i, remainder: (places * weight) % sum }));
  const left = places - seats.reduce((total, count) => total + count, 0);
  remainders.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of remainders.slice(0, left)) seats[i] = (seats[i] ?? 0) + 1;
  return seats;
}
