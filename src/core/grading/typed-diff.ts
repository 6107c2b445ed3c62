import { clean, type Raw, raw } from '../text/shown.ts';
import { displayWidth, graphemes } from '../text/width.ts';

/** Two lines to be set one above the other, and a third of blanks and carets below them. */
export interface TypedDiff {
  /** One line, as it will be shown: what has no width is already named. */
  readonly typed: Raw;
  readonly expected: Raw;
  /** A caret under each cell of `expected` that was not typed, or before which something else was typed. */
  readonly marks: string;
}

/** Middles with more pairs of graphemes than this are marked as a whole, which bounds the work. */
const mostPairs = 20_000;

export function typedDiff(typed: Raw, expected: Raw): TypedDiff {
  const given = oneLine(typed);
  const wanted = oneLine(expected);
  const wantedGraphemes = graphemes(wanted);
  const marked = differences(graphemes(given), wantedGraphemes);
  const cells = wantedGraphemes.map((grapheme, i) =>
    (marked.has(i) ? '^' : ' ').repeat(displayWidth(grapheme)),
  );
  const atEnd = marked.has(wantedGraphemes.length) ? '^' : '';
  return { typed: raw(given), expected: raw(wanted), marks: (cells.join('') + atEnd).trimEnd() };
}

const oneLine = (text: Raw): string => clean(text).trim().replaceAll('\n', ' ');

/** Places in `b` that differ; its length stands for something too much at the end of `a`. */
function differences(a: readonly string[], b: readonly string[]): Set<number> {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const from = a.slice(start, a.length - end);
  const to = b.slice(start, b.length - end);
  if (from.length === 0 && to.length === 0) return new Set();
  const places = from.length * to.length > mostPairs ? to.map((_, i) => i) : unmatched(from, to);
  return new Set((places.length > 0 ? places : [0]).map((place) => place + start));
}

/** Places of `b` outside a longest common subsequence with `a`, and those before which `a` has more. */
function unmatched(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places = new Set<number>();
  let i = 0;
  let j = 0;
  /** Places marked since the last match: what was typed in their stead needs no mark of its own. */
  let replaced = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      replaced = 0;
    } else if (j < b.length && (i === a.length || at(i, j + 1) >= at(i + 1, j))) {
      places.add(j++);
      replaced++;
    } else {
      if (replaced === 0) places.add(j);
      else replaced--;
      i++;
    }
  }
  return [...places];
}
