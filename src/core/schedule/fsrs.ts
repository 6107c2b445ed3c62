import { type FSRS, fsrs, type Grade } from 'ts-fsrs';
import type { Memory, Outcomes, Rating } from './memory.ts';
import type { Parameters } from './parameters.ts';
import { day, type Instant, type Minutes, minute } from './time.ts';

/** FSRS-6 with learning steps and without fuzz, for one set of parameters. */
export interface Scheduler {
  /** What each rating would make of the memory; `undefined` is a card never seen. */
  outcomes(memory: Memory | undefined, now: Instant, counted?: Instant): Outcomes;
  /**
   * A `now` before the last review counts as that instant. `counted` is up to when the time since then is counted,
   * when that is not `now` (counted-instant.ts).
   */
  review(memory: Memory | undefined, rating: Rating, now: Instant, counted?: Instant): Memory;
  /** The chance of recall, 0 to 1; a card never seen has none. */
  retrievability(memory: Memory | undefined, at: Instant): number;
}

/*
 * ts-fsrs gives the model: stability, difficulty, interval. Its own scheduler of cards is not used: it counts days
 * between UTC dates, so that the same two reviews are one day apart in one time zone and none in another; it throws
 * when the clock steps back over midnight; and it stretches intervals until hard < good < easy. Here a day is 24
 * hours and an interval ends when recall has fallen to the retention, as in the other implementations of FSRS.
 * Importing it also adds methods to `Date.prototype`; nobody calls them.
 */
export function createScheduler(parameters: Parameters): Scheduler {
  let model: FSRS | undefined;
  // The code of the model is loaded when it is first used.
  const modelOf = (): FSRS => {
    model ??= createModel(parameters);
    return model;
  };
  const review: Scheduler['review'] = (memory, rating, now, counted = now) => {
    const known = memory?.state === 'new' ? undefined : memory;
    const time = Math.max(now, known?.lastReview ?? now);
    const elapsed = Math.max(0, Math.floor((counted - (known?.lastReview ?? counted)) / day));
    const { stability, difficulty } = modelOf().next_state(known ?? null, elapsed, rating as Grade);
    const step = nextStep(known, rating, parameters);
    const wait = step === undefined ? modelOf().next_interval(stability, elapsed) * day : step.wait * minute;
    return {
      state: step?.state ?? 'review',
      stability,
      difficulty,
      step: step?.step ?? 0,
      due: time + wait,
      lastReview: time,
      repetitions: (known?.repetitions ?? 0) + 1,
      lapses: (known?.lapses ?? 0) + Number(known?.state === 'review' && rating === 1),
    };
  };
  return {
    review,
    outcomes: (memory, now, counted) => ({
      1: review(memory, 1, now, counted),
      2: review(memory, 2, now, counted),
      3: review(memory, 3, now, counted),
      4: review(memory, 4, now, counted),
    }),
    retrievability: (memory, at) =>
      memory === undefined || memory.stability <= 0
        ? 0
        : modelOf().forgetting_curve(Math.max(0, at - memory.lastReview) / day, memory.stability),
  };
}

const createModel = ({ weights, retention, relearningSteps }: Parameters): FSRS =>
  fsrs({
    request_retention: retention,
    // The model clips two weights by the number of these.
    relearning_steps: relearningSteps.map((step) => `${step}m` as const),
    enable_fuzz: false,
    ...(weights === undefined ? {} : { w: weights }),
  });

interface Step {
  readonly state: 'learning' | 'relearning';
  readonly step: number;
  readonly wait: Minutes;
}

/**
 * The learning step that a rating leads to; `undefined` is the long-term schedule. Again starts over, hard repeats
 * the step (on the first one with half as much again, or half way to the second), good goes on, easy leaves.
 */
function nextStep(memory: Memory | undefined, rating: Rating, parameters: Parameters): Step | undefined {
  const state = memory === undefined || memory.state === 'learning' ? 'learning' : 'relearning';
  const steps = state === 'learning' ? parameters.learningSteps : parameters.relearningSteps;
  const step = memory?.step ?? 0;
  const [first, second] = steps;
  if (first === undefined || rating === 4) return undefined;
  if (memory?.state === 'review') return rating === 1 ? { state, step: 0, wait: first } : undefined;
  const here = steps[step];
  // The steps may have become fewer since.
  if (here === undefined) return undefined;
  if (rating === 1) return { state, step: 0, wait: first };
  if (rating === 2) {
    const wait = step > 0 ? here : second === undefined ? first * 1.5 : (first + second) / 2;
    return { state, step, wait };
  }
  const next = steps[step + 1];
  return next === undefined ? undefined : { state, step: step + 1, wait: next };
}
