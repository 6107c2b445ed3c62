import type { Entry, Happening } from '../../core/history/entry.ts';
import type { Progress } from '../../core/history/progress.ts';
import type { Instant, Minutes } from '../../core/schedule/time.ts';
import type { Library } from '../../core/session/library.ts';
import type { Overview } from '../../core/session/overview.ts';
import type { Session, SessionPlan } from '../../core/session/session.ts';
import type { Shown } from '../../core/text/shown.ts';
import type { ExamClock } from '../../terminal/app/exam-clock.ts';
import type { Undoable } from './undoable.ts';

/** Progress and decks, opened: what the interactive screens and the plain commands both stand on. */
export interface OpenDesk {
  readonly now: () => Instant;
  readonly examClock: ExamClock;
  library(): Library;
  progress(): Progress;
  overview(): Overview;
  openSession(plan: SessionPlan): Session;
  append(happenings: readonly Happening[]): readonly Entry[];
  retry(entries: readonly Entry[]): readonly Entry[];
  refresh(): boolean;
  reload(): void;
  /** The language in which cards are asked from now on. */
  speak(lang: string): void;
  readonly tz: (at: Instant) => Minutes;
  raiseNewLimit(): void;
  lastUndoable(): Undoable | undefined;
  /** How many edited cards were recognised since the desk was opened; their progress moved along. */
  readonly recognised: number;
  /** What the learner should know before anything else. */
  readonly notices: readonly Shown[];
  /** Adds to the notices. */
  tell(notices: readonly Shown[]): void;
  /** Reads the progress of all cards, for questions that go over decks. */
  needCards(): void;
  /** Reads the whole journal, for questions about single answers of the past. */
  needHistory(): void;
  /** Writes what can be rebuilt. It never fails: nothing is lost without it. */
  rest(): Promise<void>;
  close(): Promise<void>;
}
