import type { Sentence } from '../text/sentence.ts';
import type { Raw } from '../text/shown.ts';

/** Something wrong in a user's text: where, what, and what to do about it. Collected, never thrown. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** The lint rule's id, such as `heading-in-fence`. */
  readonly rule: string;
  /** As given by the caller: relative to the working directory where possible. */
  readonly path: Raw;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** What is wrong. */
  readonly message: Sentence;
  /** What to write instead. */
  readonly hint: Sentence | undefined;
}
