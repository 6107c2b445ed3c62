import type { Day } from './time.ts';

/** FNV-1a, 32 bits, of the UTF-16 units from one on, going on from the hash of what stands before them. */
function fnv(begun: number, text: string, from = 0): number {
  let hash = begun;
  for (let i = from; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** A last stirring, so that texts alike end far apart. */
function stirred(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (half ^ (half >>> 13)) >>> 0;
}

const beginOf = (day: Day): number => fnv(0x811c9dc5, `${day}\n`);

/** Where a key stands in the day's order, from 0 to 2^32 - 1. */
export const mix = (day: Day, key: string): number => stirred(fnv(beginOf(day), key));

/** The same for one key after the other. They come deck by deck, and what is before the card is hashed once a deck. */
function mixer(day: Day): (key: string) => number {
  const begun = beginOf(day);
  let deck = '';
  let ofDeck = begun;
  return (key) => {
    const end = key.lastIndexOf('\n', key.lastIndexOf('\n') - 1) + 1;
    if (end !== deck.length || !key.startsWith(deck)) {
      deck = key.slice(0, end);
      ofDeck = fnv(begun, deck);
    }
    return stirred(fnv(ofDeck, key, end));
  };
}

interface Keyed {
  readonly key: string;
}

/** The day's order: for the eye without pattern, the same on every machine. */
export function mixed<Item extends Keyed>(items: readonly Item[], day: Day): Item[] {
  const mixOf = mixer(day);
  return items
    .map((item) => ({ item, place: mixOf(item.key) }))
    .sort((a, b) => a.place - b.place || (a.item.key < b.item.key ? -1 : 1))
    .map(({ item }) => item);
}

/** A deck of which the number of items is known before they are read. */
export interface Stack<Item extends Keyed> extends Keyed {
  readonly size: number;
  items(): readonly Item[];
}

/**
 * The items of all stacks in an order of the day in which each is as likely to come first as any other. A day takes a few
 * of thousands, so a stack's items are read when the first of them comes.
 *
 * A stack has places between 0 and 1 for its items, as if each had drawn one, but made in order: of `n` such numbers above
 * `u` the smallest is `1 - (1 - u) v^(1/n)`, where `v` is uniform (Bentley and Saxe, Generating Sorted Lists of Random
 * Numbers, ACM Transactions on Mathematical Software 6, 1980). The stack's items take them in their own mixed order.
 */
export function* mixedStacks<Item extends Keyed>(stacks: readonly Stack<Item>[], day: Day): Generator<Item> {
  const waiting = stacks.map((stack) => new Places(stack, day)).filter(({ left }) => left > 0);
  waiting.sort(byPlace);
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
    const item = first.take();
    if (item !== undefined) yield item;
    if (first.left > 0) waiting.splice(placeIn(waiting, first), 0, first);
  }
}

/** The places of a stack's items, one after the other. */
class Places<Item extends Keyed> {
  readonly key: string;
  place = 0;
  left: number;
  private readonly stack: Stack<Item>;
  private readonly day: Day;
  private readonly begun: number;
  private ordered: readonly Item[] | undefined;

  constructor(stack: Stack<Item>, day: Day) {
    this.key = stack.key;
    this.stack = stack;
    this.day = day;
    this.left = stack.size;
    this.begun = fnv(beginOf(day), stack.key);
    this.move();
  }

  /** The item at the present place, which moves on; none when the stack has fewer than it was said to have. */
  take(): Item | undefined {
    this.ordered ??= mixed(this.stack.items(), this.day);
    const item = this.ordered[this.stack.size - this.left];
    this.left--;
    this.move();
    return item;
  }

  private move(): void {
    if (this.left === 0) return;
    const drawn = (stirred(Math.imul(this.begun ^ this.left, 0x9e3779b1)) + 0.5) / 2 ** 32;
    this.place = 1 - (1 - this.place) * drawn ** (1 / this.left);
  }
}

type Placed = { readonly place: number; readonly key: string };

const byPlace = (a: Placed, b: Placed): number => a.place - b.place || (a.key < b.key ? -1 : 1);

/** Where one belongs among others that are in order. */
function placeIn(others: readonly Placed[], one: Placed): number {
  let low = 0;
  for (let high = others.length; low < high; ) {
    const middle = (low + high) >>> 1;
    const other = others[middle];
    if (other !== undefined && byPlace(other, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
