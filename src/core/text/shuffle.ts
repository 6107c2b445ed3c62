/**
 * A stream of 32-bit numbers from a text, the same on every machine. FNV-1a folds the text into a state, a
 * multiply-xorshift round (Mulberry32) draws from it; enough to mix options, no use for secrets.
 */
export function seededStream(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** The numbers 0 to `count` − 1 in an order that only the seed decides (Fisher and Yates). */
export function shuffledIndices(count: number, seed: string): readonly number[] {
  const next = seededStream(seed);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = next() % (i + 1);
    const held = order[i] ?? i;
    order[i] = order[j] ?? j;
    order[j] = held;
  }
  return order;
}
