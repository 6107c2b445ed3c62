import {
  BasicLearningStepsStrategy,
  type Card,
  type FSRS,
  fsrs,
  type Grade,
  Rating as Grades,
  State,
  StrategyMode,
  type TLearningStepsStrategy,
} from 'ts-fsrs';
import { type Memory, type MemoryState, memoryStates, type Outcomes, type Rating } from './memory.ts';
import type { Parameters } from './parameters.ts';
import { day, type Instant } from './time.ts';

/** FSRS-6 without fuzz, for one set of parameters. */
export interface Scheduler {
  /** What each rating would make of the memory; `undefined` is a card never seen. */
  outcomes(memory: Memory | undefined, now: Instant): Outcomes;
  review(memory: Memory | undefined, rating: Rating, now: Instant): Memory;
  /** The chance of recall, 0 to 1; a card never seen has none. */
  retrievability(memory: Memory | undefined, at: Instant): number;
}

/*
 * ts-fsrs counts days between UTC dates and throws when the clock steps back over midnight UTC, so the same two
 * reviews would count as one day apart in one time zone and none in another. It is therefore never told the time:
 * each card was last reviewed on a fixed midnight, and is reviewed so many whole days (24 hours) after it, as the
 * other implementations of FSRS count. Only differences come back. Importing it also adds methods to
 * `Date.prototype`; nobody else uses them.
 */
const origin: Instant = 10_000 * day;
// biome-ignore lint/style/noRestrictedGlobals: ts-fsrs speaks in dates; this one is made from an argument and never read from a clock.
const dateAt = (instant: Instant) => new Date(instant);

const stateNumbers: Readonly<Record<MemoryState, State>> = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

/** The parameters' fuzz stays off: every machine must make the same schedule from the same entries. */
export function createScheduler(parameters: Parameters): Scheduler {
  const engine = createEngine(parameters);
  const review = (memory: Memory | undefined, rating: Rating, now: Instant): Memory => {
    const time = Math.max(now, memory?.lastReview ?? now);
    const elapsed = wholeDays(memory, time);
    const { card } = engine.next(toCard(memory), dateAt(origin + elapsed * day), rating as Grade);
    return byStabilityAlone(fromCard(card, elapsed, time), memory, engine);
  };
  return {
    review,
    outcomes: (memory, now) => ({
      1: review(memory, 1, now),
      2: review(memory, 2, now),
      3: review(memory, 3, now),
      4: review(memory, 4, now),
    }),
    retrievability: (memory, at) =>
      memory === undefined || memory.stability <= 0
        ? 0
        : engine.forgetting_curve(Math.max(0, at - memory.lastReview) / day, memory.stability),
  };
}

/**
 * ts-fsrs lengthens the intervals of a review until hard < good < easy. The formula of FSRS knows no such rule, and
 * other implementations follow it: an interval ends when recall has fallen to the retention.
 */
function byStabilityAlone(after: Memory, before: Memory | undefined, engine: FSRS): Memory {
  if (before?.state !== 'review' || after.state !== 'review') return after;
  return { ...after, due: after.lastReview + engine.next_interval(after.stability, 0) * day };
}

function createEngine({ weights, retention, learningSteps, relearningSteps }: Parameters): FSRS {
  const engine = fsrs({
    request_retention: retention,
    learning_steps: learningSteps.map((step) => `${step}m` as const),
    relearning_steps: relearningSteps.map((step) => `${step}m` as const),
    enable_fuzz: false,
    ...(weights === undefined ? {} : { w: weights }),
  });
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of ts-fsrs, not a hook of React.
  return engine.useStrategy(StrategyMode.LEARNING_STEPS, learningStep);
}

/** As ts-fsrs has it, but "hard" on a later step repeats that step instead of falling back to the first two's mean. */
const learningStep: TLearningStepsStrategy = (parameters, state, step) => {
  const outcomes = BasicLearningStepsStrategy(parameters, state, step);
  const steps = state === State.Relearning ? parameters.relearning_steps : parameters.learning_steps;
  const minutes = steps[step];
  if (state === State.Review || step === 0 || minutes === undefined) return outcomes;
  return { ...outcomes, [Grades.Hard]: { scheduled_minutes: Number.parseInt(minutes, 10), next_step: step } };
};

const wholeDays = (memory: Memory | undefined, time: Instant): number =>
  memory === undefined ? 0 : Math.floor((time - memory.lastReview) / day);

function toCard(memory: Memory | undefined): Card {
  const midnight = dateAt(origin);
  const known = memory === undefined || memory.state === 'new' ? undefined : memory;
  const card: Card = {
    due: midnight,
    stability: known?.stability ?? 0,
    difficulty: known?.difficulty ?? 0,
    elapsed_days: 0,
    scheduled_days: 0,
    learning_steps: known?.step ?? 0,
    reps: known?.repetitions ?? 0,
    lapses: known?.lapses ?? 0,
    state: stateNumbers[known?.state ?? 'new'],
  };
  return known === undefined ? card : { ...card, last_review: midnight };
}

function fromCard(card: Card, elapsed: number, time: Instant): Memory {
  return {
    state: memoryStates[card.state] ?? 'new',
    stability: card.stability,
    difficulty: card.difficulty,
    step: card.learning_steps,
    due: time + (card.due.getTime() - origin - elapsed * day),
    lastReview: time,
    repetitions: card.reps,
    lapses: card.lapses,
  };
}
