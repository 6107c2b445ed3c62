import type { Day } from './time.ts';

/** FNV-1a, 32 bits, of the UTF-16 units, with a last stirring so that texts alike end far apart. */
export function mix(day: Day, key: string): number {
  let hash = 0x811c9dc5;
  const text = `${day}\n${key}`;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The day's order: for the eye without pattern, the same on every machine. */
export const mixed = <Item extends { readonly key: string }>(items: readonly Item[], day: Day): Item[] =>
  items
    .map((item) => ({ item, place: mix(day, item.key) }))
    .sort((a, b) => a.place - b.place || (a.item.key < b.item.key ? -1 : 1))
    .map(({ item }) => item);
