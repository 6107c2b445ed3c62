import { Buffer } from 'node:buffer';
import { blankCell, blankGrid, type Cell, type CellGrid, isBlank, type Place } from './cell-grid.ts';
import { plainStyle } from './cell-style.ts';
import { type Erasure, Pen } from './pen.ts';

/** Unchanged cells between two changed ones that are cheaper to write again than to jump over. */
const cheapGap = 3;
/** `CSI K` takes three bytes. */
const cheapBlanks = 3;
/** A move to the place and `CSI n @` take so many bytes or more. */
const worthShifting = 9;

/** What a frame takes on the terminal, and where the terminal's own cursor is left; `undefined` when unsure. */
export interface Drawing {
  readonly bytes: string;
  readonly at: Place | undefined;
}

type Row = readonly Cell[];

/**
 * The bytes that turn a screen showing `before` into one showing `after`. Without `before` nothing is known of the
 * screen and every cell is drawn. Both grids have the same size. The pen is left in the plain style.
 */
export function drawDifference(
  before: CellGrid | undefined,
  after: CellGrid,
  at: Place | undefined,
): Drawing {
  const byRows = drawRows(before, after, at, undefined);
  const isEmptied = (row: Row, y: number): boolean => isEmpty(row) && !isEmpty(before?.rows[y] ?? row);
  const from = after.rows.findIndex(isEmptied);
  if (before === undefined || from < 0) return byRows;
  const ends = [after.rows.length, after.rows.findLastIndex(isEmptied) + 1];
  const ways = [byRows, ...ends.map((end) => drawRows(before, after, at, { from, end }))];
  const costs = ways.map(({ bytes }) => Buffer.byteLength(bytes));
  return ways[costs.indexOf(Math.min(...costs))] ?? byRows;
}

function drawRows(
  before: CellGrid | undefined,
  after: CellGrid,
  at: Place | undefined,
  erasure: Erasure | undefined,
): Drawing {
  const pen = new Pen(after.columns, at);
  const erased = blankGrid(after.columns, 1).rows[0];
  const isErased = (y: number): boolean => erasure !== undefined && y >= erasure.from && y < erasure.end;
  for (const [y, row] of after.rows.entries()) {
    if (erasure !== undefined && y === erasure.from) {
      if (erasure.end === after.rows.length) pen.eraseBelow(y);
      else pen.eraseRows(erasure);
    }
    drawRow(pen, isErased(y) ? erased : before?.rows[y], row, y);
  }
  if (!before) pen.eraseBelow(after.rows.length);
  if (after.cursor) pen.move(after.cursor.row, after.cursor.column);
  pen.restyle(plainStyle);
  return { bytes: pen.bytes, at: pen.at };
}

const isEmpty = (row: Row): boolean => inkEnd(row) === 0;

/** The row's end is moved along where that takes less than writing it anew; the last line often shifts as a whole. */
function drawRow(pen: Pen, before: Row | undefined, after: Row, y: number): void {
  if (before === after) return;
  const anew = pen.fork();
  drawCells(anew, before, after, y);
  const shift = anew.bytes.length > worthShifting && before ? shiftOf(before, after) : undefined;
  const shifted = pen.fork();
  if (shift !== undefined) {
    shifted.shift(y, shift.at, shift.by);
    drawCells(shifted, shift.row, after, y);
  }
  pen.join(shift !== undefined && shifted.bytes.length < anew.bytes.length ? shifted : anew);
}

/** Where cells must be inserted or deleted so that both rows end alike, and the row that this gives. */
function shiftOf(before: Row, after: Row) {
  const [old, end] = [inkEnd(before), inkEnd(after)];
  const by = end - old;
  let alike = 0;
  while (alike < old && alike < end && isAlike(before[old - 1 - alike], after[end - 1 - alike])) alike += 1;
  const at = Math.min(old, end) - alike;
  if (by === 0 || alike <= worthShifting || before[at]?.text === '') return undefined;
  const blanks = Array.from({ length: Math.abs(by) }, () => blankCell);
  const head = before.slice(0, at);
  const row =
    by > 0
      ? [...head, ...blanks, ...before.slice(at, before.length - by)]
      : [...head, ...before.slice(at - by), ...blanks];
  return { at, by, row };
}

/** Only what every terminal takes for one cell is moved. */
const isAlike = (a: Cell | undefined, b: Cell | undefined): boolean =>
  same(a, b) && a?.text.length === 1 && !a.isDoubtful;

function drawCells(pen: Pen, before: Row | undefined, after: Row, y: number): void {
  const end = inkEnd(after);
  let x = 0;
  while (x < end) {
    if (same(before?.[x], after[x])) x += 1;
    else {
      pen.move(y, x);
      x = drawRun(pen, before, after.slice(0, end), x);
    }
  }
  const old = before ? inkEnd(before) : after.length;
  if (old > end) eraseTail(pen, y, end, old);
}

/** Draws from `x` to where the rows agree for longer than a jump would cost; tells where it stopped. */
function drawRun(pen: Pen, before: Row | undefined, after: Row, start: number): number {
  let x = start;
  while (x < after.length && pen.at) {
    const next = nextChange(before, after, x);
    if (next > x && !isCheap(after, x, next, pen)) return x;
    const cell = after[x] ?? blankCell;
    const from = x;
    x += 1;
    while (x < after.length && after[x]?.text === '') x += 1;
    pen.write(cell, x - from);
  }
  return x;
}

function nextChange(before: Row | undefined, after: Row, from: number): number {
  let x = from;
  while (x < after.length && x <= from + cheapGap && same(before?.[x], after[x])) x += 1;
  return x;
}

/** Whether unchanged cells are better written again than jumped over. */
const isCheap = (row: Row, from: number, to: number, pen: Pen): boolean =>
  to < row.length &&
  to - from <= cheapGap &&
  row.slice(from, to).every((cell) => pen.suits(cell) && !cell.isDoubtful && cell.text.length === 1);

function eraseTail(pen: Pen, y: number, from: number, to: number): void {
  pen.move(y, from);
  pen.restyle(plainStyle);
  if (to - from > cheapBlanks) pen.bytes += '\u001b[K';
  else for (let x = from; x < to; x += 1) pen.write(blankCell, 1);
}

function inkEnd(row: Row): number {
  let end = row.length;
  for (let cell = row[end - 1]; cell && isBlank(cell); cell = row[end - 1]) end -= 1;
  return end;
}

const same = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a === b || (a?.text === b?.text && a?.style === b?.style);
