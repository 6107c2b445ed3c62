import type { Entry } from './entry.ts';

/** One journal file as it was read, damaged lines left out. */
export interface JournalFile {
  readonly device: string;
  readonly file: string;
  readonly entries: Iterable<Entry>;
}

/**
 * The order of the journal: by instant, then by who wrote it, in which file, at which place. An id is made of device,
 * file and counter, so it alone settles ties, and a copy of an entry in another file stands where the first stood.
 */
export function compareEntries(a: Pick<Entry, 't' | 'id'>, b: Pick<Entry, 't' | 'id'>): number {
  return a.t - b.t || compareIds(a.id, b.id);
}

/** Counters have no leading zeros, so of two with one prefix the longer is the later. */
function compareIds(a: string, b: string): number {
  const before = a.slice(0, a.lastIndexOf('-') + 1);
  const after = b.slice(0, b.lastIndexOf('-') + 1);
  if (before !== after) return before < after ? -1 : 1;
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}

/**
 * The union of all files by entry id, in the order of the journal. Of copies that differ in their place, the one in
 * the first file by device and name is taken.
 */
export function mergeEntries(files: Iterable<JournalFile>): readonly Entry[] {
  const byName = [...files].sort((a, b) => compareTexts(a.device, b.device) || compareTexts(a.file, b.file));
  const union = new Map<string, Entry>();
  for (const { entries } of byName) {
    for (const entry of entries) if (!union.has(entry.id)) union.set(entry.id, entry);
  }
  return [...union.values()].sort(compareEntries);
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
