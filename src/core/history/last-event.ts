import type { Instant } from '../schedule/time.ts';
import { type Happening, memoryKey } from './entry.ts';
import { farFuture } from './next-instant.ts';
import type { Progress } from './progress.ts';

/**
 * The last event of the cards that happenings are about, before which none of them may come. A move takes along what
 * lies before it, so it comes after the last event and not at the same instant. Far in the future: a wrong clock.
 */
export function lastEventOf(
  happenings: readonly Happening[],
  progress: Progress,
  now: Instant,
): Instant | undefined {
  let last: Instant | undefined;
  for (const happening of happenings) {
    const isMove = happening.kind === 'move';
    const ref = isMove ? happening.from : 'part' in happening ? happening : undefined;
    const at = ref && progress.cards.get(memoryKey(ref))?.lastEntryAt;
    if (at === undefined || at > now + farFuture) continue;
    last = Math.max(last ?? 0, isMove ? at + 1 : at);
  }
  return last;
}
