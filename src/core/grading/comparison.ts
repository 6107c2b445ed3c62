import type { Reason } from './verdict.ts';

/** One typed text set against one accepted answer, best verdict first. */
const comparisonVerdicts = ['exact', 'equivalent', 'near', 'wrong'] as const;
export type ComparisonVerdict = (typeof comparisonVerdicts)[number];

export interface Comparison {
  readonly verdict: ComparisonVerdict;
  /** Notes of an equivalent answer, mistakes of a near one. */
  readonly reasons: readonly Reason[];
}

export const wrong: Comparison = { verdict: 'wrong', reasons: [] };

/** Right: exact when there is nothing to note. */
export const right = (notes: readonly Reason[] = []): Comparison => ({
  verdict: notes.length === 0 ? 'exact' : 'equivalent',
  reasons: notes,
});

export const near = (...reasons: readonly Reason[]): Comparison => ({ verdict: 'near', reasons });

/** 0 is the best. */
export const rankOf = (comparison: Comparison): number => comparisonVerdicts.indexOf(comparison.verdict);

/** Parts of one answer taken together: as good as the worst of them, with the reasons of all, the worst's first. */
export function combine(parts: readonly Comparison[]): Comparison {
  const byRank = [...parts].sort((a, b) => rankOf(b) - rankOf(a));
  const worst = byRank[0];
  if (worst === undefined || worst.verdict === 'wrong') return worst ?? right();
  const seen = new Set<string>();
  const reasons = byRank.flatMap((part) => part.reasons).filter((reason) => isFirst(reason, seen));
  return { verdict: worst.verdict, reasons };
}

function isFirst(reason: Reason, seen: Set<string>): boolean {
  const key = JSON.stringify(reason);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
