import type { Instant } from '../schedule/time.ts';
import { type Happening, memoryKey } from './entry.ts';
import { farFuture } from './next-instant.ts';
import type { Progress } from './progress.ts';

/**
 * The instant before which none of these happenings may come: after the last event of each card that they are about.
 * Not at the same instant, for then the names of the writers would decide which comes first, also when a clock went
 * back. Cards whose last event is far in the future have seen a wrong clock and do not count.
 */
export function firstInstantFor(
  happenings: readonly Happening[],
  progress: Progress,
  now: Instant,
): Instant | undefined {
  let first: Instant | undefined;
  for (const happening of happenings) {
    const ref = happening.kind === 'move' ? happening.from : 'part' in happening ? happening : undefined;
    const at = ref && progress.cards.get(memoryKey(ref))?.lastEntryAt;
    if (at !== undefined && at < now + farFuture) first = Math.max(first ?? 0, at + 1);
  }
  return first;
}
