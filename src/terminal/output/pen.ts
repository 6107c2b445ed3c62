import type { Cell, Place } from './cell-grid.ts';
import { type CellStyle, plainStyle, styleChange, styleOfBlank } from './cell-style.ts';

/** What the next character on the terminal meets: where it comes to stand and how it looks, as far as that is known. */
export interface PenState {
  readonly at: Place | undefined;
  readonly style: CellStyle | undefined;
}

export const unknownPen: PenState = { at: undefined, style: undefined };

/**
 * Text that leaves the cells of a row from one column up to another as they shall be, written instead of a jump over
 * them; `undefined` where there is none.
 */
export type WayOver = (from: number, to: number) => string | undefined;

/** Writes where it stands, and knows where that is unless a terminal may see it otherwise. */
export class Pen implements PenState {
  bytes = '';
  style: CellStyle | undefined;
  at: Place | undefined;
  private readonly columns: number;

  constructor(columns: number, { at, style }: PenState) {
    this.columns = columns;
    this.at = at;
    this.style = style;
  }

  write(cell: Cell, width: number): void {
    if (!this.suits(cell)) this.restyle(cell.style);
    const place = this.at;
    if (cell.isDoubtful && width > 1 && place) this.blankOut(place, width);
    this.bytes += cell.text;
    this.at = cell.isDoubtful ? undefined : this.after(place, width);
  }

  /** A blank needs no more of the pen than what shows on a blank. */
  suits({ text, style }: Cell): boolean {
    if (this.style === undefined) return false;
    return style === (text === ' ' ? styleOfBlank(this.style) : this.style);
  }

  move(row: number, column: number, over: WayOver = () => undefined): void {
    const { at } = this;
    if (at?.row === row && at.column === column) return;
    const ways = [absolute(row, column), ...(at ? relative(at, { row, column }, over) : [])];
    this.bytes += ways.reduce((best, way) => (cost(way) < cost(best) ? way : best));
    this.at = { row, column };
  }

  /** Inserts so many blanks before a cell, or deletes so many cells from it on. */
  shift(row: number, column: number, by: number): void {
    this.move(row, column);
    this.clear(sequence(Math.abs(by), by > 0 ? '@' : 'P'));
  }

  eraseRest(row: number, column: number): void {
    this.move(row, column);
    this.clear('\u001b[K');
  }

  eraseBelow(row: number): void {
    this.move(row, 0);
    this.clear('\u001b[J');
  }

  deleteRows(row: number, count: number): void {
    this.move(row, 0);
    this.clear(sequence(count, 'M'));
  }

  insertRows(row: number, count: number): void {
    this.move(row, 0);
    this.clear(sequence(count, 'L'));
  }

  /** Another pen at the same place, which has written this so far. */
  fork(bytes = ''): Pen {
    const pen = new Pen(this.columns, this);
    pen.bytes = bytes;
    return pen;
  }

  /** Goes on where a forked pen stands. */
  join({ bytes, style, at }: Pen): void {
    this.bytes += bytes;
    this.style = style;
    this.at = at;
  }

  /** New blanks take the pen's background, and in some terminals more of what shows on a blank. */
  private clear(bytes: string): void {
    if (this.style === undefined || styleOfBlank(this.style) !== plainStyle) this.restyle(plainStyle);
    this.bytes += bytes;
  }

  private restyle(style: CellStyle): void {
    this.bytes += styleChange(this.style, style);
    this.style = style;
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

/** Bytes on the line: Node's raw mode has the terminal's driver put a carriage return before each newline. */
export function cost(bytes: string): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const unit = bytes.charCodeAt(i);
    if (unit < 0x80) sum += unit === newline ? 2 : 1;
    else if (unit < 0x800 || isHalf(unit)) sum += 2;
    else sum += 3;
  }
  return sum;
}

const newline = 10;

/** One of the two UTF-16 units of a character of four bytes. */
const isHalf = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000;

function absolute(row: number, column: number): string {
  if (column > 0) return `\u001b[${row + 1};${column + 1}H`;
  return row > 0 ? `\u001b[${row + 1}H` : '\u001b[H';
}

const sequence = (count: number, letter: string): string => `\u001b[${count > 1 ? count : ''}${letter}`;

/** Ways that lean on where the pen stands; a newline scrolls nothing, for the last row is never drawn on. */
function relative(from: Place, to: Place, over: WayOver): string[] {
  const down = to.row - from.row;
  const right = to.column - from.column;
  const ways: (string | undefined)[] = [];
  if (right === 0) ways.push(sequence(Math.abs(down), down > 0 ? 'B' : 'A'));
  else if (down === 0 && right > 0) ways.push(...rightwards(from.column, to.column, over));
  else if (down === 0) ways.push(sequence(-right, 'D'), '\b'.repeat(-right));
  if (down === 0 || down === 1)
    ways.push(...fromStart(to.column, over).map((way) => (down ? '\r\n' : '\r') + way));
  return ways.filter((way) => way !== undefined);
}

const fromStart = (column: number, over: WayOver): string[] =>
  column === 0 ? [''] : rightwards(0, column, over);

/** By a sequence, or by writing what stands there where that may be shorter. */
function rightwards(from: number, to: number, over: WayOver): string[] {
  const jump = sequence(to - from, 'C');
  const text = to - from < jump.length ? over(from, to) : undefined;
  return text === undefined ? [jump] : [jump, text];
}
