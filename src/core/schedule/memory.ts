import type { Instant } from './time.ts';

export const ratings = [1, 2, 3, 4] as const;
/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Rating = (typeof ratings)[number];

export const memoryStates = ['new', 'learning', 'review', 'relearning'] as const;
export type MemoryState = (typeof memoryStates)[number];

/** What FSRS knows of one part of one card. */
export interface Memory {
  readonly state: MemoryState;
  /** Days until recall falls to 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** Index into the learning steps. */
  readonly step: number;
  readonly due: Instant;
  readonly lastReview: Instant;
  readonly repetitions: number;
  readonly lapses: number;
}

/** The four futures of a memory, computed when the answer is shown. */
export type Outcomes = Readonly<Record<Rating, Memory>>;
