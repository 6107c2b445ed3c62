import { joinShown, type Shown } from '../../core/text/shown.ts';
import { blank, lineWidth, type Span, type StyledLine, span } from '../../core/text/styled-line.ts';
import { displayWidth, truncate } from '../../core/text/width.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import { type Look, marginOf } from './look.ts';

/** A whole screen as the learner sees it, one row shorter than the window. */
export interface Frame {
  readonly lines: readonly StyledLine[];
  /** Where the terminal's cursor stands, when something is being typed. */
  readonly cursor: { readonly row: number; readonly column: number } | undefined;
  /** The first row of the body that is shown, and the last one that can be the first. */
  readonly first: number;
  readonly scrollEnd: number;
  /** Rows of a page: some of the last one stays in view. */
  readonly page: number;
}

/** From the first to the last. */
export interface Rows {
  readonly row: number;
  readonly last: number;
}

/** Rows of a body to keep in view: what is being typed or selected, or an answer with its verdict. */
export interface Focus extends Rows {
  /** What matters most of it, where the window is too small for all. */
  readonly heart?: Rows | undefined;
  /** Where the terminal's cursor stands in the first of them. */
  readonly column: number | undefined;
}

/** Lines of which nothing scrolls and nothing is typed into. */
export const stillFrame = (lines: readonly StyledLine[]): Frame => ({
  lines,
  cursor: undefined,
  first: 0,
  scrollEnd: 0,
  page: 1,
});

export interface Progressed {
  readonly done: number;
  readonly total: number;
}

export interface Layout {
  readonly head: { readonly left: Shown; readonly right: Shown };
  /** Done and all, for the rule under the head; absent for a plain rule. */
  readonly progress?: Progressed | undefined;
  /** What must be known before anything else, under the head. */
  readonly banner?: readonly StyledLine[];
  readonly body: readonly StyledLine[];
  readonly focus?: Focus | undefined;
  /** Stands above `fixed` where the window is too small for all of the focus. */
  readonly pinned?: readonly StyledLine[];
  /** Stays right above the keys, whatever is scrolled: rating keys, a notice. */
  readonly fixed?: readonly StyledLine[];
  readonly keys: StyledLine;
  /** First row of the body to show; undefined: so that the focus is seen, else the top. */
  readonly scroll: number | undefined;
}

/** Puts head, body and keys into the window; a body that is too tall scrolls and says how much is left. */
export function layOut(layout: Layout, look: Look): Frame {
  const rows = Math.max(1, look.size.rows - 1);
  const airy = isAiry(look);
  const top = topLines(layout, look, airy);
  const whole = bodyRoom(layout, look);
  const isTall = layout.body.length > whole;
  const content = isTall && !airy ? withoutBlankRows(layout) : layout;
  const isPinned = content.body.length > whole && extent(content.focus) >= whole;
  const focus =
    isPinned && content.focus?.heart ? { ...content.focus, ...content.focus.heart } : content.focus;
  const fixed = [...(isPinned ? (layout.pinned ?? []) : []), ...(layout.fixed ?? [])];
  if (airy && fixed.length > 0) fixed.unshift([]);
  const room = Math.max(1, rows - top.length - fixed.length - 1);
  const { lines, first, scrollEnd } = scrolled({ ...content, focus }, room, look);
  const page = Math.max(1, room - 2);
  const body = [...lines, ...Array.from({ length: Math.max(0, room - lines.length) }, (): StyledLine => [])];
  const cursor = cursorOf(focus, top.length - first);
  return { lines: [...top, ...body, ...fixed, layout.keys].slice(0, rows), cursor, first, scrollEnd, page };
}

const isAiry = ({ size }: Look): boolean => size.rows >= 15;

/** Rows that are left for the body. */
export function bodyRoom({ banner = [], fixed = [] }: Pick<Layout, 'banner' | 'fixed'>, look: Look): number {
  const airs = isAiry(look) ? 1 + Number(fixed.length > 0) : 0;
  return Math.max(1, look.size.rows - 4 - banner.length - fixed.length - airs);
}

const extent = (focus: Focus | undefined): number => (focus === undefined ? 0 : focus.last - focus.row + 1);

const cursorOf = (focus: Focus | undefined, shift: number): Frame['cursor'] =>
  focus?.column === undefined ? undefined : { row: focus.row + shift, column: focus.column };

/** In a small window what there is to read comes before the room around it. */
function withoutBlankRows(layout: Layout): Layout {
  const kept = layout.body.flatMap((line, row) => (line.length === 0 ? [] : [row]));
  const before = (row: number) => kept.filter((one) => one < row).length;
  const moved = ({ row, last }: Rows): Rows => ({ row: before(row), last: before(last + 1) - 1 });
  const { focus } = layout;
  const body = layout.body.filter((line) => line.length > 0);
  if (focus === undefined) return { ...layout, body };
  const heart = focus.heart && moved(focus.heart);
  return { ...layout, body, focus: { ...focus, ...moved(focus), heart } };
}

function topLines(layout: Layout, look: Look, airy: boolean): StyledLine[] {
  const lines = [headLine(layout.head, look), ruleLine(layout.progress, look)];
  lines.push(...(layout.banner ?? []));
  if (airy) lines.push([]);
  return lines;
}

/** Where head and rule end: in a wide window short of its edge, so that the eye need not travel. */
export const headWidth = (look: Look): number => Math.max(1, Math.min(look.size.columns - 2, 90));

/** Where I am at the left, how far at the right. */
export function headLine(
  { left, right }: Layout['head'],
  look: Look,
  width: number = headWidth(look),
): StyledLine {
  const { ellipsis } = look.glyphs;
  const rest = truncate(right, width, ellipsis);
  const title = truncate(left, Math.max(0, width - displayWidth(rest) - 1), ellipsis);
  const gap = Math.max(0, width - displayWidth(title) - displayWidth(rest));
  return [...blank(1), span(title, 'strong'), ...blank(gap), span(rest, 'dim')];
}

/** The rule under the head, filled as far as the session has come. */
export function ruleLine(
  progress: Progressed | undefined,
  look: Look,
  width: number = headWidth(look),
): StyledLine {
  const share = progress === undefined || progress.total === 0 ? 0 : progress.done / progress.total;
  const done = Math.round(width * Math.min(1, share));
  const line = [span(repeat(look.glyphs.left, width - done), 'dim')];
  return [...blank(1), ...(done > 0 ? [span(repeat(look.glyphs.done, done), 'accent')] : []), ...line];
}

export const repeat = (glyph: Shown, count: number): Shown => glyph.repeat(Math.max(0, count)) as Shown;

function scrolled({ body, focus, scroll }: Layout, room: number, look: Look) {
  if (body.length <= room) return { lines: body, first: 0, scrollEnd: 0 };
  const shownRows = Math.max(1, room - 1);
  const end = body.length - shownRows;
  const first = Math.max(0, Math.min(scroll ?? firstFor(focus, shownRows), end));
  const sign = scrollSign(first, end - first, look);
  return { lines: [...body.slice(first, first + shownRows), sign], first, scrollEnd: end };
}

/** As near to the top as the end of the focus allows; its beginning is seen in any case. */
const firstFor = (focus: Focus | undefined, shownRows: number): number =>
  focus === undefined ? 0 : Math.max(0, Math.min(focus.row, focus.last - shownRows + 1));

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

/** A sentence under the head has so many rows, and no more: what is below is what one came for. */
export function bannerLines(spans: readonly Span[], look: Look, most = 2): readonly StyledLine[] {
  const lines = wrapSpans(spans, look.size.columns - 1, { indent: blank(1), hanging: blank(1) });
  const last = lines[most - 1];
  if (last === undefined || lines.length === most) return lines;
  return [...lines.slice(0, most - 1), fitLine([...last, span(look.glyphs.ellipsis)], look)];
}

/** A line cut to the window, for keys and notices, or to so many columns. */
export function fitLine(line: StyledLine, look: Look, columns = look.size.columns - 1): StyledLine {
  let room = columns;
  if (lineWidth(line) <= room) return line;
  return line.flatMap((piece) => {
    const text = truncate(piece.text, room, look.glyphs.ellipsis);
    room -= displayWidth(text);
    return text === '' ? [] : [{ ...piece, text }];
  });
}
