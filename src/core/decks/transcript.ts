import type { Pattern } from '../text/pattern.ts';
import type { Raw } from '../text/shown.ts';

/** One line of what a command should print. */
export type Expectation =
  | { readonly kind: 'line'; readonly text: Raw }
  /** `...`: any lines, or none. */
  | { readonly kind: 'any'; readonly text: Raw }
  | { readonly kind: 'pattern'; readonly text: Raw; readonly pattern: Pattern };

/** A command of a transcript and what should come of it. */
export interface TranscriptStep {
  /** As the shell gets it; continued lines are joined by line ends. */
  readonly command: Raw;
  /** 1-based line in the file. */
  readonly line: number;
  readonly expected: readonly Expectation[];
  /** Exit status, 0 to 255. */
  readonly status: number;
}

/** A `console verify` block, with at least one step. */
export interface Transcript {
  readonly steps: readonly TranscriptStep[];
}

/** A block as it stands in a file, not read yet. */
export interface TranscriptSource {
  /** 1-based line of the opening fence. */
  readonly line: number;
  /** The lines between the fences. */
  readonly lines: readonly Raw[];
}

/** What one command did. */
export interface StepRun {
  /** Standard output and error together, as they came. */
  readonly output: Raw;
  /** `undefined` when it was ended from outside. */
  readonly status: number | undefined;
}

/** `time` and `output`: ended at a limit. `finished`: by itself, at the last command or at an `exit` before it. */
export type TranscriptEnd = 'finished' | 'time' | 'output';

/** What became of a transcript's commands, as far as it got. */
export interface TranscriptRun {
  readonly steps: readonly StepRun[];
  readonly end: TranscriptEnd;
}
