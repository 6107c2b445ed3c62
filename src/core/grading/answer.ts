import type { Raw } from '../text/shown.ts';

/** What the learner gave. Positions are those of the deck file, whatever order was shown. */
export type Answer =
  | { readonly kind: 'choice'; readonly chosen: readonly number[] }
  | { readonly kind: 'order'; readonly lines: readonly number[] }
  | { readonly kind: 'typed'; readonly lines: readonly Raw[] }
  /** Don't know, or time ran out. */
  | { readonly kind: 'blank' };
