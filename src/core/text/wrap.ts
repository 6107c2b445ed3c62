import type { Shown } from './shown.ts';
import { lineWidth, type Span, type Style, type StyledLine, sameStyle } from './styled-line.ts';
import { displayWidth, graphemes, graphemeWidth } from './width.ts';

/** What stands before the first row and before the others. */
export interface Margins {
  readonly indent?: StyledLine;
  readonly hanging?: StyledLine;
}

interface Glyph {
  readonly text: string;
  readonly width: number;
  readonly style: readonly Style[] | undefined;
}

/** Below this many columns of text a margin is left out rather than the text. */
const leastColumns = 2;
/** These never begin a row after a wide character. */
const closers = /^[\p{Pe}\p{Pf}、。，．！？：；・ー…,.!?:;]/u;

/**
 * Breaks spans into rows of at most `width` columns: at spaces, beside wide characters, and inside a word only
 * when it is longer than a row. A newline ends a row. Nothing but the spaces at a break is left out.
 */
export function wrapSpans(spans: readonly Span[], width: number, margins: Margins = {}): StyledLine[] {
  const rows = new Rows(width, margins);
  for (const glyphs of splitLines(spans)) {
    for (const word of words(glyphs)) rows.add(word);
    rows.end();
  }
  return rows.lines;
}

/** Breaks spans into rows of exactly `width` columns where they are longer; for code, where spaces matter. */
export function cutSpans(spans: readonly Span[], width: number, margins: Margins = {}): StyledLine[] {
  const rows = new Rows(width, margins);
  for (const glyphs of splitLines(spans)) {
    for (const glyph of glyphs) rows.put(glyph);
    rows.end();
  }
  return rows.lines;
}

class Rows {
  readonly lines: StyledLine[] = [];
  private readonly width: number;
  private readonly hanging: StyledLine;
  private margin: StyledLine;
  private row: Glyph[] = [];
  private filled = 0;
  private room: number;

  constructor(width: number, { indent = [], hanging = [] }: Margins) {
    this.width = Math.max(leastColumns, width);
    this.hanging = this.fitting(hanging);
    this.margin = this.fitting(indent);
    this.room = this.width - lineWidth(this.margin);
  }

  /** A word with the spaces before it; the spaces go when the word begins a row by wrapping. */
  add(word: readonly Glyph[]): void {
    const start = word.findIndex(({ text }) => text !== ' ');
    const letters = start < 0 ? [] : word.slice(start);
    const spaces = start < 0 ? word : word.slice(0, start);
    const wide = letters.reduce((sum, glyph) => sum + glyph.width, 0);
    const fits = this.filled + spaces.length + wide <= this.room;
    if (!fits && this.row.length > 0 && letters.length > 0) this.end();
    else if (fits) for (const space of spaces) this.put(space);
    for (const letter of letters) this.put(letter);
  }

  put(glyph: Glyph): void {
    if (this.filled + glyph.width > this.room && this.row.length > 0) this.end();
    if (glyph.width > this.room && glyph.text.length > 1) {
      const { style } = glyph;
      for (const text of glyph.text) this.put({ text, width: displayWidth(text), style });
      return;
    }
    this.row.push(glyph);
    this.filled += glyph.width;
  }

  end(): void {
    const spans = joinGlyphs(this.row);
    this.lines.push(spans.length > 0 ? [...this.margin, ...spans] : this.margin);
    this.row = [];
    this.filled = 0;
    this.margin = this.hanging;
    this.room = this.width - lineWidth(this.margin);
  }

  private fitting(margin: StyledLine): StyledLine {
    return this.width - lineWidth(margin) < leastColumns ? [] : margin;
  }
}

function splitLines(spans: readonly Span[]): Glyph[][] {
  const lines: Glyph[][] = [[]];
  for (const { text, style } of spans) {
    for (const [i, piece] of text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      const line = lines.at(-1) ?? [];
      for (const grapheme of graphemes(piece)) {
        line.push({ text: grapheme, width: graphemeWidth(grapheme), style });
      }
    }
  }
  return lines;
}

/** Splits before each run of spaces, and beside wide characters. */
function* words(glyphs: readonly Glyph[]): Generator<readonly Glyph[]> {
  let word: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = word.at(-1);
    if (last && last.text !== ' ' && breaksBetween(last, glyph)) {
      yield word;
      word = [];
    }
    word.push(glyph);
  }
  if (word.length > 0) yield word;
}

const breaksBetween = (before: Glyph, after: Glyph): boolean =>
  after.text === ' ' || ((before.width > 1 || after.width > 1) && !closers.test(after.text));

function joinGlyphs(glyphs: readonly Glyph[]): Span[] {
  const spans: { text: string; style: readonly Style[] | undefined }[] = [];
  for (const { text, style } of glyphs) {
    const last = spans.at(-1);
    if (last && sameStyle(last.style, style)) last.text += text;
    else spans.push({ text, style });
  }
  return spans.map(({ text, style }) => ({ text: text as Shown, style }));
}
