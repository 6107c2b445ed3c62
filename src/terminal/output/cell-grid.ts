import { displayWidth, graphemes } from '../../core/text/width.ts';
import {
  type CellStyle,
  marksCursor,
  plainStyle,
  StyleReader,
  styleOfBlank,
  withoutCursor,
} from './cell-style.ts';

/** One cell of the screen. A wide character fills two: its own, and one after it with an empty text. */
export interface Cell {
  readonly text: string;
  readonly style: CellStyle;
  /** Terminals disagree on this character's width: what follows it needs an absolute move. */
  readonly isDoubtful: boolean;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

export type Row = readonly Cell[];

/** What a screen shows: rows of equally many cells, and the cursor's place unless it is hidden. */
export interface CellGrid {
  readonly rows: readonly Row[];
  readonly columns: number;
  readonly cursor: Place | undefined;
}

export const blankCell: Cell = { text: ' ', style: plainStyle, isDoubtful: false };

export const isBlank = (cell: Cell): boolean => cell.text === ' ' && cell.style === plainStyle;

export const blankGrid = (columns: number, rows: number): CellGrid => ({
  columns,
  rows: blankRows(columns, rows),
  cursor: undefined,
});

/** Rows are never changed, so they may be one. */
export const blankRows = (columns: number, rows: number): readonly Row[] =>
  new Array<Row>(rows).fill(blankRow(columns));

let lastBlank: Row = [];

export function blankRow(columns: number): Row {
  if (lastBlank.length !== columns) lastBlank = new Array<Cell>(columns).fill(blankCell);
  return lastBlank;
}

const inkEnds = new WeakMap<Row, number>();

/** Columns up to the last one that is not blank. */
export function inkEnd(row: Row): number {
  const known = inkEnds.get(row);
  if (known !== undefined) return known;
  const end = row.findLastIndex((cell) => !isBlank(cell)) + 1;
  inkEnds.set(row, end);
  return end;
}

export const same = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a === b || (a?.text === b?.text && a?.style === b?.style);

const sequence =
  /\u001b\[([\d;:]*)m|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b\[[0-?]*[ -/]*[@-~]?|\u001b/gu;

/** Letters and signs whose width no terminal doubts: our cheap glyphs and East Asian text. */
const certain =
  /^[\u0020-\u02ff\u0370-\u052f\u2010-\u203b\u203d-\u2048\u2190-\u2193\u21b3\u2500-\u25fc\u2713\u2717\u3001-\u3029\u3041-\u3096\u30a1-\u30fe\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]$/u;

/** Text whose every UTF-16 unit is such a letter of one cell; most text is. */
const plain =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2193\u2500-\u25fc\u2713\u2717]*$/u;

interface ReadRow {
  readonly row: Row;
  /** Where the terminal's cursor shall stand in it. */
  readonly cursor: number | undefined;
}

/** Rows by their lines, so that lines that stay are the same rows and need not be read or compared again. */
export type KnownRows = Map<string, ReadRow>;

/**
 * Reads a frame of lines with SGR sequences into cells; what does not fit the screen is cut off. `known` holds the rows
 * of the frame before and then those of this one, both of as many columns and with or without colour.
 */
export function readGrid(
  frame: string,
  columns: number,
  rows: number,
  colour = true,
  known: KnownRows = new Map(),
): CellGrid {
  const reader = new StyleReader(colour);
  const before = new Map(known);
  known.clear();
  let cursor: Place | undefined;
  const lines = frame.split('\n').slice(0, rows);
  const drawn = lines.map((line, row) => {
    const wasPlain = reader.style === plainStyle;
    const read = (wasPlain && before.get(line)) || readRow(line, columns, reader);
    if (wasPlain && reader.style === plainStyle) known.set(line, read);
    if (read.cursor !== undefined) cursor = { row, column: read.cursor };
    return read.row;
  });
  return { rows: [...drawn, ...blankRows(columns, rows - drawn.length)], columns, cursor };
}

function readRow(line: string, columns: number, reader: StyleReader): ReadRow {
  const row: Cell[] = [];
  let from = 0;
  for (const found of line.matchAll(sequence)) {
    addText(row, line.slice(from, found.index), columns, reader.style);
    if (found[1] !== undefined) reader.apply(found[1]);
    from = found.index + found[0].length;
  }
  addText(row, line.slice(from), columns, reader.style);
  if (row.every(isBlank)) return { row: blankRow(columns), cursor: undefined };
  fillWithBlanks(row, columns);
  const cursor = row.findIndex((cell) => marksCursor(cell.style));
  if (cursor < 0) return { row, cursor: undefined };
  return { row: row.map((cell) => ({ ...cell, style: withoutCursor(cell.style) })), cursor };
}

function addText(row: Cell[], text: string, columns: number, style: CellStyle): void {
  if (text === '') return;
  const blank = style === plainStyle ? blankCell : { ...blankCell, style: styleOfBlank(style) };
  if (plain.test(text)) {
    const end = Math.min(text.length, columns - row.length);
    for (let i = 0; i < end; i += 1) {
      const letter = text.charAt(i);
      row.push(letter === ' ' ? blank : { text: letter, style, isDoubtful: false });
    }
    return;
  }
  for (const grapheme of graphemes(text)) {
    const width = displayWidth(grapheme);
    if (width === 0) continue;
    if (row.length + width > columns) {
      fillWithBlanks(row, columns);
      return;
    }
    if (grapheme === ' ') row.push(blank);
    else row.push({ text: grapheme, style, isDoubtful: !certain.test(grapheme) });
    for (let i = 1; i < width; i += 1) row.push({ text: '', style, isDoubtful: false });
  }
}

function fillWithBlanks(row: Cell[], columns: number): void {
  while (row.length < columns) row.push(blankCell);
}
