import { addDays, dayOf, startOfDay } from './day.ts';
import { Learners } from './learners.ts';
import { mixed, mixedStacks, type Stack } from './mix.ts';
import { dueOf, type Item, isAskable, isLearning, type Standings } from './standing.ts';
import { type Day, type Instant, type Minutes, minute } from './time.ts';

export interface QueueContext<I extends Item = Item> {
  readonly now: Instant;
  readonly tz: Minutes;
  readonly limits?: { readonly cards?: number; readonly minutes?: Minutes };
  /** Ask what is not due yet, soonest first. */
  readonly ahead?: boolean;
  readonly filter?: (item: I) => boolean;
}

/** An item to be asked once, as it stood when the queue was built. */
export interface Planned<I extends Item> {
  readonly item: I;
  readonly kind: 'due' | 'new' | 'ahead';
  readonly lastReview: Instant | undefined;
}

/** What a session will ask. It does not change with the answers: `nextItem` reads those from the progress. */
export interface StudyQueue<I extends Item = Item> {
  readonly planned: readonly Planned<I>[];
  /** Items that are being learned, or may be in the course of the session. */
  readonly learners: Learners<I>;
  /** When asking ends, with `limits.minutes`. */
  readonly until: Instant;
}

/** What a queue is made of. */
export interface Candidates<I extends Item = Item> {
  /** All items of which the standings may say something. */
  readonly begun: readonly I[];
  /** Where new items come from: those that can be asked, deck by deck. */
  readonly stacks: readonly Stack<I>[];
}

/**
 * Due before new, each in the day's mixed order, within the day's limits, no two siblings. A card in the long-term
 * schedule is due from the first hour of its day.
 */
export function buildQueue<I extends Item>(
  { begun, stacks }: Candidates<I>,
  standings: Standings,
  context: QueueContext<I>,
): StudyQueue<I> {
  const { now, tz, limits = {}, filter = () => true } = context;
  const { dayStart } = standings.parameters;
  const today = dayOf(now, tz, dayStart);
  const tomorrow = startOfDay(addDays(today, 1), tz, dayStart);
  const groups = groupItems(begun, standings, { now, today, tomorrow, filter });
  const { learning, taken } = groups;
  const counts = standings.days.get(today) ?? { introduced: 0, reviewed: 0 };
  const left = (limit: number, done: number) => Math.max(0, limit - done);
  const { reviewsPerDay, newPerDay } = standings.parameters;
  const planDue = () => {
    const due = takeItems(groups.due, left(reviewsPerDay, counts.reviewed), taken);
    const isNew = (item: I): boolean => {
      const standing = standings.cards.get(item.key);
      return dueOf(standing) === undefined && isAskable(item, standing, now) && filter(item);
    };
    const fresh = takeItems(mixedStacks(stacks, today), left(newPerDay, counts.introduced), taken, isNew);
    return [...plan('due', mixed(due, today), standings), ...plan('new', fresh, standings)];
  };
  const planned = context.ahead
    ? plan('ahead', takeItems(groups.later, Infinity, taken), standings)
    : planDue();
  const places = limits.cards === undefined ? planned.length : left(limits.cards, learning.length);
  const kept = planned.slice(0, places);
  return {
    planned: kept,
    learners: new Learners([...learning.slice(0, limits.cards), ...kept.map(({ item }) => item)]),
    until: limits.minutes === undefined ? Number.POSITIVE_INFINITY : now + limits.minutes * minute,
  };
}

interface Groups<I extends Item> {
  readonly learning: readonly I[];
  /** Longest due first. */
  readonly due: readonly I[];
  /** Soonest first. */
  readonly later: readonly I[];
  /** What siblings of the items that were asked today share, and with which of them. */
  readonly taken: Map<string, string>;
}

interface Grouping<I extends Item> {
  readonly now: Instant;
  readonly today: Day;
  readonly tomorrow: Instant;
  readonly filter: (item: I) => boolean;
}

function groupItems<I extends Item>(
  begun: readonly I[],
  standings: Standings,
  { now, today, tomorrow, filter }: Grouping<I>,
): Groups<I> {
  const learning: I[] = [];
  const dated: { readonly item: I; readonly due: Instant }[] = [];
  const taken = new Map<string, string>();
  for (const item of begun) {
    const standing = standings.cards.get(item.key);
    const isLearned = isLearning(standing);
    if (isLearned || standing?.lastStudied === today)
      for (const sibling of item.siblings) taken.set(sibling, item.key);
    const due = dueOf(standing);
    if (due === undefined || !isAskable(item, standing, now) || !filter(item)) continue;
    if (isLearned) learning.push(item);
    else dated.push({ item, due });
  }
  dated.sort((a, b) => a.due - b.due || (a.item.key < b.item.key ? -1 : 1));
  const count = dated.findIndex(({ due }) => due >= tomorrow);
  const split = count === -1 ? dated.length : count;
  const sorted = dated.map(({ item }) => item);
  return { learning, due: sorted.slice(0, split), later: sorted.slice(split), taken };
}

/** The first wanted items, so many, of which none is another's sibling; what they share is taken. */
function takeItems<I extends Item>(
  items: Iterable<I>,
  count: number,
  taken: Map<string, string>,
  isWanted: (item: I) => boolean = () => true,
): readonly I[] {
  const picked: I[] = [];
  if (count === 0) return picked;
  for (const item of items) {
    if (!isWanted(item) || !item.siblings.every((sibling) => (taken.get(sibling) ?? item.key) === item.key))
      continue;
    for (const sibling of item.siblings) taken.set(sibling, item.key);
    if (picked.push(item) >= count) break;
  }
  return picked;
}

const plan = <I extends Item>(
  kind: Planned<I>['kind'],
  items: readonly I[],
  standings: Standings,
): readonly Planned<I>[] =>
  items.map((item) => ({ item, kind, lastReview: standings.cards.get(item.key)?.memory?.lastReview }));
