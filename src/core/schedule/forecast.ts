import { addDays, dayOf, daysBetween } from './day.ts';
import { dueOf, type Item, isAskable, type Standings } from './standing.ts';
import type { Day, Instant, Minutes } from './time.ts';

export interface ForecastDay {
  readonly day: Day;
  readonly due: number;
}

/** How many cards fall due on today and the days after, what is overdue counted today; new cards are not foretold. */
export function forecast(
  items: readonly Item[],
  standings: Standings,
  { now, tz, days = 7 }: { readonly now: Instant; readonly tz: Minutes; readonly days?: number },
): readonly ForecastDay[] {
  const { dayStart } = standings.parameters;
  const today = dayOf(now, tz, dayStart);
  const counts = Array.from({ length: days }, (_, index) => ({ day: addDays(today, index), due: 0 }));
  for (const item of items) {
    const standing = standings.cards.get(item.key);
    const due = dueOf(standing);
    if (due === undefined) continue;
    const first = Math.max(due, standing?.buriedUntil ?? due);
    const count = counts[Math.max(0, daysBetween(today, dayOf(first, tz, dayStart)))];
    if (count !== undefined && isAskable(item, standing, Math.max(now, first))) count.due += 1;
  }
  return counts;
}

/** When the next card of those already seen is due; `undefined` when none ever is. */
export function nextDue(items: readonly Item[], standings: Standings, now: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const item of items) {
    const standing = standings.cards.get(item.key);
    const due = dueOf(standing);
    if (due === undefined) continue;
    const first = Math.max(due, standing?.buriedUntil ?? due);
    if (isAskable(item, standing, Math.max(now, first)) && (next === undefined || first < next)) next = first;
  }
  return next;
}
