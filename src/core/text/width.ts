import stringWidth from 'string-width';
import type { Shown } from './shown.ts';

/**
 * Characters that fill one cell each and never join: Latin, Greek, Cyrillic, punctuation, box drawing and our own
 * glyphs. They are measured without a segmenter, which is slow to make and to use.
 */
const cheap =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203b\u203d-\u2048\u2190-\u2193\u21b3\u2500-\u25fc\u2713\u2717]*$/u;

let segmenter: Intl.Segmenter | undefined;

/** Cells of a terminal that a text of one line fills; ambiguous characters count as one. */
export const displayWidth = (text: string): number => (cheap.test(text) ? text.length : stringWidth(text));

/** What a reader takes for single characters. */
export function graphemes<T extends string>(text: T): T[] {
  if (cheap.test(text)) return text.split('') as T[];
  segmenter ??= new Intl.Segmenter('en');
  return Array.from(segmenter.segment(text), (piece) => piece.segment as T);
}

/** The text, or as much of its start as leaves room for an ellipsis. */
export function truncate(text: Shown, width: number): Shown {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '' as Shown;
  let kept = '';
  let filled = 0;
  for (const grapheme of graphemes(text)) {
    filled += displayWidth(grapheme);
    if (filled > width - 1) break;
    kept += grapheme;
  }
  return `${kept}…` as Shown;
}
