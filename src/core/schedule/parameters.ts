import type { Minutes } from './time.ts';

/** Whatever changes a schedule or a queue; it comes from the journal, so every machine agrees. */
export interface Parameters {
  /** The 21 weights of FSRS-6; `undefined` stands for its defaults. */
  readonly weights: readonly number[] | undefined;
  /** The chance of recall at which a card is due, 0 to 1. */
  readonly retention: number;
  readonly learningSteps: readonly Minutes[];
  readonly relearningSteps: readonly Minutes[];
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Hour of local time at which a day begins. */
  readonly dayStart: number;
}

export const defaultParameters: Parameters = {
  weights: undefined,
  retention: 0.9,
  learningSteps: [1, 10],
  relearningSteps: [10],
  newPerDay: 20,
  reviewsPerDay: 200,
  dayStart: 4,
};

/** What a `parameters` entry may say; what it does not name stays as it was. */
export interface ParameterChanges {
  readonly weights?: readonly number[];
  readonly retention?: number;
  readonly learningSteps?: readonly Minutes[];
  readonly relearningSteps?: readonly Minutes[];
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
  readonly dayStart?: number;
}

const weightCount = 21;
const areWeights = (weights: readonly number[]): boolean =>
  weights.length === weightCount && weights.every(Number.isFinite);
const isShare = (share: number): boolean => share > 0 && share < 1;
const areSteps = (steps: readonly number[]): boolean =>
  steps.every((step) => Number.isInteger(step) && step > 0);
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
const isHour = (value: number): boolean => isCount(value) && value < 24;

/**
 * The parameters after one entry. A value that no scheduler could work with leaves the earlier one in force: a
 * journal is read, never refused.
 */
export function applyParameters(parameters: Parameters, entry: ParameterChanges): Parameters {
  const keep = <Value>(value: Value | undefined, ok: (value: Value) => boolean, before: Value): Value =>
    value !== undefined && ok(value) ? value : before;
  return {
    weights: entry.weights !== undefined && areWeights(entry.weights) ? entry.weights : parameters.weights,
    retention: keep(entry.retention, isShare, parameters.retention),
    learningSteps: keep(entry.learningSteps, areSteps, parameters.learningSteps),
    relearningSteps: keep(entry.relearningSteps, areSteps, parameters.relearningSteps),
    newPerDay: keep(entry.newPerDay, isCount, parameters.newPerDay),
    reviewsPerDay: keep(entry.reviewsPerDay, isCount, parameters.reviewsPerDay),
    dayStart: keep(entry.dayStart, isHour, parameters.dayStart),
  };
}
