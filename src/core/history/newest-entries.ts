import type { Entry } from './entry.ts';
import { compareEntries } from './merge.ts';

/** Gathers the newest entries of a journal that is too large to be sorted as a whole. */
export class NewestEntries {
  private readonly most: number;
  private kept: Entry[];

  constructor(most: number, entries: readonly Entry[] = []) {
    this.most = most;
    this.kept = [...entries];
  }

  add(entry: Entry): void {
    this.kept.push(entry);
    if (this.kept.length > this.most * 8) this.kept = this.sorted();
  }

  /** Oldest first. */
  entries(): readonly Entry[] {
    this.kept = this.sorted();
    return this.kept;
  }

  private sorted(): Entry[] {
    return this.kept.sort(compareEntries).slice(-this.most);
  }
}
