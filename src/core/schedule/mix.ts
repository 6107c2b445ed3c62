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

/** As many as a day mostly takes, with those that are passed over. */
const firstBatch = 64;

/**
 * The day's order: for the eye without pattern, the same on every machine. A day takes a few of thousands, so the
 * order is made as far as it is looked at.
 */
export function* inMixedOrder<Item extends Keyed>(items: readonly Item[], day: Day): Generator<Item> {
  const mixOf = mixer(day);
  const places = new Uint32Array(items.length);
  items.forEach(({ key }, i) => {
    places[i] = mixOf(key);
  });
  const sorted = places.toSorted();
  const last = sorted.at(-1) ?? -1;
  for (let low = -1, count = firstBatch; low < last; count *= 4) {
    const high = sorted[Math.min(count, sorted.length) - 1] ?? last;
    const batch: { readonly item: Item; readonly place: number }[] = [];
    items.forEach((item, i) => {
      const place = places[i] ?? 0;
      if (place > low && place <= high) batch.push({ item, place });
    });
    batch.sort((a, b) => a.place - b.place || (a.item.key < b.item.key ? -1 : 1));
    for (const { item } of batch) yield item;
    low = high;
  }
}

export const mixed = <Item extends Keyed>(items: readonly Item[], day: Day): Item[] => [
  ...inMixedOrder(items, day),
];
