import { damages } from '../core/history/decode-entry.ts';
import type { JournalProblem } from './read-journal.ts';
import type { JournalFlaw } from './read-segments.ts';

/** Flaws of the journal that cost a record, or hide some. */
const costly: ReadonlySet<JournalFlaw> = new Set<JournalFlaw>([...damages, 'seq-gap', 'unreadable']);

/** Costly flaws that were found, until the learner was told of them: a file is read once, perhaps where nobody looks. */
export class FlawsToTell {
  private found: readonly JournalProblem[] = [];
  private areTold = false;
  private isStored = false;

  get areAny(): boolean {
    return this.found.length > 0;
  }

  /** The learner is told, which the stored state does not know yet. */
  get isNews(): boolean {
    return this.areAny && this.areTold && !this.isStored;
  }

  /** For the stored state, so that the next start tells of them. */
  get untold(): readonly JournalProblem[] {
    return this.areTold ? [] : this.found;
  }

  begin(untold: readonly JournalProblem[], problems: readonly JournalProblem[]): void {
    this.found = untold;
    this.isStored = false;
    this.add(problems);
  }

  /** What cannot be read is found again at each look. */
  add(problems: readonly JournalProblem[]): void {
    const isKnown = ({ flaw, file }: JournalProblem): boolean =>
      this.found.some((one) => one.flaw === flaw && one.file === file);
    const more = problems.filter((problem) => costly.has(problem.flaw) && !isKnown(problem));
    if (more.length === 0) return;
    this.found = [...this.found, ...more];
    this.areTold = false;
    this.isStored = false;
  }

  /** The stored state has what was untold then. */
  stored(untold: readonly JournalProblem[]): void {
    this.isStored = untold.length === 0;
  }

  tell(): void {
    this.areTold = true;
  }
}
