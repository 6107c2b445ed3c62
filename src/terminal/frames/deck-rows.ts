import { type Overview, titleIn } from '../../core/session/overview.ts';
import { clean, type Shown, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span } from '../../core/text/styled-line.ts';
import { displayWidth, truncate } from '../../core/text/width.ts';
import { repeat } from '../output/layout.ts';
import { type Look, marginOf } from '../output/look.ts';

type Row = Overview['decks'][number];

export interface DeckRows {
  /** Where the longest of them ends. */
  readonly width: number;
  /** Draws one deck of a list; the cursor and the selection mark stand before it. */
  readonly draw: (row: Row, isCursor: boolean, isSelected: boolean) => StyledLine;
}

const barWidth = 12;
const gap = 3;

/** Columns as wide as what stands in them, so that the titles get all the room that is left. */
export function deckRows(rows: readonly Row[], look: Look): DeckRows {
  const widths = { due: widest(rows, dueCell, look), fresh: widest(rows, freshCell, look) };
  const isWide = look.size.columns >= 72;
  const margin = marginOf(look);
  const counts = widths.due + widths.fresh + 2 * gap;
  const progress = isWide ? barWidth + widest(rows, knownCell, look) + 2 * gap - 1 : 0;
  const room = Math.max(8, look.size.columns - 2 * margin - counts - progress);
  const title = widestTitle(rows, room, look);
  const draw: DeckRows['draw'] = (row, isCursor, isSelected) => {
    const line: StyledLine = [
      ...blank(Math.max(0, margin - 2)),
      span(isCursor ? look.glyphs.cursor : shown` `, 'accent'),
      span(isSelected ? look.glyphs.chosen : shown` `, 'accent'),
      span(
        padEnd(truncate(titleCell(row, look), title, look.glyphs.ellipsis), title),
        ...(isCursor ? (['strong'] as const) : []),
      ),
      ...blank(gap),
      span(padStart(dueCell.text(row, look), widths.due), ...(isDue(row) ? [] : (['dim'] as const))),
      ...blank(gap),
      span(padStart(freshCell.text(row, look), widths.fresh), 'dim'),
    ];
    return isWide
      ? [...line, ...blank(gap), ...bar(row, look), ...blank(gap - 1), span(knownCell.text(row, look), 'dim')]
      : line;
  };
  return { width: Math.max(margin, 2) + title + counts + progress, draw };
}

/** What stands in a column. A text is as wide as any other of the same size: its number of digits. */
interface Cell {
  readonly size: (row: Row) => number;
  readonly text: (row: Row, look: Look) => Shown;
}

const isDue = (row: Row): boolean => row.due + row.learning > 0;
const digits = (count: number): number => String(count).length;

const dueCell: Cell = {
  size: (row) => (isDue(row) ? digits(row.due + row.learning) : 0),
  text: (row, { glyphs, messages: { home } }) =>
    isDue(row) ? home.due(row.due + row.learning) : glyphs.range,
};

const freshCell: Cell = {
  size: (row) => (row.fresh > 0 ? digits(row.fresh) : 0),
  text: (row, { glyphs, messages: { home } }) => (row.fresh > 0 ? home.fresh(row.fresh) : glyphs.range),
};

const knownCell: Cell = {
  size: (row) => digits(row.known) + digits(row.total),
  text: (row, { messages: { home } }) => home.known(row.known, row.total),
};

const titleCell = (row: Row, { language }: Look): Shown => clean(titleIn(row, language));

/** Of a thousand decks only one row of each size is made into a text. */
function widest(rows: readonly Row[], { size, text }: Cell, look: Look): number {
  const bySize = new Map<number, Row>();
  for (const row of rows) bySize.set(size(row), row);
  return Math.max(0, ...[...bySize.values()].map((row) => displayWidth(text(row, look))));
}

/** No wider than the room there is. */
function widestTitle(rows: readonly Row[], room: number, look: Look): number {
  let width = 0;
  for (const row of rows) {
    width = Math.max(width, displayWidth(titleCell(row, look)));
    if (width >= room) return room;
  }
  return width;
}

function bar(row: Row, { glyphs }: Look): StyledLine {
  const full = row.total === 0 ? 0 : Math.round((row.known / row.total) * barWidth);
  return [
    span(repeat(glyphs.barFull, full), 'accent'),
    span(repeat(glyphs.barEmpty, barWidth - full), 'dim'),
  ];
}

const spaces = (text: Shown, width: number): Shown => repeat(shown` `, width - displayWidth(text));
const padEnd = (text: Shown, width: number): Shown => shown`${text}${spaces(text, width)}`;
const padStart = (text: Shown, width: number): Shown => shown`${spaces(text, width)}${text}`;
