import { type Instant, type Milliseconds, minute } from '../../core/schedule/time.ts';
import type { Snapshot } from './snapshot.ts';

const day: Milliseconds = 24 * 60 * minute;
/** How many days, weeks and months that have a snapshot keep their newest one. */
const ladder = { days: 12, weeks: 10, months: 9 } as const;

type Rung = Pick<Snapshot, 'name' | 'at' | 'why'> & {
  readonly files: readonly Pick<Snapshot['files'][number], 'path' | 'size'>[];
};

/**
 * The snapshots that stay: the newest of each of the last 12 days, 10 weeks and 9 months that have one, and for 12
 * days those that were taken before something that changes much, or that hold what the next one has no longer: it may
 * be of a journal that was damaged. Periods are counted in UTC.
 */
export function thinOut(snapshots: readonly Rung[], now: Instant): ReadonlySet<string> {
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
  newestFirst.forEach((rung, i) => {
    const isRecent = now - rung.at < ladder.days * day;
    if (isRecent && (rung.why !== 'daily' || !isContained(rung, newestFirst[i - 1]))) kept.add(rung.name);
  });
  return kept;
}

/** Files only ever grow, so a copy that is as long holds all of a shorter one. */
function isContained(rung: Rung, next: Rung | undefined): boolean {
  const sizes = new Map(next?.files.map(({ path, size }) => [path, size]));
  return rung.files.every(({ path, size }) => (sizes.get(path) ?? -1) >= size);
}

function monthOf(at: Instant): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
