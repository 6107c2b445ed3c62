import { type Overview, titleIn } from '../../core/session/overview.ts';
import { clean, type Shown, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span } from '../../core/text/styled-line.ts';
import { displayWidth, truncate } from '../../core/text/width.ts';
import { repeat } from '../output/layout.ts';
import { type Look, marginOf } from '../output/look.ts';

type Row = Overview['decks'][number];

/** Draws one deck of a list; the cursor and the selection mark stand before it. */
export type DeckRow = (row: Row, isCursor: boolean, isSelected: boolean) => StyledLine;

const barWidth = 12;
const gap = 3;

/** Columns as wide as what stands in them, so that the titles get all the room that is left. */
export function deckRows(rows: readonly Row[], look: Look): DeckRow {
  const cells = new Map(rows.map((row) => [row, cellsOf(row, look)]));
  const widest = (column: keyof Cells) =>
    Math.max(0, ...[...cells.values()].map((one) => displayWidth(one[column])));
  const isWide = look.size.columns >= 72;
  const margin = marginOf(look);
  const counts = widest('due') + widest('fresh') + 2 * gap;
  const progress = isWide ? barWidth + widest('known') + 2 * gap - 1 : 0;
  const title = Math.min(widest('title'), Math.max(8, look.size.columns - 2 * margin - counts - progress));
  return (row, isCursor, isSelected) => {
    const text = cells.get(row) ?? cellsOf(row, look);
    const line: StyledLine = [
      ...blank(Math.max(0, margin - 2)),
      span(isCursor ? look.glyphs.cursor : shown` `, 'accent'),
      span(isSelected ? look.glyphs.chosen : shown` `, 'accent'),
      span(padEnd(truncate(text.title, title), title), ...(isCursor ? (['strong'] as const) : [])),
      ...blank(gap),
      span(padStart(text.due, widest('due')), ...(isDue(row) ? [] : (['dim'] as const))),
      ...blank(gap),
      span(padStart(text.fresh, widest('fresh')), 'dim'),
    ];
    return isWide
      ? [...line, ...blank(gap), ...bar(row, look), ...blank(gap - 1), span(text.known, 'dim')]
      : line;
  };
}

interface Cells {
  readonly title: Shown;
  readonly due: Shown;
  readonly fresh: Shown;
  readonly known: Shown;
}

const isDue = (row: Row): boolean => row.due + row.learning > 0;

function cellsOf(row: Row, look: Look): Cells {
  const { home } = look.messages;
  return {
    title: clean(titleIn(row, look.language)),
    due: isDue(row) ? home.due(row.due + row.learning) : look.glyphs.range,
    fresh: row.fresh > 0 ? home.fresh(row.fresh) : look.glyphs.range,
    known: home.known(row.known, row.total),
  };
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
