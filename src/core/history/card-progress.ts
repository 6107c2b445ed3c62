import type { AnswerVerdict } from '../grading/verdict.ts';
import { countedInstant } from '../schedule/counted-instant.ts';
import { dayOf } from '../schedule/day.ts';
import type { Scheduler } from '../schedule/fsrs.ts';
import type { Memory, Rating } from '../schedule/memory.ts';
import type { Day, Instant, Milliseconds, Minutes } from '../schedule/time.ts';
import type { MemoryRef, ReviewMode } from './entry.ts';

/** What the journal says of one part of one card. */
export interface CardProgress {
  readonly ref: MemoryRef;
  /** `undefined` until the first review that counts, and again after a reset. */
  readonly memory: Memory | undefined;
  readonly suspended: boolean;
  readonly buriedUntil: Instant | undefined;
  /** The flag's line of text; empty when flagged without one. */
  readonly flag: string | undefined;
  /** Stands until the next review that counts. */
  readonly dueOverride: DueOverride | undefined;
  readonly firstReview: Day | undefined;
  /** The last learner's day on which it was asked in a study session. */
  readonly lastStudied: Day | undefined;
  readonly lastEntryAt: Instant;
  readonly tally: Tally;
}

export interface DueOverride {
  readonly due: Instant;
  readonly why: 'corrected' | 'missed' | 'asked';
}

/** All answers ever given to a card, drills and exams too. */
export interface Tally {
  readonly answers: number;
  /** Answers not rated "again". */
  readonly right: number;
  readonly overridden: number;
  readonly ms: Milliseconds;
  readonly lastMs: Milliseconds | undefined;
  readonly lastRating: Rating | undefined;
  /** When it was last rated "again". */
  readonly lastMiss: Instant | undefined;
}

/** An entry about one card without the card's name, as it is kept in memory; `t` may have been confirmed. */
export type CardEvent = { readonly id: string; readonly t: Instant; readonly tz: Minutes } & (
  | {
      readonly kind: 'review';
      readonly rating: Rating;
      readonly ms: Milliseconds;
      readonly mode: ReviewMode;
      readonly verdict: AnswerVerdict | undefined;
      readonly overridden: boolean;
    }
  | { readonly kind: 'suspend' | 'resume' | 'reset' }
  | { readonly kind: 'bury'; readonly until: Instant }
  | { readonly kind: 'flag'; readonly on: boolean; readonly text: string }
  | ({ readonly kind: 'due' } & DueOverride)
);

/** What one learner's day amounts to; the limits count only what a study session asked. */
export interface DayCount {
  /** Cards seen for the first time. */
  readonly introduced: number;
  /** Answers to cards that had left the learning steps. */
  readonly reviewed: number;
  readonly answers: number;
  readonly right: number;
  readonly ms: Milliseconds;
}

export const emptyDay: DayCount = { introduced: 0, reviewed: 0, answers: 0, right: 0, ms: 0 };

export const addCounts = (a: DayCount, b: DayCount, sign: 1 | -1 = 1): DayCount => ({
  introduced: a.introduced + sign * b.introduced,
  reviewed: a.reviewed + sign * b.reviewed,
  answers: a.answers + sign * b.answers,
  right: a.right + sign * b.right,
  ms: a.ms + sign * b.ms,
});

/** Adds up the days of many reviews. */
export class DaySums {
  readonly sums = new Map<Day, { -readonly [Member in keyof DayCount]: DayCount[Member] }>();

  readonly add = (day: Day, amount: DayCount): void => {
    const sum = this.sums.get(day);
    if (sum === undefined) {
      this.sums.set(day, { ...amount });
      return;
    }
    sum.introduced += amount.introduced;
    sum.reviewed += amount.reviewed;
    sum.answers += amount.answers;
    sum.right += amount.right;
    sum.ms += amount.ms;
  };
}

const emptyTally: Tally = {
  answers: 0,
  right: 0,
  overridden: 0,
  ms: 0,
  lastMs: undefined,
  lastRating: undefined,
  lastMiss: undefined,
};

export const unseenCard = (ref: MemoryRef): CardProgress => ({
  ref,
  memory: undefined,
  suspended: false,
  buriedUntil: undefined,
  flag: undefined,
  dueOverride: undefined,
  firstReview: undefined,
  lastStudied: undefined,
  lastEntryAt: Number.NEGATIVE_INFINITY,
  tally: emptyTally,
});

/** What applying an event needs to know besides the card. */
export interface EventContext {
  readonly scheduler: Scheduler;
  readonly dayStart: number;
  /** Hears what each review adds to its day. */
  readonly count: (day: Day, amount: DayCount) => void;
}

/** The card after one event; events come in the journal's order. */
export function applyCardEvent(card: CardProgress, event: CardEvent, context: EventContext): CardProgress {
  if (event.kind === 'review') return applyReview(card, event, context);
  const after = { ...card, lastEntryAt: Math.max(card.lastEntryAt, event.t) };
  switch (event.kind) {
    case 'suspend':
      return { ...after, suspended: true };
    case 'resume':
      return { ...after, suspended: false };
    case 'bury':
      return { ...after, buriedUntil: event.until };
    case 'flag':
      return { ...after, flag: event.on ? event.text : undefined };
    case 'due':
      return { ...after, dueOverride: { due: event.due, why: event.why } };
    case 'reset':
      return { ...after, memory: undefined, dueOverride: undefined, firstReview: undefined };
  }
}

type ReviewEvent = Extract<CardEvent, { kind: 'review' }>;

/** A drill is told and timed, but the memory does not hear of it. */
function applyReview(card: CardProgress, event: ReviewEvent, context: EventContext): CardProgress {
  const day = dayOf(event.t, event.tz, context.dayStart);
  const studied = event.mode === 'study';
  context.count(day, {
    introduced: Number(studied && card.memory === undefined),
    reviewed: Number(studied && card.memory?.state === 'review'),
    answers: 1,
    right: Number(event.rating > 1),
    ms: event.ms,
  });
  const lastEntryAt = Math.max(card.lastEntryAt, event.t);
  const tally = addAnswer(card.tally, event);
  if (event.mode === 'drill') return { ...card, lastEntryAt, tally };
  return {
    ...card,
    lastEntryAt,
    tally,
    memory: context.scheduler.review(
      card.memory,
      event.rating,
      event.t,
      countedInstant(card.memory, event.t, event.tz, context.dayStart),
    ),
    dueOverride: undefined,
    firstReview: card.firstReview ?? day,
    lastStudied: event.mode === 'exam' ? card.lastStudied : day,
  };
}

const addAnswer = (tally: Tally, event: ReviewEvent): Tally => ({
  answers: tally.answers + 1,
  right: tally.right + Number(event.rating > 1),
  overridden: tally.overridden + Number(event.overridden),
  ms: tally.ms + event.ms,
  lastMs: event.ms > 0 ? event.ms : tally.lastMs,
  lastRating: event.rating,
  lastMiss: event.rating === 1 ? event.t : tally.lastMiss,
});
