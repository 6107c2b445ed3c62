import stringWidth from 'string-width';
import type { Shown } from './shown.ts';

/**
 * Characters that fill one cell each and never join: Latin, Greek, Cyrillic, punctuation, box drawing and our own
 * glyphs. They are measured without a segmenter, which is slow to make and to use.
 */
const cheap =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203b\u203d-\u2048\u2190-\u2193\u21b3\u2500-\u25fc\u2713\u2717\ufffd]*$/u;
/** East Asian letters that fill two cells whatever stands beside them. */
const wide = /^[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]$/u;
/** Emoji that need no look-up in the list of all: alone, with a selector, with a skin tone, or joined. */
const isPlainEmoji = (grapheme: string): boolean =>
  /^(?:(?!\p{RI})\p{Emoji_Presentation}|(?!\p{ASCII})\p{Emoji}\ufe0f|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{ExtPict}(?:\ufe0f|\p{EMod})?(?:\u200d\p{ExtPict}(?:\ufe0f|\p{EMod})?)+)$/u.test(
    grapheme,
  );
/** Without the marks that fill no cell; the emoji selector is one of them by name only. */
const withoutNonspacing = (grapheme: string): string => grapheme.replace(/(?!\ufe0f)\p{Mn}/gu, '');

/** Both take up to 0.1 ms for some characters; a text repeats most of its own. */
const measured = new Map<string, number>();
const untied = new Map<string, readonly string[]>();
const mostRemembered = 4096;
const longestRemembered = 32;

function recall<Found>(memory: Map<string, Found>, text: string, find: (text: string) => Found): Found {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const found = find(text);
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(text, found);
  return found;
}

/** Longer clusters than any that is written by hand. */
const longestCluster = 50;

/** The segmenter of Node takes time by the square of the text: 8 s for 64 Ki Chinese characters in one go. */
const segmentedAtOnce = 512;
let shortKnots: RegExp | undefined;
let longKnots: RegExp | undefined;
let segmenter: Intl.Segmenter | undefined;

/** Cells of a terminal that a text of one line without escape sequences fills; ambiguous characters count as one. */
export const displayWidth = (text: string): number =>
  cheap.test(text) ? text.length : graphemes(text).reduce((sum, one) => sum + graphemeWidth(one), 0);

/** What a reader takes for single characters. */
export function graphemes<T extends string>(text: T): T[] {
  if (cheap.test(text)) return text.split('') as T[];
  const knots = text.length > segmentedAtOnce ? knotsOfLongTexts() : knotsOfShortTexts();
  const found: string[] = [];
  let end = 0;
  for (const { 0: knot, index } of text.matchAll(knots)) {
    for (const piece of text.slice(end, index)) found.push(piece);
    for (const piece of untie(knot)) found.push(piece);
    end = index + knot.length;
  }
  for (const piece of text.slice(end)) found.push(piece);
  return found as T[];
}

/** What a text has beside cheap and wide characters, with the neighbours that it may join; two of those never join. */
function knotsOfShortTexts(): RegExp {
  if (shortKnots) return shortKnots;
  const separate = `${cheap.source.slice(2, -3)}${wide.source.slice(2, -2)}`;
  shortKnots = new RegExp(`[${separate}]?(?:[^${separate}]+[${separate}]?)+`, 'gu');
  return shortKnots;
}

/**
 * The same without letters, numbers and signs of any script: those of the first plane stand alone, but for emoji, Korean
 * parts of letters, a prefix, two vowels and voice marks. It takes milliseconds to make, so only long texts are worth it.
 */
function knotsOfLongTexts(): RegExp {
  if (longKnots) return longKnots;
  const joining = String.raw`\p{ExtPict}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u0d4e\u0e33\u0eb3\uff9e\uff9f`;
  const separate = String.raw`[\p{L}\p{N}\p{P}\p{S}\p{Zs}]--[${joining}\u{10000}-\u{10ffff}]`;
  longKnots = new RegExp(`[${separate}]?(?:[^[${separate}]]+[${separate}]?)+`, 'gv');
  return longKnots;
}

function untie(knot: string): readonly string[] {
  if (knot.length > longestRemembered) return [...segmentInParts(knot)];
  return recall(untied, knot, segment);
}

function* segmentInParts(text: string): Generator<string> {
  let size = segmentedAtOnce;
  for (let at = 0; at < text.length; ) {
    const pieces = segment(text.slice(at, at + size));
    const isLast = at + size >= text.length;
    // The last piece may go on behind the slice, so it is read again, in a larger slice if it is all there was.
    if (!isLast && pieces.length === 1) size *= 2;
    else {
      const whole = isLast ? pieces : pieces.slice(0, -1);
      yield* whole;
      at += whole.reduce((sum, piece) => sum + piece.length, 0);
      size = segmentedAtOnce;
    }
  }
}

function segment(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en');
  return Array.from(segmenter.segment(text), (piece) => piece.segment);
}

/** Cells that one of `graphemes` fills. */
export function graphemeWidth(grapheme: string): number {
  if (cheap.test(grapheme)) return grapheme.length;
  return grapheme.length > longestRemembered ? measure(grapheme) : recall(measured, grapheme, measure);
}

function measure(grapheme: string): number {
  if (wide.test(grapheme)) return 2;
  const bare = withoutNonspacing(grapheme);
  if (cheap.test(bare)) return bare.length;
  return bare.length <= longestCluster && isPlainEmoji(bare) ? 2 : stringWidth(bare);
}

/** The text, or as much of its start as leaves room for an ellipsis. */
export function truncate(text: Shown, width: number, ellipsis = '…' as Shown): Shown {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '' as Shown;
  const room = width - displayWidth(ellipsis);
  if (room < 0) return ellipsis.slice(0, width) as Shown;
  let kept = '';
  let filled = 0;
  for (const grapheme of graphemes(text)) {
    filled += graphemeWidth(grapheme);
    if (filled > room) break;
    kept += grapheme;
  }
  return `${kept}${ellipsis}` as Shown;
}
