import { Buffer } from 'node:buffer';
import { blankCell, blankGrid, type Cell, type CellGrid, isBlank, type Place } from './cell-grid.ts';
import { type CellStyle, plainStyle, styleChange, styleOfBlank } from './cell-style.ts';

/** Unchanged cells between two changed ones that are cheaper to write again than to jump over. */
const cheapGap = 3;
/** `CSI K` takes three bytes. */
const cheapBlanks = 3;

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
  const emptied = before && after.rows.findIndex((row, y) => isEmpty(row) && !isEmpty(before.rows[y] ?? row));
  if (emptied === undefined || emptied < 0) return byRows;
  const atOnce = drawRows(before, after, at, emptied);
  return Buffer.byteLength(atOnce.bytes) < Buffer.byteLength(byRows.bytes) ? atOnce : byRows;
}

/** From the row `clear` on, everything is erased at once and then drawn anew. */
function drawRows(
  before: CellGrid | undefined,
  after: CellGrid,
  at: Place | undefined,
  clear: number | undefined,
): Drawing {
  const pen = new Pen(after.columns, at);
  const erased = blankGrid(after.columns, 1).rows[0];
  for (const [y, row] of after.rows.entries()) {
    if (y === clear) pen.eraseBelow(y);
    drawRow(pen, clear === undefined || y < clear ? before?.rows[y] : erased, row, y);
  }
  if (!before) pen.eraseBelow(after.rows.length);
  if (after.cursor) pen.move(after.cursor.row, after.cursor.column);
  pen.restyle(plainStyle);
  return { bytes: pen.bytes, at: pen.at };
}

const isEmpty = (row: Row): boolean => inkEnd(row) === 0;

function drawRow(pen: Pen, before: Row | undefined, after: Row, y: number): void {
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

/** Writes where it stands, and knows where that is unless a terminal may see it otherwise. */
class Pen {
  bytes = '';
  style: CellStyle = plainStyle;
  at: Place | undefined;
  private readonly columns: number;

  constructor(columns: number, at: Place | undefined) {
    this.columns = columns;
    this.at = at;
  }

  write(cell: Cell, width: number): void {
    if (!this.suits(cell)) this.restyle(cell.style);
    const place = this.at;
    if (cell.isDoubtful && width > 1 && place) this.blankOut(place, width);
    this.bytes += cell.text;
    this.at = cell.isDoubtful ? undefined : this.after(place, width);
  }

  /** A blank needs no more of the pen than what shows on a blank. */
  suits(cell: Cell): boolean {
    return cell.style === (cell.text === ' ' ? styleOfBlank(this.style) : this.style);
  }

  restyle(style: CellStyle): void {
    this.bytes += styleChange(this.style, style);
    this.style = style;
  }

  move(row: number, column: number): void {
    if (this.at?.row === row && this.at.column === column) return;
    const ways = [absolute(row, column), ...(this.at ? relative(this.at, { row, column }) : [])];
    this.bytes += ways.reduce((best, way) => (way.length < best.length ? way : best));
    this.at = { row, column };
  }

  eraseBelow(row: number): void {
    this.move(row, 0);
    this.restyle(plainStyle);
    this.bytes += '\u001b[J';
  }

  /** A terminal that takes the next character for narrow would leave what stood in its second cell. */
  private blankOut(place: Place, width: number): void {
    this.bytes += ' '.repeat(width);
    this.at = this.after(place, width);
    this.move(place.row, place.column);
  }

  /** Behind the last column a terminal waits with the line break, so nobody knows where it stands. */
  private after(place: Place | undefined, width: number): Place | undefined {
    const column = (place?.column ?? this.columns) + width;
    return place && column < this.columns ? { row: place.row, column } : undefined;
  }
}

function absolute(row: number, column: number): string {
  if (column > 0) return `\u001b[${row + 1};${column + 1}H`;
  return row > 0 ? `\u001b[${row + 1}H` : '\u001b[H';
}

const sequence = (count: number, letter: string): string => `\u001b[${count > 1 ? count : ''}${letter}`;

/** Ways that lean on where the pen stands; a newline scrolls nothing, for the last row is never drawn on. */
function relative(from: Place, to: Place): string[] {
  const down = to.row - from.row;
  const right = to.column - from.column;
  if (down === 0 && to.column === 0) return ['\r'];
  if (down === 0) return right > 0 ? [sequence(right, 'C')] : [sequence(-right, 'D'), '\b'.repeat(-right)];
  if (right === 0) return [sequence(Math.abs(down), down > 0 ? 'B' : 'A')];
  if (down !== 1) return [];
  return [to.column === 0 ? '\r\n' : `\r\n${sequence(to.column, 'C')}`];
}
