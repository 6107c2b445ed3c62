import { seededStream } from '../text/shuffle.ts';
import { createScheduler, type Scheduler } from './fsrs.ts';
import type { Memory } from './memory.ts';
import type { Parameters } from './parameters.ts';
import { noNewDays, passShare } from './plan.ts';
import { day as dayLength, type Instant } from './time.ts';

/**
 * Ways to study towards a date: the ordinary schedule and a final pass; a schedule so dense that none is needed; no
 * interval longer than to the day before.
 */
export const studyPolicies = ['final-pass', 'dense', 'capped'] as const;
export type StudyPolicy = (typeof studyPolicies)[number];

/** What is simulated. A learner recalls a card with the chance that FSRS gives it. */
export interface SimulationSetup {
  /** The cards as they are; `undefined` is one never seen. */
  readonly memories: readonly (Memory | undefined)[];
  readonly now: Instant;
  /** Days until the exam, today included. */
  readonly days: number;
  /** Retention, weights and `newPerDay` count; a wrong answer is followed by a right one the same day. */
  readonly parameters: Parameters;
  readonly denseRetention: number;
  /** Share of new cards whose first answer is wrong. */
  readonly firstMiss: number;
  readonly passDays: number;
  /** Whether new cards come up to the last day, as they do when the date was set late. */
  readonly newToTheEnd: boolean;
  /** One run each; the outcome is their mean. */
  readonly seeds: readonly number[];
}

/** Means over the runs. */
export interface SimulationOutcome {
  /** Mean retrievability of all cards on exam day, 0 to 1. */
  readonly recall: number;
  readonly reviews: number;
  /** Reviews on the busiest day. */
  readonly busiest: number;
  /** Reviews on the day before the exam. */
  readonly lastDay: number;
  /** Reviews by day, today first. */
  readonly load: readonly number[];
}

export const comparePolicies = (
  setup: SimulationSetup,
): Readonly<Record<StudyPolicy, SimulationOutcome>> => ({
  'final-pass': simulatePolicy('final-pass', setup),
  dense: simulatePolicy('dense', setup),
  capped: simulatePolicy('capped', setup),
});

function simulatePolicy(policy: StudyPolicy, setup: SimulationSetup): SimulationOutcome {
  const runs = setup.seeds.map((seed) => run(policy, setup, seed));
  const mean = (of: (one: Run) => number): number =>
    runs.reduce((sum, one) => sum + of(one), 0) / Math.max(1, runs.length);
  return {
    recall: mean(({ recall }) => recall),
    reviews: mean(({ load }) => load.reduce((sum, count) => sum + count, 0)),
    busiest: mean(({ load }) => Math.max(0, ...load)),
    lastDay: mean(({ load }) => load.at(-1) ?? 0),
    load: Array.from({ length: setup.days }, (_, d) => mean(({ load }) => load[d] ?? 0)),
  };
}

interface Run {
  readonly recall: number;
  readonly load: readonly number[];
}

/** A run in progress; it alone changes these. */
interface State {
  readonly policy: StudyPolicy;
  readonly setup: SimulationSetup;
  readonly scheduler: Scheduler;
  readonly memories: (Memory | undefined)[];
  readonly load: number[];
  /** A number from 0 up to 1. */
  readonly chance: () => number;
}

function run(policy: StudyPolicy, setup: SimulationSetup, seed: number): Run {
  const { parameters, denseRetention, now, days } = setup;
  const stream = seededStream(`simulate ${seed}`);
  const retention = policy === 'dense' ? denseRetention : parameters.retention;
  const state: State = {
    policy,
    setup,
    scheduler: createScheduler({ ...parameters, retention, learningSteps: [], relearningSteps: [] }),
    memories: [...setup.memories],
    load: Array.from({ length: days }, () => 0),
    chance: () => stream() / 2 ** 32,
  };
  for (let d = 0; d < days; d += 1) studyDay(state, d);
  const exam = now + days * dayLength;
  const recalls = state.memories.map((memory) => state.scheduler.retrievability(memory, exam));
  return { recall: recalls.reduce((sum, r) => sum + r, 0) / Math.max(1, recalls.length), load: state.load };
}

function studyDay(state: State, d: number): void {
  const { memories, setup, policy } = state;
  const tomorrow = setup.now + (d + 1) * dayLength;
  const due = memories.flatMap((memory, i) => (memory !== undefined && memory.due < tomorrow ? [i] : []));
  const pass = policy === 'final-pass' ? passOfDay(state, d, new Set(due)) : [];
  for (const card of [...due, ...pass]) ask(state, card, d);
  if (policy === 'final-pass' && !setup.newToTheEnd && setup.days - d <= noNewDays) return;
  const fresh = memories.flatMap((memory, i) => (memory === undefined ? [i] : []));
  for (const card of fresh.slice(0, setup.parameters.newPerDay)) ask(state, card, d);
}

/** The day's share of what was not reviewed in the pass yet, the least well remembered first. */
function passOfDay(
  { memories, setup, scheduler }: State,
  d: number,
  due: ReadonlySet<number>,
): readonly number[] {
  const daysLeft = setup.days - d;
  if (daysLeft > setup.passDays) return [];
  const exam = setup.now + setup.days * dayLength;
  const begin = exam - setup.passDays * dayLength;
  const pending = memories.flatMap((memory, i) =>
    memory !== undefined && memory.lastReview < begin
      ? [{ i, recall: scheduler.retrievability(memory, exam) }]
      : [],
  );
  return pending
    .filter(({ i }) => !due.has(i))
    .sort((a, b) => a.recall - b.recall || a.i - b.i)
    .slice(0, passShare(pending.length, 0, daysLeft))
    .map(({ i }) => i);
}

function ask(state: State, card: number, d: number): void {
  const { memories, setup, scheduler, load, policy } = state;
  const now = setup.now + d * dayLength;
  const before = memories[card];
  const chance = before === undefined ? 1 - setup.firstMiss : scheduler.retrievability(before, now);
  const isRight = state.chance() < chance;
  // To learn a new card counts as one review, however often it takes.
  load[d] = (load[d] ?? 0) + (isRight || before === undefined ? 1 : 2);
  const answered = scheduler.review(before, isRight ? 3 : 1, now);
  const memory = isRight ? answered : scheduler.review(answered, 3, now);
  const tomorrow = now + dayLength;
  const last = setup.now + (setup.days - 1) * dayLength;
  const due = Math.max(tomorrow, memory.due);
  memories[card] = { ...memory, due: policy === 'capped' ? Math.min(due, Math.max(last, tomorrow)) : due };
}
