import type { Answer } from '../grading/answer.ts';
import type { Grade } from '../grading/verdict.ts';
import type { Entry, Happening, MemoryRef, ReviewMode } from '../history/entry.ts';
import type { Memory, Outcomes, Rating } from '../schedule/memory.ts';
import type { Instant, Milliseconds } from '../schedule/time.ts';
import type { Told } from '../user-error.ts';
import type { Draft, DraftEvent, Refusal } from './draft.ts';
import type { StudyItem } from './library.ts';
import type { Question } from './question.ts';

/** A session of questions: what stands before the learner, what was answered, what can be taken back. */
export interface Drill {
  readonly mode: ReviewMode;
  readonly startedAt: Instant;
  readonly limits: DrillLimits;
  /** Counts the questions; with the session's seed it decides the order of options. */
  readonly asked: number;
  readonly phase: DrillPhase;
  readonly answered: readonly Answered[];
  /** The last is undone first. */
  readonly past: readonly Undoable[];
  /** An action whose entries are being saved; `unsaved` when that failed. */
  readonly pending: Pending | undefined;
  readonly unsaved: Unsaved | undefined;
  readonly notice: Notice | undefined;
}

export interface DrillLimits {
  readonly cards: number | undefined;
  readonly until: Instant | undefined;
}

export type DrillPhase =
  | { readonly phase: 'asking'; readonly question: Question; readonly draft: Draft }
  | Revealed
  | { readonly phase: 'finished' };

export interface Revealed {
  readonly phase: 'revealed';
  readonly question: Question;
  /** The draft as it was when the answer was shown, to draw it again. */
  readonly draft: Draft;
  readonly answer: Answer;
  /** Undefined where the learner alone judges: basic and cloze cards. */
  readonly grade: Grade | undefined;
  /** Undefined in a drill without schedule. */
  readonly outcomes: Outcomes | undefined;
  readonly suggested: Rating;
  readonly allowed: readonly Rating[];
  readonly overridden: boolean;
  readonly guessed: boolean;
  readonly shownAt: Instant;
  readonly allReasons: boolean;
  /** What the journal must learn of the card together with the rating. */
  readonly record: Happening | undefined;
}

/** One answer of the session, for its summary. */
export interface Answered {
  readonly item: StudyItem;
  readonly rating: Rating;
  /** As it was graded; where the learner alone judges, remembered. */
  readonly right: boolean;
  readonly ms: Milliseconds;
}

export interface Undoable {
  /** The entry to undo. */
  readonly id: string;
  readonly phase: DrillPhase;
  readonly answered: readonly Answered[];
}

const pendingKinds = ['rate', 'suspend', 'bury', 'flag', 'undo'] as const;
export type PendingKind = (typeof pendingKinds)[number];

export interface Pending {
  readonly kind: PendingKind;
  readonly happenings: readonly Happening[];
  /** Set for a rating: what goes into the summary. */
  readonly answered: Answered | undefined;
  /** The session ends with it. */
  readonly leaves?: boolean;
}

/** What could not be saved, why, and its entries with their ids for another try. */
export interface Unsaved {
  readonly entries: readonly Entry[];
  readonly why: Told;
}

/** A word to the learner under the question, until the next key. */
export type Notice =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind:
        | 'no-tip'
        | 'one-language'
        | 'undone'
        | 'nothing-to-undo'
        | 'suspended'
        | 'buried'
        | 'flagged'
        | 'unflagged'
        | 'nothing-to-override'
        | 'not-after-override'
        | 'show-first'
        | 'already-shown'
        | 'other-window'
        | 'edited'
        | 'card-gone'
        | 'no-editor';
    };

/** Events that say all by their kind. */
export type Signal<Kind extends string> = Kind extends string ? { readonly kind: Kind } : never;

export type DrillEvent =
  | { readonly kind: 'draft'; readonly event: DraftEvent }
  | { readonly kind: 'submit'; readonly guessed: boolean }
  | Signal<'dont-know' | 'show' | 'tip' | 'override' | 'reasons' | 'language'>
  | { readonly kind: 'rate'; readonly rating: Rating }
  | Signal<'rate-suggested' | 'suspend' | 'bury' | 'undo' | 'retry'>
  | { readonly kind: 'flag'; readonly on: boolean; readonly text: string }
  /** The journal has the pending action's entries. */
  | { readonly kind: 'saved'; readonly entries: readonly Entry[] }
  | ({ readonly kind: 'save-failed' } & Unsaved)
  /** Decks were read again. */
  | { readonly kind: 'reloaded' }
  /** Entries of another window arrived. */
  | { readonly kind: 'merged' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'notice'; readonly notice: Notice };

export type DrillEffect =
  | { readonly kind: 'append'; readonly happenings: readonly Happening[] }
  | { readonly kind: 'retry'; readonly entries: readonly Entry[] };

export interface DrillStep {
  readonly drill: Drill;
  readonly effects: readonly DrillEffect[];
}

/** What a session asks of the learner's progress and decks, as they are now. */
export interface DrillTools {
  /** The item to ask next, if any is left. */
  next(drill: Drill, now: Instant): StudyItem | undefined;
  /** An item by its memory key, as the decks have it now. */
  item(ref: MemoryRef): StudyItem | undefined;
  memory(item: StudyItem): Memory | undefined;
  outcomes(item: StudyItem, now: Instant): Outcomes;
  grade(question: Question, answer: Answer): Grade;
  isCorrected(item: StudyItem): boolean;
  /** The entry that records what a card looks like, when the journal does not have it so. */
  cardRecord(item: StudyItem): Happening | undefined;
  /** Whether a question still stands: another window may have answered it, or taken its card out. */
  isOpen(question: Question, now: Instant): boolean;
  /** The last action that can be undone, when this session made none. */
  lastUndoable(): { readonly ids: readonly string[] } | undefined;
  /** The item that an entry speaks of. */
  refOf(entry: string): MemoryRef | undefined;
  /** When the learner's next day begins. */
  nextDay(now: Instant): Instant;
  readonly lang: string;
  readonly seed: string;
}

export const noticed = (drill: Drill, kind: Exclude<Notice['kind'], 'refused'>): Drill => ({
  ...drill,
  notice: { kind },
});
