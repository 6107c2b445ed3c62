import type { Grade } from '../grading/verdict.ts';
import type { PaperItem } from '../history/entry.ts';
import type { ExamRules } from '../history/exam-rules.ts';
import type { Instant, Milliseconds, Minutes } from '../schedule/time.ts';
import type { Raw } from '../text/shown.ts';
import type { ExaminableKind } from './exam-item.ts';
import type { PaperQuestion, StoredAnswer } from './paper-question.ts';
import type { Score } from './score-exam.ts';

/** All that is told of a sitting that was handed in. */
export interface ExamReport {
  readonly sitting: string;
  readonly exam: string;
  /** The exam's, or its id when its file is gone. */
  readonly title: Raw;
  readonly lang: string;
  readonly custom: boolean;
  readonly startedAt: Instant;
  /** Minutes east of UTC where it was begun. */
  readonly tz: Minutes;
  readonly endedAt: Instant;
  readonly why: 'handed-in' | 'time-ran-out';
  /** Items that do not count, from 0: their cards were changed or taken away before the end. */
  readonly void: readonly number[];
  readonly rules: ExamRules;
  readonly score: Score;
  /** In the order of the blueprint. */
  readonly byObjective: readonly ObjectiveScore[];
  readonly byKind: readonly KindScore[];
  readonly times: ReportTimes;
  readonly changes: AnswerChanges;
  readonly marked: { readonly items: number; readonly wrong: number };
  /** Share of the items that had been before the learner earlier, 0 to 1. */
  readonly seenBefore: number;
  readonly conditions: {
    /** How often the learner left on purpose; not under exam conditions when above 0. */
    readonly leaves: number;
    readonly extraTime: Minutes;
  };
  /** Oldest first. */
  readonly earlier: readonly Attempt[];
  readonly missed: readonly MissedItem[];
}

export interface ObjectiveScore {
  readonly objective: string;
  /** `undefined` when the blueprint no longer has it. */
  readonly title: Raw | undefined;
  readonly items: number;
  readonly points: number;
  /** Places without a card. */
  readonly missing: number;
}

export interface KindScore {
  /** `gone`: cards that the decks no longer have, or not as they were asked. */
  readonly kind: ExaminableKind | 'gone';
  readonly items: number;
  readonly points: number;
}

export interface ReportTimes {
  /** From beginning to end, at most to the deadline. */
  readonly all: Milliseconds;
  /** Of the items that were looked at; 0 when none was. */
  readonly median: Milliseconds;
  /** At most three; `item` counts from 0. */
  readonly slowest: readonly { readonly item: number; readonly ms: Milliseconds }[];
}

/** Items whose first whole answer was not the last one. */
export interface AnswerChanges {
  readonly wrongToRight: number;
  readonly rightToWrong: number;
  readonly wrongToWrong: number;
}

export interface Attempt {
  readonly sitting: string;
  readonly startedAt: Instant;
  readonly tz: Minutes;
  readonly custom: boolean;
  readonly score: Score;
}

/** An item without full points. */
export interface MissedItem {
  /** From 0. */
  readonly item: number;
  readonly paper: PaperItem;
  readonly points: number;
  readonly stored: StoredAnswer;
  /** The card with every option explained, and what grading says of the answer; `undefined` when it is gone or changed. */
  readonly question: PaperQuestion | undefined;
  readonly grade: Grade | undefined;
}
