import type { SittingRecord } from '../exam/collect-sittings.ts';
import type { Answer } from '../grading/answer.ts';
import type { Grade } from '../grading/verdict.ts';
import type { MemoryRef } from '../history/entry.ts';
import type { Progress } from '../history/progress.ts';
import type { DayPlan } from '../schedule/plan.ts';
import type { Instant, Minutes } from '../schedule/time.ts';
import type { Library, StudyItem } from './library.ts';
import type { Question } from './question.ts';
import type { Begun } from './soonest.ts';

/** What a session reads; the functions give the present value, for answers change it. */
export interface SessionSource {
  library(): Library;
  progress(): Progress;
  readonly tz: (at: Instant) => Minutes;
  readonly lang: () => string;
  readonly seed: string;
  lastUndoable(): { readonly ids: readonly string[] } | undefined;
  /** Every sitting, oldest first. */
  sittings(): readonly SittingRecord[];
  /** Reads what the journal says of these decks, of all when none are named; `progress` may not have it before. */
  read(decks: readonly string[]): void;
  /** What may be asked first, as far as was read. */
  begun(): Begun;
  /** Whether a deck has new cards. */
  hasNew(deck: string): boolean;
  /** What an exam date makes of today. */
  dayPlan(now: Instant): DayPlan<StudyItem> | undefined;
  refOf(entry: string): MemoryRef | undefined;
  readonly grade: (question: Question, answer: Answer) => Grade;
  /** Takes an item to be asked here; false when another window asks it. */
  take(item: StudyItem): boolean;
  /** New cards beyond the day's limit. */
  readonly extraNew: number;
}
