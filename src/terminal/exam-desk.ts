import type { Blueprint } from '../core/exam/blueprint.ts';
import type { SittingRecord } from '../core/exam/collect-sittings.ts';
import type { Day } from '../core/schedule/time.ts';

/** What a learner asks of a paper beside its exam. */
export interface ExamRequest {
  readonly exam: string;
  readonly seed?: number;
  readonly questions?: number;
  readonly minutes?: number;
  readonly objectives?: readonly string[];
  readonly missedIn?: number;
  readonly unseen?: boolean;
  /** Minutes; named in the report. */
  readonly extraTime?: number;
}

/** What the exam's screens may ask of the world besides the desk. */
export interface ExamDesk {
  blueprints(): readonly Blueprint[];
  /** Every sitting of the journal, oldest first; read when an exam's screen is opened. */
  sittings(): readonly SittingRecord[];
  /** The exams with a date, by id. */
  dates(): ReadonlyMap<string, Day>;
}
