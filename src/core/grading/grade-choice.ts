import type { Option } from '../decks/card.ts';
import type { Grade } from './verdict.ts';

/** Right when exactly the right options are chosen; `share` is max(0, (right − wrong) / k) for k right options. */
export function gradeChoice(options: readonly Option[], chosen: readonly number[]): Grade {
  const marked = new Set(chosen);
  const wanted = options.filter((option) => option.right).length;
  const hits = options.filter((option, i) => option.right && marked.has(i)).length;
  const misses = marked.size - hits;
  const base = { reasons: [], expected: undefined };
  if (marked.size === 0) return { ...base, verdict: 'blank', share: 0 };
  if (hits === wanted && misses === 0) return { ...base, verdict: 'exact', share: 1 };
  const share = Math.max(0, (hits - misses) / wanted);
  return { ...base, verdict: hits > 0 && wanted > 1 ? 'partial' : 'wrong', share };
}
