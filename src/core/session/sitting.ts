import type { SittingRecord } from '../exam/collect-sittings.ts';
import type { PaperQuestion, StoredAnswer } from '../exam/paper-question.ts';
import type { Entry, Happening, PaperItem } from '../history/entry.ts';
import type { ExamRules, PaperGap } from '../history/exam-rules.ts';
import type { Instant, Milliseconds, Minutes } from '../schedule/time.ts';
import type { Raw } from '../text/shown.ts';
import type { Told } from '../user-error.ts';
import type { Draft, DraftEvent, Refusal } from './draft.ts';

/** An exam being sat: the paper, the drafts, the clock. The paper is fixed; only drafts and marks change. */
export interface Sitting {
  /** That of the entry `exam-start`; `undefined` until it is on disk. */
  readonly id: string | undefined;
  readonly title: Raw;
  readonly lang: string;
  readonly rules: ExamRules;
  readonly startedAt: Instant;
  readonly deadline: Instant;
  readonly extraTime: Minutes;
  readonly gaps: readonly PaperGap[];
  readonly items: readonly SittingItem[];
  readonly phase: SittingPhase;
  /** Warnings that were given, or had passed before the sitting was resumed. */
  readonly warned: readonly Minutes[];
  /** What the sitting will be once the entries that were handed out are on disk. */
  readonly pending: { readonly next: Sitting } | undefined;
  readonly unsaved: { readonly entries: readonly Entry[]; readonly why: Told } | undefined;
  readonly notice: SittingNotice | undefined;
}

export interface SittingItem {
  readonly paper: PaperItem;
  /** `undefined` when the decks no longer have the card as it was drawn: it cannot be answered and does not count. */
  readonly question: PaperQuestion | undefined;
  readonly draft: Draft;
  /** The answer that is on disk. */
  readonly saved: StoredAnswer;
  /** Time spent on it in earlier visits. */
  readonly spent: Milliseconds;
  readonly marked: boolean;
}

export const gridFilters = ['all', 'unanswered', 'incomplete', 'marked'] as const;
export type GridFilter = (typeof gridFilters)[number];

interface Answering {
  readonly phase: 'answering';
  /** From 0. */
  readonly item: number;
  /** When this visit began. */
  readonly since: Instant;
}

interface Grid {
  readonly phase: 'grid';
  readonly filter: GridFilter;
  /** The item under the cursor; it need not pass the filter when none does. */
  readonly item: number;
}

/** Phases in which the learner moves about the paper. */
export type OpenPhase = Answering | Grid;

export type SittingPhase =
  | OpenPhase
  /** Something is unanswered: asked once before the paper is handed in. */
  | {
      readonly phase: 'asking-hand-in';
      readonly open: number;
      readonly incomplete: number;
      readonly back: OpenPhase;
    }
  | { readonly phase: 'asking-leave'; readonly back: OpenPhase }
  | { readonly phase: 'left' }
  | {
      readonly phase: 'handed-in';
      readonly why: 'handed-in' | 'time-ran-out';
      /** By item, 0 to 1. */
      readonly points: readonly number[];
    };

export type SittingNotice =
  | { readonly kind: 'warning'; readonly minutes: Minutes }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** `u s z ! v l t o w`: nothing of the kind while an exam is sat. */
  | { readonly kind: 'not-in-exam' }
  /** No going back, marking or grid in a linear exam. */
  | { readonly kind: 'linear' }
  | { readonly kind: 'first-item' }
  /** The learner went on without an answer; `isFinal`: there is no way back to the item, from 0. */
  | { readonly kind: 'unanswered'; readonly item: number; readonly isFinal: boolean }
  | { readonly kind: 'marked' | 'unmarked' };

export type SittingEvent =
  | { readonly kind: 'draft'; readonly event: DraftEvent }
  /** Enter: the next field of a typed answer, else the next item; in the grid, the item under the cursor. */
  | { readonly kind: 'submit' }
  | { readonly kind: 'next' | 'back' | 'mark' | 'grid' | 'hand-in' | 'leave' }
  | { readonly kind: 'go-to'; readonly item: number }
  | { readonly kind: 'grid-move'; readonly by: number }
  /** The grid's cursor goes to an item, from 0. */
  | { readonly kind: 'grid-cursor'; readonly item: number }
  | { readonly kind: 'grid-filter' }
  /** The answers to what is asked before handing in and leaving. */
  | { readonly kind: 'confirm' | 'cancel' }
  | { readonly kind: 'not-in-exam' }
  /** Others recorded something; this is the sitting as the journal has it. */
  | { readonly kind: 'merged'; readonly record: SittingRecord }
  /** Time has gone by. */
  | { readonly kind: 'tick' }
  /** The journal has the pending entries. */
  | { readonly kind: 'saved'; readonly entries: readonly Entry[] }
  | { readonly kind: 'save-failed'; readonly entries: readonly Entry[]; readonly why: Told }
  | { readonly kind: 'retry' };

export type SittingEffect =
  | { readonly kind: 'append'; readonly happenings: readonly Happening[] }
  | { readonly kind: 'retry'; readonly entries: readonly Entry[] };

export interface SittingStep {
  readonly sitting: Sitting;
  readonly effects: readonly SittingEffect[];
}

export const isOver = ({ phase }: Sitting): boolean => phase.phase === 'handed-in' || phase.phase === 'left';

/** Never below 0. */
export const timeLeft = ({ deadline }: Pick<Sitting, 'deadline'>, now: Instant): Milliseconds =>
  Math.max(0, deadline - now);
