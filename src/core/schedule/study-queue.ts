import { addDays, dayOf, startOfDay } from './day.ts';
import { Learners } from './learners.ts';
import { mixed, mixedStacks, type Stack } from './mix.ts';
import { dueOf, type Item, isAskable, isLearning, type Standing, type Standings } from './standing.ts';
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
  /** False when cards that were not among the candidates may come before these. */
  readonly isSure: boolean;
}

/** What a queue is made of. */
export interface Candidates<I extends Item = Item> {
  /** Items of which the standings may say something, among them all that were studied today. */
  readonly begun: readonly I[];
  /** Up to when they are all there. */
  readonly reach: Reach;
  /** Where new items come from: those that can be asked, deck by deck. */
  readonly stacks: readonly Stack<I>[];
}

/** All that is being learned and due before the one instant, and all else that is due before the other. */
export interface Reach {
  readonly learning: Instant;
  readonly due: Instant;
}

/** Nothing is left out. */
export const everywhere: Reach = { learning: Number.POSITIVE_INFINITY, due: Number.POSITIVE_INFINITY };

/** Learning cards that a session takes, those that come first; nobody answers more in one go. */
const mostLearning = 250;

/**
 * Due before new, each in the day's mixed order, within the day's limits, no two siblings. A card in the long-term
 * schedule is due from the first hour of its day.
 */
export function buildQueue<I extends Item>(
  { begun, stacks, reach }: Candidates<I>,
  standings: Standings,
  context: QueueContext<I>,
): StudyQueue<I> {
  const { now, tz, limits = {}, filter = () => true } = context;
  const { dayStart } = standings.parameters;
  const today = dayOf(now, tz, dayStart);
  const tomorrow = startOfDay(addDays(today, 1), tz, dayStart);
  const groups = groupItems(begun, standings, { now, today, tomorrow, filter, reach });
  const { learning, taken } = groups;
  let isSure = learning.length === mostLearning || reach.learning === Number.POSITIVE_INFINITY;
  const counts = standings.days.get(today) ?? { introduced: 0, reviewed: 0 };
  const left = (limit: number, done: number) => Math.max(0, limit - done);
  const { reviewsPerDay, newPerDay } = standings.parameters;
  const planDue = () => {
    const places = left(reviewsPerDay, counts.reviewed);
    const due = takeItems(groups.due, places, taken);
    isSure &&= due.length === places || reach.due >= tomorrow;
    const isNew = (item: I): boolean => {
      const standing = standings.cards.get(item.key);
      return dueOf(standing) === undefined && isAskable(item, standing, now) && filter(item);
    };
    const fresh = takeItems(mixedStacks(stacks, today), left(newPerDay, counts.introduced), taken, isNew);
    return [...plan('due', mixed(due, today), standings), ...plan('new', fresh, standings)];
  };
  const planAhead = () => {
    isSure &&= reach.due === Number.POSITIVE_INFINITY;
    return plan('ahead', takeItems(groups.later, Infinity, taken), standings);
  };
  const planned = context.ahead ? planAhead() : planDue();
  const places = limits.cards === undefined ? planned.length : left(limits.cards, learning.length);
  const kept = planned.slice(0, places);
  return {
    planned: kept,
    learners: new Learners([...learning.slice(0, limits.cards), ...kept.map(({ item }) => item)]),
    until: limits.minutes === undefined ? Number.POSITIVE_INFINITY : now + limits.minutes * minute,
    isSure,
  };
}

interface Groups<I extends Item> {
  /** Soonest first. */
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
  readonly reach: Reach;
}

interface Dated<I extends Item> {
  readonly item: I;
  readonly due: Instant;
}

const inDueOrder = (a: Dated<Item>, b: Dated<Item>): number =>
  a.due - b.due || (a.item.key < b.item.key ? -1 : 1);

function groupItems<I extends Item>(
  begun: readonly I[],
  standings: Standings,
  { now, today, tomorrow, filter, reach }: Grouping<I>,
): Groups<I> {
  const learned: Dated<I>[] = [];
  const dated: Dated<I>[] = [];
  const taken = new Map<string, string>();
  const take = (item: I): void => {
    for (const sibling of item.siblings) {
      // Of two the same one counts, in whatever order they come.
      const other = taken.get(sibling) ?? item.key;
      taken.set(sibling, other < item.key ? other : item.key);
    }
  };
  const isAsked = (item: I, standing: Standing | undefined): boolean =>
    isAskable(item, standing, now) && filter(item);
  for (const item of begun) {
    if (item.retired || item.examOnly) continue;
    const standing = standings.cards.get(item.key);
    if (standing?.lastStudied === today) take(item);
    const due = dueOf(standing);
    const isLearned = isLearning(standing);
    if (due === undefined || due >= (isLearned ? reach.learning : reach.due)) continue;
    if (isLearned) learned.push({ item, due });
    else if (isAsked(item, standing)) dated.push({ item, due });
  }
  const itemsOf = (all: readonly Dated<I>[]): readonly I[] => all.map(({ item }) => item);
  learned.sort(inDueOrder);
  const asked = learned.filter(({ item }) => isAsked(item, standings.cards.get(item.key)));
  const learning = itemsOf(asked.slice(0, mostLearning));
  for (const item of [...itemsOf(learned.slice(0, mostLearning)), ...learning]) take(item);
  dated.sort(inDueOrder);
  const count = dated.findIndex(({ due }) => due >= tomorrow);
  const split = count === -1 ? dated.length : count;
  const sorted = itemsOf(dated);
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
