import type { AnswerVerdict } from '../grading/verdict.ts';
import type { Rating } from '../schedule/memory.ts';
import type { ParameterChanges } from '../schedule/parameters.ts';
import type { Instant, Milliseconds, Minutes } from '../schedule/time.ts';
import type { ExamRules, PaperGap } from './exam-rules.ts';

/** Names one part of one card, the same on every machine. */
export interface MemoryRef {
  readonly collection: string;
  readonly deck: string;
  readonly card: string;
  readonly part: string;
}

/** A key for maps; the separator cannot occur in an id. */
export const memoryKey = (ref: MemoryRef): string =>
  `${ref.collection}\n${ref.deck}\n${ref.card}\n${ref.part}`;

/** The same from the deck's key. */
export const partKey = (deckKey: string, card: string, part: string): string =>
  `${deckKey}\n${card}\n${part}`;

/** A key for maps by deck. */
export const deckKeyOf = (ref: Pick<MemoryRef, 'collection' | 'deck'>): string =>
  `${ref.collection}\n${ref.deck}`;

/** `drill` is without schedule unless the learner lets it count; `exam` reviews are derived from the sitting. */
export const reviewModes = ['study', 'ahead', 'drill', 'exam'] as const;
export type ReviewMode = (typeof reviewModes)[number];

/** What happened, as the journal keeps it; `Entry` adds who, when and in which order. */
export type Happening =
  | { readonly kind: 'segment'; readonly format: number; readonly app: string; readonly device: string }
  | (MemoryRef & {
      readonly kind: 'review';
      readonly rating: Rating;
      readonly ms: Milliseconds;
      readonly mode: ReviewMode;
      readonly verdict: AnswerVerdict | undefined;
      readonly typed?: string;
      /** The learner pressed `o`: a near answer counted as right. */
      readonly overridden?: boolean;
      readonly hinted?: boolean;
      readonly guessed?: boolean;
      /** Stability, difficulty, index of the state, due: for audit only. */
      readonly memory: readonly [number, number, number, Instant];
    })
  | { readonly kind: 'undo'; readonly of: string }
  | (MemoryRef & { readonly kind: 'suspend' | 'resume' | 'reset' })
  | (MemoryRef & { readonly kind: 'bury'; readonly until: Instant })
  | (MemoryRef & { readonly kind: 'flag'; readonly on: boolean; readonly text: string })
  | (MemoryRef & {
      readonly kind: 'due';
      readonly due: Instant;
      readonly why: 'corrected' | 'missed' | 'asked';
    })
  /** What the card looked like, so that an edited card can be recognised: prompt and answer, 300 characters each. */
  | (Omit<MemoryRef, 'part'> & {
      readonly kind: 'card';
      readonly hash: string;
      readonly prompt: string;
      readonly answer: string;
    })
  | { readonly kind: 'move'; readonly from: MemoryRef; readonly to: MemoryRef }
  | ({ readonly kind: 'parameters' } & ParameterChanges)
  | { readonly kind: 'plan'; readonly exam: string; readonly date: string | undefined }
  | { readonly kind: 'confirm-time'; readonly of: string; readonly time: Instant }
  | ExamHappening
  | { readonly kind: 'note'; readonly text: string };

/** One place of a paper, as `exam-start` fixes it. */
export interface PaperItem extends MemoryRef {
  readonly objective: string;
  /** Positions of the card's options (or lines) in the order shown; empty for typed cards. */
  readonly order: readonly number[];
  /**
   * Check sums of the question and of each option or line, in the card's order, so that a card that is changed while the
   * paper is sat is recognised. Papers of older programs have none.
   */
  readonly texts?: readonly string[];
  /** Chance of a right answer predicted at the start, 0 to 1. */
  readonly predicted: number | undefined;
  readonly seenBefore: boolean;
  /** False for cards that are kept for exams: their answers are recorded and become no reviews. */
  readonly queued: boolean;
}

export type ExamHappening =
  | {
      readonly kind: 'exam-start';
      readonly exam: string;
      readonly lang: string;
      readonly seed: number;
      readonly deadline: Instant;
      readonly extraTime: Minutes;
      readonly rules: ExamRules;
      /** A paper of the learner's own choice, not the one that the blueprint describes. */
      readonly custom: boolean;
      readonly gaps: readonly PaperGap[];
      readonly items: readonly PaperItem[];
    }
  | {
      readonly kind: 'exam-answer';
      readonly sitting: string;
      readonly item: number;
      /** Card positions of chosen options or of the lines put in place, or typed lines; empty when left blank. */
      readonly answer: readonly number[] | readonly string[];
      /** Time spent on the item up to here, all visits together. */
      readonly ms: Milliseconds;
    }
  /**
   * An item came before the learner, or was left as it was. The last one tells where the learner is. `ms` is the time
   * spent on it up to here, all visits together.
   */
  | {
      readonly kind: 'exam-visit';
      readonly sitting: string;
      readonly item: number;
      readonly ms: Milliseconds;
    }
  | { readonly kind: 'exam-mark'; readonly sitting: string; readonly item: number; readonly on: boolean }
  | { readonly kind: 'exam-leave'; readonly sitting: string }
  | {
      readonly kind: 'exam-hand-in';
      readonly sitting: string;
      readonly why: 'handed-in' | 'time-ran-out';
      /** Points by item, 0 to 1. */
      readonly points: readonly number[];
      /** Items that do not count: their cards were changed or taken away before the end. */
      readonly void?: readonly number[];
    };

/** One journal line. */
export type Entry = Stamp & Happening;

export interface Stamp {
  /** Made once per action, kept on a retry: `<device>-<8 hex of the segment>-<counter>`. */
  readonly id: string;
  /** Contiguous in its file, from 0. */
  readonly n: number;
  readonly t: Instant;
  /** The wall clock, when it differs from `t` by more than a second. */
  readonly wall?: Instant;
  readonly tz: Minutes;
}
