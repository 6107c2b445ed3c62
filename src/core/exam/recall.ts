import type { Progress } from '../history/progress.ts';
import type { Instant } from '../schedule/time.ts';
import { type ExamItem, guessRate } from './exam-item.ts';

export type Recollection = Pick<Progress, 'cards' | 'scheduler'>;

/** Cards that are kept for exams cannot be learned, so they say nothing of what was. */
export const isCounted = ({ retired, examOnly }: ExamItem): boolean => !retired && !examOnly;

export const isSeen = (item: ExamItem, { cards }: Recollection): boolean =>
  cards.get(item.key)?.memory !== undefined;

/**
 * The mean retrievability of an objective's cards at an instant, 0 to 1, without any study until then. A card never
 * seen counts its guess rate. 0 without cards.
 */
export function meanRecall(items: readonly ExamItem[], progress: Recollection, at: Instant): number {
  const counted = items.filter(isCounted);
  const recalls = counted.map(({ key, card }) => {
    const memory = progress.cards.get(key)?.memory;
    return memory === undefined ? guessRate(card) : progress.scheduler.retrievability(memory, at);
  });
  return counted.length === 0 ? 0 : recalls.reduce((sum, recall) => sum + recall, 0) / counted.length;
}

/** What the chance of a right answer follows from; all are 0 to 1. */
export interface ItemChances {
  /** Share of the objective that the decks cover. */
  readonly coverage: number;
  /** Mean retrievability of the objective's cards. */
  readonly recall: number;
  readonly guess: number;
}

/** p = c·(r + (1 − r)·g) + (1 − c)·g: what is covered and recalled is right, all else is guessed. */
export const pointChance = ({ coverage, recall, guess }: ItemChances): number =>
  coverage * (recall + (1 - recall) * guess) + (1 - coverage) * guess;

/** A recall moved by so much on the scale of logits; what is certain stays so. */
export const shifted = (recall: number, by: number): number => {
  if (recall <= 0 || recall >= 1 || by === 0) return recall;
  return sigmoid(logit(recall) + by);
};

export const logit = (chance: number): number => Math.log(chance / (1 - chance));
export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
