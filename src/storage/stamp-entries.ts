import type { Entry, Happening, Stamp } from '../core/history/entry.ts';
import { hasMembersOf, isStamp } from '../core/history/entry-members.ts';
import { farFuture, nextInstant } from '../core/history/next-instant.ts';
import { type Instant, type Minutes, second } from '../core/schedule/time.ts';

/** When something happened, as the machine tells it. */
export interface Moment {
  /** The wall clock. */
  readonly now: Instant;
  /** Offset of local time from UTC, east positive. */
  readonly tz: Minutes;
  /** What the clock may not be behind: the last event of the card that this is about, the clock of an exam. */
  readonly notBefore?: Instant;
}

/** Names entries of one segment: `<device>-<8 hex>`. */
export interface SegmentName {
  readonly device: string;
  readonly hex: string;
}

/** The instants of this run's entries, ascending. */
export interface Instants {
  lastUpTo(limit: Instant): Instant | undefined;
  add(t: Instant): void;
}

export function createInstants(): Instants {
  const sorted: Instant[] = [];
  return {
    lastUpTo: (limit) => sorted.findLast((t) => t <= limit),
    add: (t) => {
      if (sorted.at(-1) === t) return;
      const before = sorted.findLastIndex((earlier) => earlier <= t);
      sorted.splice(before + 1, 0, t);
    },
  };
}

/** Says who, when and in which order. Throws on a happening that could not be read back: that is our own bug. */
export function stampEntries(
  happenings: readonly Happening[],
  at: Moment,
  segment: SegmentName,
  firstN: number,
  instants: Instants,
): readonly Entry[] {
  const earlier = [instants.lastUpTo(at.now + farFuture), at.notBefore].filter((t) => t !== undefined);
  const t = nextInstant(at.now, earlier);
  return happenings.map((happening, i) => {
    const n = firstN + i;
    const stamp: Stamp = {
      id: `${segment.device}-${segment.hex}-${n}`,
      n,
      t,
      tz: at.tz,
      ...(t - at.now > second ? { wall: at.now } : {}),
    };
    const members = happening as unknown as Readonly<Record<string, unknown>>;
    if (!isStamp(stamp) || hasMembersOf(happening.kind, members) !== true) {
      throw new Error(`not a sound ${happening.kind}: ${JSON.stringify({ ...stamp, ...happening })}`);
    }
    return { ...stamp, ...happening };
  });
}
