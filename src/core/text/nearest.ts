/** Longer words are compared by their beginning: quadratic time is for short ones. */
const longest = 40;

/**
 * The only candidate that begins with a word; else the one that differs least from it, if it differs little enough to
 * have been meant: at most one edit for each three letters. Edits are insertions, deletions, substitutions and swaps of neighbours (optimal string
 * alignment distance). Upper case is read as lower case.
 */
export function nearest(spelled: string, candidates: Iterable<string>): string | undefined {
  const word = spelled.toLowerCase().slice(0, longest);
  const all = [...new Set(candidates)];
  const [begun, another] = word.length < 2 ? [] : all.filter((one) => one.toLowerCase().startsWith(word));
  if (begun !== undefined && another === undefined) return begun;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of all) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Optimal string alignment distance in UTF-16 code units; quadratic, for short words. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const at = (cells: number[], k: number) => cells[k] ?? Number.POSITIVE_INFINITY;
      let least = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, at(before, j - 2) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
