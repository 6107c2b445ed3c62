import { type ClosedSitting, counts, isClosed, type SittingRecord } from './collect-sittings.ts';
import { logit, sigmoid } from './recall.ts';

/** One item of a paper: the chance of a right answer as predicted, and whether it was right. */
interface Outcome {
  readonly predicted: number;
  readonly right: boolean;
}

export interface Calibration {
  readonly papers: number;
  readonly items: number;
  /** Mean squared error of the predictions: 0 is perfect, 0.25 that of a coin. */
  readonly brier: number;
  /** What the learner did better (or worse) than predicted, in logits; drawn towards 0 by a prior. */
  readonly offset: number;
}

/** Papers that it takes before anything is said of the predictions. */
const fewestPapers = 2;
/** Standard deviation of the offset's prior, in logits. */
const priorDeviation = 0.5;

/** How good the predictions of earlier papers were; `undefined` until there are two. */
export function calibration(sittings: readonly SittingRecord[]): Calibration | undefined {
  const papers = sittings
    .filter(isClosed)
    .map(outcomesOf)
    .filter((outcomes) => outcomes.length > 0);
  if (papers.length < fewestPapers) return undefined;
  const outcomes = papers.flat();
  return {
    papers: papers.length,
    items: outcomes.length,
    brier: brier(outcomes),
    offset: fitOffset(outcomes),
  };
}

const outcomesOf = (sitting: ClosedSitting): readonly Outcome[] =>
  sitting.start.items.flatMap(({ predicted }, i) =>
    predicted === undefined || !counts(sitting, i)
      ? []
      : [{ predicted, right: sitting.handIn.points[i] === 1 }],
  );

export const brier = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, { predicted, right }) => sum + (predicted - Number(right)) ** 2, 0) / outcomes.length;

/** The most likely offset on the logits of the predictions, with a normal prior around 0, by Newton's method. */
function fitOffset(outcomes: readonly Outcome[]): number {
  const logits = outcomes.map(({ predicted, right }) => ({
    value: logit(Math.min(0.99, Math.max(0.01, predicted))),
    right: Number(right),
  }));
  let offset = 0;
  for (let round = 0; round < 25; round += 1) {
    let slope = -offset / priorDeviation ** 2;
    let curvature = 1 / priorDeviation ** 2;
    for (const { value, right } of logits) {
      const chance = sigmoid(value + offset);
      slope += right - chance;
      curvature += chance * (1 - chance);
    }
    // The prior keeps the curvature away from 0; a bounded step keeps the first rounds from overshooting.
    offset += Math.max(-1, Math.min(1, slope / curvature));
  }
  return offset;
}
