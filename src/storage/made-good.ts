import { damages } from '../core/history/decode-entry.ts';
import { type JournalFlaw, readSegments, type SegmentPlace } from './read-segments.ts';

/** What can have cost a line of a file, which a copy beside it may have. */
const losses: ReadonlySet<JournalFlaw> = new Set<JournalFlaw>(['torn-tail', ...damages, 'seq-gap']);

/**
 * Whether copies of a damaged file hold what it lost: together they have every number of its segment, and as many as the
 * file has lines that can or cannot be read. `beside`: the paths of its folder.
 */
export function isMadeGood(
  flaw: JournalFlaw,
  file: string,
  beside: readonly string[],
  read: (path: string) => string,
): boolean {
  if (!losses.has(flaw)) return false;
  const place = placeFromName(file);
  const copies = beside.filter((path) => path !== file && placeFromName(path).name === place.name);
  if (copies.length === 0) return false;
  let lost = 0;
  const found = new Set(numbersIn(read(file), place, () => lost++));
  const lines = found.size + lost;
  for (const path of copies) for (const n of numbersIn(read(path), place, () => {})) found.add(n);
  return found.size > 0 && found.size >= lines && [...found].every((n) => n < found.size);
}

function numbersIn(text: string, place: SegmentPlace, onDamage: () => void): readonly number[] {
  const { segments } = readSegments(text, place, (flaw) => {
    if (flaw !== 'seq-gap') onDamage();
  });
  return segments.flatMap(({ name, entries }) => (name === place.name ? entries.map(({ n }) => n) : []));
}

/** Where reading begins, with device and segment as the path tells them, for a file whose first line is damaged. */
export function placeFromName(path: string): SegmentPlace {
  const device = /^devices\/([^/]+)\//.exec(path)?.[1] ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const hex = /-([0-9a-f]{8})\b[^/]*\.jsonl$/.exec(name)?.[1] ?? name;
  return { device, name: `${device}-${hex}`, nextN: 0, newer: false };
}
