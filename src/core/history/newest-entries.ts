import type { Entry } from './entry.ts';
import { compareEntries } from './merge.ts';

/** What an exam writes with every item: nobody asks for it, and one exam would push all else out. */
const passing: ReadonlySet<Entry['kind']> = new Set(['exam-answer', 'exam-visit', 'exam-mark']);

/** Gathers the newest entries of a journal that is too large to be sorted as a whole. */
export class NewestEntries {
  private readonly most: number;
  private kept: Entry[];
  /** What is older is none of the newest. */
  private floor: Entry | undefined;

  constructor(most: number, entries: readonly Entry[] = []) {
    this.most = most;
    this.kept = [...entries];
  }

  add(entry: Entry): void {
    if (passing.has(entry.kind)) return;
    if (this.floor !== undefined && compareEntries(entry, this.floor) < 0) return;
    this.kept.push(entry);
    if (this.kept.length <= this.most * 8) return;
    this.kept = this.sorted();
    this.floor = this.kept[0];
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
