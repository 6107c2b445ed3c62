import type { Raw } from '../text/shown.ts';

/** What grading says of an answer, best first; `partial` is for several options, lines or an order. */
export const answerVerdicts = ['exact', 'equivalent', 'near', 'partial', 'wrong', 'blank'] as const;
export type AnswerVerdict = (typeof answerVerdicts)[number];

/** Reasons that speak of the answer as a whole. The first group accepts it with a note, the second does not. */
const plainReasonKinds = [
  'other-characters',
  'surrounding-backticks',
  'trimmed-prompt',
  'trimmed-sudo',
  'option-order',
  'option-spelling',
  'redirection-order',
  'assignment-order',
  'other-quotes',
  'other-blanks',
  'simplified-path',
  'trailing-slash-left-out',
  'letter-case-ignored',
  'hyphen-or-blank-ignored',
  'umlaut-spelling',
  'final-mark-ignored',
  'article-ignored',
  'other-notation',
  'decimal-comma',
  'within-tolerance',

  'other-case',
  'one-edit-away',
  'sudo-given',
  'sudo-missing',
  'dash-missing',
  'surplus-dash',
  'no-leading-slash',
  'base-name-only',
  'trailing-slash-added',
  'letter-for-digit',
  'thousands-marks',
  'unclosed-quote',
  'incomplete',
  'quotes-missing',
  'quotes-added',
  'other-option-order',
  'too-long',
] as const;

/** Reasons that speak of something typed (`about`). */
const typedReasonKinds = ['path-given', 'arguments-given', 'value-added', 'surplus-option'] as const;

/** Reasons that name what was wanted (`expected`). */
const wantedReasonKinds = ['missing-option'] as const;

/** Reasons that set something typed (`about`) against what was wanted (`expected`). */
const pairReasonKinds = [
  'full-path',
  'same-command',
  'typo-accepted',
  'option-case',
  'unquoted',
  'quoted',
] as const;

const reasonKinds = [
  ...plainReasonKinds,
  ...typedReasonKinds,
  ...wantedReasonKinds,
  ...pairReasonKinds,
  'other-option',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** What an option does, in a few words, in each language of the interface. */
export interface Meaning {
  readonly en: string;
  readonly de: string;
}

/** Why an answer is near or only equivalent. Messages are made from these at the edge, in the learner's language. */
export type Reason =
  | { readonly kind: (typeof plainReasonKinds)[number] }
  | { readonly kind: (typeof typedReasonKinds)[number]; readonly about: Raw }
  | { readonly kind: (typeof wantedReasonKinds)[number]; readonly expected: Raw }
  | { readonly kind: (typeof pairReasonKinds)[number]; readonly about: Raw; readonly expected: Raw }
  /** The typed option exists and means something else; `meaning` where the option tables know it. */
  | { readonly kind: 'other-option'; readonly about: Raw; readonly meaning: Meaning | undefined };

/** A verdict with its reasons; `share` is the exam's partial credit, 0 to 1. */
export interface Grade {
  readonly verdict: AnswerVerdict;
  readonly reasons: readonly Reason[];
  readonly share: number;
  /** The accepted answer that the typed one was compared with. */
  readonly expected: Raw | undefined;
  /** Where every line is wanted: which of the typed lines were among them, and which of those were typed. */
  readonly matched?: { readonly typed: ReadonlySet<number>; readonly wanted: ReadonlySet<number> };
}
