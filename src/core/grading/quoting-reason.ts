import { raw } from '../text/shown.ts';
import { countActive } from './compare-words.ts';
import type { Reason } from './verdict.ts';
import type { Word } from './word.ts';

/** Tells which of two words with one text lacks the quotes. */
export const quotingReason = (typed: Word, expected: Word): Reason => ({
  kind: countActive(typed) > countActive(expected) ? 'unquoted' : 'quoted',
  about: raw(typed.source),
  expected: raw(expected.source),
});
