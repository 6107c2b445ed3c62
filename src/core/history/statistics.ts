import type { Memory, Rating } from '../schedule/memory.ts';
import type { Milliseconds } from '../schedule/time.ts';
import { applyCardEvent, type CardEvent, type CardProgress, unseenCard } from './card-progress.ts';
import { eventsOf } from './compute-card.ts';
import { type MemoryRef, memoryKey } from './entry.ts';
import type { Progress } from './progress.ts';
import { sourceOf } from './replay.ts';

/** One answer, as a session remembers it. */
export interface Answered {
  /** The memory's key. */
  readonly key: string;
  readonly rating: Rating;
  readonly ms: Milliseconds;
  readonly overridden?: boolean;
}

export interface AnswerStatistics {
  readonly cards: number;
  readonly answers: number;
  /** Answers not rated "again". */
  readonly right: number;
  /** `right` of `answers`, 0 to 1; `undefined` without answers. */
  readonly accuracy: number | undefined;
  readonly overridden: number;
  readonly ms: Milliseconds;
  readonly medianMs: Milliseconds | undefined;
  /** Cards that were missed, most misses first, then by the time spent on them. */
  readonly hardest: readonly HardCard[];
}

export interface HardCard {
  readonly key: string;
  readonly misses: number;
  readonly ms: Milliseconds;
}

/** What the answers of a session, or any others, amount to. */
export function answerStatistics(answers: readonly Answered[]): AnswerStatistics {
  const cards = new Map<string, HardCard>();
  for (const { key, rating, ms } of answers) {
    const before = cards.get(key) ?? { key, misses: 0, ms: 0 };
    cards.set(key, { key, misses: before.misses + Number(rating === 1), ms: before.ms + ms });
  }
  const right = answers.filter(({ rating }) => rating > 1).length;
  return {
    cards: cards.size,
    answers: answers.length,
    right,
    accuracy: answers.length === 0 ? undefined : right / answers.length,
    overridden: answers.filter((answer) => answer.overridden === true).length,
    ms: answers.reduce((sum, { ms }) => sum + ms, 0),
    medianMs: median(answers.map(({ ms }) => ms)),
    hardest: [...cards.values()].filter(({ misses }) => misses > 0).sort(byHardness),
  };
}

const byHardness = (a: HardCard, b: HardCard): number =>
  b.misses - a.misses || b.ms - a.ms || (a.key < b.key ? -1 : 1);

/** The middle value, the lower of two; `undefined` of none. */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

/** A card's share of right answers in all it was ever given, 0 to 1; `undefined` without answers. */
export const accuracyOf = ({ tally }: CardProgress): number | undefined =>
  tally.answers === 0 ? undefined : tally.right / tally.answers;

/** The hardest of all cards by their difficulty, then by their lapses. */
export function hardestCards(cards: Iterable<CardProgress>, count: number): readonly CardProgress[] {
  const seen = [...cards].filter((card) => card.memory !== undefined);
  return seen
    .sort(
      ({ memory: a, ref: x }, { memory: b, ref: y }) =>
        (b?.difficulty ?? 0) - (a?.difficulty ?? 0) ||
        (b?.lapses ?? 0) - (a?.lapses ?? 0) ||
        (memoryKey(x) < memoryKey(y) ? -1 : 1),
    )
    .slice(0, count);
}

export interface HistoryStep {
  readonly event: CardEvent;
  /** The memory after it. */
  readonly memory: Memory | undefined;
}

/** What happened to a card, oldest first; after a checkpoint only what came since. */
export function historyOf(progress: Progress, ref: MemoryRef): readonly HistoryStep[] {
  const source = sourceOf(progress);
  const key = memoryKey(ref);
  const context = { scheduler: source.scheduler, dayStart: source.dayStart, count: () => {} };
  let card = progress.journal.bases.get(key) ?? unseenCard(ref);
  return eventsOf(source, key).map((event) => {
    card = applyCardEvent(card, event, context);
    return { event, memory: card.memory };
  });
}
