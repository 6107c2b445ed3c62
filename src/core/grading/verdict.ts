import type { Raw } from '../text/shown.ts';

/** What grading says of an answer, best first; `partial` is for several options, lines or an order. */
export const answerVerdicts = ['exact', 'equivalent', 'near', 'partial', 'wrong', 'blank'] as const;
export type AnswerVerdict = (typeof answerVerdicts)[number];

/** Why an answer is near or only equivalent. Messages are made from these at the edge, in the learner's language. */
export interface Reason {
  readonly kind: string;
  /** What the reason speaks of, as typed or as expected (an option, a word, a file name). */
  readonly about?: Raw;
  readonly expected?: Raw;
}

/** A verdict with its reasons; `share` is the exam's partial credit, 0 to 1. */
export interface Grade {
  readonly verdict: AnswerVerdict;
  readonly reasons: readonly Reason[];
  readonly share: number;
  /** The accepted answer that the typed one was compared with. */
  readonly expected: Raw | undefined;
}
