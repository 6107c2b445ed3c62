import { type Instant, type Milliseconds, minute } from '../../core/schedule/time.ts';
import type { SnapshotReason } from './snapshot.ts';

const day: Milliseconds = 24 * 60 * minute;
/** How many days, weeks and months that have a snapshot keep their newest one. */
const ladder = { days: 12, weeks: 10, months: 9 } as const;

interface Rung {
  readonly name: string;
  readonly at: Instant;
  readonly why: SnapshotReason;
}

/**
 * The snapshots that stay: the newest of each of the last 12 days, 10 weeks and 9 months that have one, and for 12
 * days those that were taken before something that changes much. Periods are counted in UTC.
 */
export function thinOut<Snapshot extends Rung>(
  snapshots: readonly Snapshot[],
  now: Instant,
): ReadonlySet<string> {
  const newestFirst = [...snapshots].sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const kept = new Set<string>();
  const keep = (most: number, periodOf: (at: Instant) => number): void => {
    const periods = new Set<number>();
    for (const { name, at } of newestFirst) {
      if (periods.size >= most) return;
      if (!periods.has(periodOf(at))) kept.add(name);
      periods.add(periodOf(at));
    }
  };
  keep(ladder.days, (at) => Math.floor(at / day));
  // 1 January 1970 was a Thursday; weeks begin on Monday.
  keep(ladder.weeks, (at) => Math.floor((at / day + 3) / 7));
  keep(ladder.months, monthOf);
  for (const { name, at, why } of newestFirst) {
    if (why !== 'daily' && now - at < ladder.days * day) kept.add(name);
  }
  return kept;
}

function monthOf(at: Instant): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
