import type { Grade } from './verdict.ts';

/**
 * Right when the sequence is equal; lines with equal texts may stand for each other. `share` is the share of the
 * neighbouring pairs that were kept.
 */
export function gradeOrder(lines: readonly string[], given: readonly number[]): Grade {
  const base = { reasons: [], expected: undefined };
  if (given.length === 0) return { ...base, verdict: 'blank', share: 0 };
  const texts = given.map((position) => lines[position]);
  if (texts.length === lines.length && texts.every((text, i) => text === lines[i])) {
    return { ...base, verdict: 'exact', share: 1 };
  }
  const wanted = pairsOf(lines);
  const open = pairsOf(texts);
  let kept = 0;
  for (const pair of wanted) {
    const at = open.indexOf(pair);
    if (at >= 0) {
      open.splice(at, 1);
      kept++;
    }
  }
  const share = wanted.length === 0 ? 0 : kept / wanted.length;
  return { ...base, verdict: share > 0 ? 'partial' : 'wrong', share };
}

function pairsOf(texts: readonly (string | undefined)[]): string[] {
  return texts.slice(1).map((text, i) => JSON.stringify([texts[i] ?? null, text ?? null]));
}
