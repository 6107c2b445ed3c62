import type { Entry, Happening } from '../../core/history/entry.ts';
import type { Progress } from '../../core/history/progress.ts';
import type { Instant, Minutes } from '../../core/schedule/time.ts';
import type { Library } from '../../core/session/library.ts';
import type { Overview } from '../../core/session/overview.ts';
import type { Question } from '../../core/session/question.ts';
import type { Session, SessionPlan } from '../../core/session/session.ts';
import type { Shown } from '../../core/text/shown.ts';
import type { Messages } from '../messages/messages.ts';
import type { ExamClock } from './exam-clock.ts';
import type { ExamDesk } from './exam-desk.ts';

/** How the learner wants the screens drawn, as of now. */
export interface Appearance {
  readonly colour: boolean;
  /** Undefined: as the locale and the terminal allow. */
  readonly ascii: boolean | undefined;
}

export interface Setting {
  readonly key: string;
  readonly value: Shown;
  readonly summary: Shown;
}

/** Decks, progress and the journal, opened: what the screens and the plain commands both stand on. */
export interface StudyDesk {
  readonly now: () => Instant;
  /** The time while exams are sat; it is never behind `now`. */
  readonly examClock: ExamClock;
  /** Minutes east of UTC at an instant. */
  readonly tz: (at: Instant) => Minutes;
  library(): Library;
  progress(): Progress;
  /** Has `progress` tell of the cards of these decks, or of all. */
  needCards(decks?: readonly string[]): void;
  overview(): Overview;
  openSession(plan: SessionPlan): Session;
  /** Records what happened, or throws a `SaveError`; afterwards `progress` has it. */
  append(happenings: readonly Happening[]): readonly Entry[];
  retry(entries: readonly Entry[]): readonly Entry[];
  /** Takes in what other windows and machines recorded; true when there was something. */
  refresh(): boolean;
  /** Reads the decks again whose files have changed: after an editor, on the way home, before a session or an exam. */
  reload(): void;
  /** Ten more new cards today. */
  raiseNewLimit(): void;
  lastUndoable(): { readonly ids: readonly string[] } | undefined;
  /** How many edited cards were recognised since the start; their progress moved along. */
  readonly recognised: number;
  /** What the learner should know before anything else. */
  readonly notices: readonly Shown[];
  /** Writes what can be rebuilt. It never fails: nothing is lost without it. */
  rest(): Promise<void>;
}

/**
 * What the screens may ask of the world. Screens see this interface alone; the commands build it from storage, Git and
 * the core.
 */
export interface Desk extends StudyDesk {
  /** The command that opens a card's file at its line; undefined when no editor is set. */
  editorCommand(question: Question): EditorCommand | undefined;
  readonly exams: ExamDesk;
  /** Decides which cards of a paper come first where nothing else does. */
  examSeed(): number;
  /** The settings of the program, in the learner's language. */
  settings(messages: Messages): readonly Setting[];
  appearance(): Appearance;
  /** Goes to the next value of a setting that has a few; gives the system's word when this machine's disk refuses it. */
  cycleSetting(key: string): Promise<Shown | undefined>;
}

export interface EditorCommand {
  readonly file: string;
  readonly arguments: readonly string[];
  /** Others' work: an update would take changes away. */
  readonly shared: boolean;
  /** The editor was told to let nothing be changed. */
  readonly readOnly: boolean;
}
