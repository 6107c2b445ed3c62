import type { Entry } from '../core/history/entry.ts';
import { NewestEntries } from '../core/history/newest-entries.ts';

/** How many of the newest entries are at hand without reading the journal. */
const keptEntries = 200;
/** How many times as many are wanted at each look further back. */
const furtherBack = 8;

/** The newest entries of a journal, and more of them when somebody looks further back. */
export class NewestRecorded {
  private reach = keptEntries;
  private newest = new NewestEntries(keptEntries);

  /** Oldest first. */
  entries(): readonly Entry[] {
    return this.newest.entries();
  }

  /** Those that are stored. */
  last(): readonly Entry[] {
    return this.entries().slice(-keptEntries);
  }

  add(entry: Entry): void {
    this.newest.add(entry);
  }

  /** Forgets all but these. */
  begin(entries: readonly Entry[] = []): void {
    this.newest = new NewestEntries(this.reach, entries);
  }

  /** Has the whole journal read for more; false when they were all there. */
  reachBack(readAll: () => void): boolean {
    const before = this.entries().length;
    if (before < this.reach) return false;
    this.reach *= furtherBack;
    this.begin();
    readAll();
    return this.entries().length > before;
  }
}
