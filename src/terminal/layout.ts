import { joinShown, type Shown } from '../core/text/shown.ts';
import { blank, lineWidth, type StyledLine, span } from '../core/text/styled-line.ts';
import { displayWidth, truncate } from '../core/text/width.ts';
import { type Look, marginOf } from './look.ts';

/** A whole screen as the learner sees it, one row shorter than the window. */
export interface Frame {
  readonly lines: readonly StyledLine[];
  /** Where the terminal's cursor stands, when something is being typed. */
  readonly cursor: { readonly row: number; readonly column: number } | undefined;
  /** The first row of the body that can be scrolled to. */
  readonly scrollEnd: number;
}

export interface Layout {
  readonly head: { readonly left: Shown; readonly right: Shown };
  /** Done and all, for the rule under the head; absent for a plain rule. */
  readonly progress?: { readonly done: number; readonly total: number };
  readonly banner?: StyledLine | undefined;
  readonly body: readonly StyledLine[];
  /** Row and column in the body of what is being typed or selected: it is kept in view. */
  readonly focus?: { readonly row: number; readonly column: number | undefined } | undefined;
  /** Stays right above the keys, whatever is scrolled: rating keys, a notice. */
  readonly fixed?: readonly StyledLine[];
  readonly keys: StyledLine;
  /** First row of the body to show. */
  readonly scroll: number;
}

/** Puts head, body and keys into the window; a body that is too tall scrolls and says how much is left. */
export function layOut(layout: Layout, look: Look): Frame {
  const rows = Math.max(1, look.size.rows - 1);
  const airy = rows >= 14;
  const top = topLines(layout, look, airy);
  const fixed = [...(layout.fixed ?? [])];
  if (airy && fixed.length > 0) fixed.unshift([]);
  const room = Math.max(1, rows - top.length - fixed.length - 1);
  const { lines, first, scrollEnd } = scrolled(layout, room, look);
  const body = [...lines, ...Array.from({ length: Math.max(0, room - lines.length) }, (): StyledLine => [])];
  const { focus } = layout;
  const cursor =
    focus?.column === undefined ? undefined : { row: top.length + focus.row - first, column: focus.column };
  return { lines: [...top, ...body, ...fixed, layout.keys].slice(0, rows), cursor, scrollEnd };
}

function topLines(layout: Layout, look: Look, airy: boolean): StyledLine[] {
  const lines = [headLine(layout.head, look), ruleLine(layout.progress, look)];
  if (layout.banner !== undefined) lines.push(layout.banner);
  if (airy) lines.push([]);
  return lines;
}

/** Where head and rule end: in a wide window short of its edge, so that the eye need not travel. */
export const headWidth = (look: Look): number => Math.max(1, Math.min(look.size.columns - 2, 90));

/** Where I am at the left, how far at the right. */
export function headLine({ left, right }: Layout['head'], look: Look): StyledLine {
  const width = headWidth(look);
  const rest = truncate(right, width);
  const title = truncate(left, Math.max(0, width - displayWidth(rest) - 1));
  const gap = Math.max(0, width - displayWidth(title) - displayWidth(rest));
  return [...blank(1), span(title, 'strong'), ...blank(gap), span(rest, 'dim')];
}

/** The rule under the head, filled as far as the session has come. */
export function ruleLine(progress: Layout['progress'], look: Look): StyledLine {
  const width = headWidth(look);
  const share = progress === undefined || progress.total === 0 ? 0 : progress.done / progress.total;
  const done = Math.round(width * Math.min(1, share));
  const line = [span(repeat(look.glyphs.left, width - done), 'dim')];
  return [...blank(1), ...(done > 0 ? [span(repeat(look.glyphs.done, done), 'accent')] : []), ...line];
}

export const repeat = (glyph: Shown, count: number): Shown => glyph.repeat(Math.max(0, count)) as Shown;

function scrolled(layout: Layout, room: number, look: Look) {
  const { body, focus } = layout;
  if (body.length <= room) return { lines: body, first: 0, scrollEnd: 0 };
  const shownRows = Math.max(1, room - 1);
  const last = body.length - shownRows;
  let first = Math.max(0, Math.min(layout.scroll, last));
  if (focus !== undefined && focus.row < first) first = focus.row;
  if (focus !== undefined && focus.row >= first + shownRows) first = focus.row - shownRows + 1;
  const sign = scrollSign(first, body.length - first - shownRows, look);
  return { lines: [...body.slice(first, first + shownRows), sign], first, scrollEnd: last };
}

/** Says how much of a text or a list is outside the window, and how to get there. */
export function scrollSign(above: number, below: number, look: Look): StyledLine {
  const { study, keyNames } = look.messages;
  const counts = [...(above > 0 ? [study.linesAbove(above)] : []), ...(below > 0 ? [study.more(below)] : [])];
  const margin = blank(marginOf(look));
  const full = [...margin, span(joinShown([...counts, keyNames.pages], look.glyphs.separator), 'dim')];
  return lineWidth(full) < look.size.columns
    ? full
    : fitLine([...margin, span(joinShown(counts, look.glyphs.separator), 'dim')], look);
}

/** A line cut to the window, for keys and notices. */
export function fitLine(line: StyledLine, look: Look): StyledLine {
  let room = look.size.columns - 1;
  if (lineWidth(line) <= room) return line;
  return line.flatMap((piece) => {
    const text = truncate(piece.text, room);
    room -= displayWidth(text);
    return text === '' ? [] : [{ ...piece, text }];
  });
}
