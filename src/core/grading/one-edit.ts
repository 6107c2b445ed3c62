/** Whether `a` becomes `b` by one letter added, left out, replaced, or swapped with its neighbour. Linear. */
export function isOneEdit(a: string, b: string): boolean {
  const from = [...a];
  const to = [...b];
  if (a === b || Math.abs(from.length - to.length) > 1) return false;
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let end = 0;
  while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  const restFrom = from.slice(start, from.length - end);
  const restTo = to.slice(start, to.length - end);
  if (restFrom.length <= 1 && restTo.length <= 1) return true;
  const swapped = restFrom.length === 2 && restTo.length === 2;
  return swapped && restFrom[0] === restTo[1] && restFrom[1] === restTo[0];
}

/** As `isOneEdit`, for names: in a name of one letter an edit leaves nothing of it. */
export const isTypoOf = (typed: string, expected: string): boolean =>
  expected.length >= 2 && isOneEdit(typed, expected);
