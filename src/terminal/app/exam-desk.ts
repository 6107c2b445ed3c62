import type { Blueprint } from '../../core/exam/blueprint.ts';
import type { SittingRecord } from '../../core/exam/collect-sittings.ts';
import type { Readiness } from '../../core/exam/readiness.ts';
import type { Progress } from '../../core/history/progress.ts';
import type { Day } from '../../core/schedule/time.ts';

/** What a learner asks of a paper beside its exam. */
export interface ExamWishes {
  readonly seed?: number;
  readonly questions?: number;
  readonly minutes?: number;
  readonly objectives?: readonly string[];
  readonly missedIn?: number;
  readonly unseen?: boolean;
  /** Minutes; named in the report. */
  readonly extraTime?: number;
}

export interface ExamRequest extends ExamWishes {
  readonly exam: string;
}

/** What the exam's screens may ask of the world besides the desk. */
export interface ExamDesk {
  /** None on a first frame that did not wait for what reads deck files. */
  blueprints(): readonly Blueprint[];
  /** Every sitting of the journal, oldest first; read when an exam's screen is opened. */
  sittings(): readonly SittingRecord[];
  /** The exams with a date, by id. */
  dates(): ReadonlyMap<string, Day>;
  /** The progress of every card; what the desk has at first may leave out decks that nobody asked for. */
  progress(): Progress;
  /** How ready the learner is on the day of an exam, or now when it has no date. */
  readiness(blueprint: Blueprint): Readiness;
}
