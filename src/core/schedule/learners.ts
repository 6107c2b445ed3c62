import { dueOf, type Item, isAskable, isLearning, type Standing, type Standings } from './standing.ts';
import type { Instant, Milliseconds } from './time.ts';

/** A learning card and when it comes. */
export interface Learner<I extends Item = Item> {
  readonly item: I;
  readonly due: Instant;
}

/** So many answers tell a learner's pace. */
const tellingAnswers = 10;

/** What is remembered of an item, to take it out again. */
interface Place<I extends Item> {
  readonly learner: Learner<I> | undefined;
  readonly lastMs: Milliseconds | undefined;
}

/**
 * The items of a session that are being learned, or may be in the course of it. There may be thousands, and they are
 * asked about for every frame: so what they amount to is remembered, and between two standings of which one was made
 * from the other only what differs is looked at.
 */
export class Learners<I extends Item = Item> {
  private readonly items: ReadonlyMap<string, I>;
  private cards: Standings['cards'] | undefined;
  private places = new Map<string, Place<I>>();
  /** In the order in which they come. */
  private waiting: Learner<I>[] = [];
  private buried = new Map<string, Learner<I>>();
  /** Of the last answer to each, shortest first. */
  private times: Milliseconds[] = [];

  constructor(items: readonly I[]) {
    this.items = new Map(items.map((item) => [item.key, item]));
  }

  /** The learning card that comes first, but for one. */
  first({ cards }: Standings, now: Instant, but?: string): Learner<I> | undefined {
    this.update(cards);
    const isOther = ({ item }: Learner<I>): boolean => item.key !== but;
    const waiting = this.waiting.find(isOther);
    const back = this.buriedUntil(now).filter(isOther);
    return (waiting === undefined ? back : [...back, waiting]).sort(inOrder)[0];
  }

  /** How many come until then. */
  countUntil(horizon: Instant, { cards }: Standings, now: Instant): number {
    this.update(cards);
    const back = this.buriedUntil(now).filter(({ due }) => due <= horizon).length;
    return back + placeIn(this.waiting, ({ due }) => due <= horizon);
  }

  /** The median of the last answers. Where they are few, `usual` stands for those that tell more. */
  medianTime({ cards }: Standings, usual: Milliseconds): Milliseconds {
    this.update(cards);
    const missing = Math.max(0, tellingAnswers - this.times.length);
    const times = missing === 0 ? this.times : [...this.times, ...Array<Milliseconds>(missing).fill(usual)];
    if (missing > 0) times.sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)] ?? usual;
  }

  /** Buried cards that may be asked again. */
  private buriedUntil(now: Instant): readonly Learner<I>[] {
    return [...this.buried.values()].filter(({ item }) => isAskable(item, this.cards?.get(item.key), now));
  }

  private update(cards: Standings['cards']): void {
    const changed = this.cards && cards.changedSince?.(this.cards);
    this.cards = cards;
    if (changed === undefined) this.fill(cards);
    else for (const key of changed) this.move(key, cards.get(key));
  }

  private fill(cards: Standings['cards']): void {
    this.places = new Map();
    this.buried = new Map();
    this.waiting = [];
    this.times = [];
    for (const item of this.items.values()) {
      const place = this.place(item, cards.get(item.key));
      if (place.learner !== undefined) this.waiting.push(place.learner);
      if (place.lastMs !== undefined) this.times.push(place.lastMs);
    }
    this.waiting.sort(inOrder);
    this.times.sort((a, b) => a - b);
  }

  private move(key: string, standing: Standing | undefined): void {
    const item = this.items.get(key);
    if (item === undefined) return;
    const before = this.places.get(key);
    this.buried.delete(key);
    if (before?.learner !== undefined) this.waiting.splice(this.placeOf(before.learner), 1);
    if (before?.lastMs !== undefined) this.times.splice(this.timeBefore(before.lastMs), 1);
    const after = this.place(item, standing);
    if (after.learner !== undefined) this.waiting.splice(this.placeOf(after.learner), 0, after.learner);
    if (after.lastMs !== undefined) this.times.splice(this.timeBefore(after.lastMs), 0, after.lastMs);
  }

  /** Buried cards are kept apart, for they come back with the time. */
  private place(item: I, standing: Standing | undefined): Place<I> {
    const due = isLearning(standing) ? dueOf(standing) : undefined;
    const learner = due === undefined ? undefined : { item, due };
    const isBuried = standing?.buriedUntil !== undefined;
    if (learner !== undefined && isBuried) this.buried.set(item.key, learner);
    const waits = !isBuried && isAskable(item, standing, Number.NEGATIVE_INFINITY);
    const place = { learner: waits ? learner : undefined, lastMs: standing?.tally.lastMs };
    this.places.set(item.key, place);
    return place;
  }

  private placeOf(learner: Learner<I>): number {
    return placeIn(this.waiting, (one) => inOrder(one, learner) < 0);
  }

  private timeBefore(time: Milliseconds): number {
    return placeIn(this.times, (one) => one < time);
  }
}

/** By due time, then by key. */
function inOrder(a: Learner, b: Learner): number {
  if (a.due !== b.due) return a.due - b.due;
  return a.item.key < b.item.key ? -1 : Number(a.item.key > b.item.key);
}

/** How many at the front of a sorted list are as asked. */
function placeIn<T>(list: readonly T[], isBefore: (one: T) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(list[middle] as T)) from = middle + 1;
    else to = middle;
  }
  return from;
}
