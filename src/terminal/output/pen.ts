import type { Cell, Place } from './cell-grid.ts';
import { type CellStyle, plainStyle, styleChange, styleOfBlank } from './cell-style.ts';

/** Rows that are erased at once and then drawn anew. */
export interface Erasure {
  readonly from: number;
  readonly end: number;
}

/** Writes where it stands, and knows where that is unless a terminal may see it otherwise. */
export class Pen {
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

  /** Inserts so many blanks before a cell, or deletes so many cells from it on. */
  shift(row: number, column: number, by: number): void {
    this.move(row, column);
    this.restyle(plainStyle);
    this.bytes += sequence(Math.abs(by), by > 0 ? '@' : 'P');
  }

  /** Another pen at the same place, with nothing written. */
  fork(): Pen {
    const pen = new Pen(this.columns, this.at);
    pen.style = this.style;
    return pen;
  }

  /** Goes on where a forked pen stands. */
  join({ bytes, style, at }: Pen): void {
    this.bytes += bytes;
    this.style = style;
    this.at = at;
  }

  eraseBelow(row: number): void {
    this.move(row, 0);
    this.restyle(plainStyle);
    this.bytes += '\u001b[J';
  }

  /** Deletes rows and inserts as many empty ones: what stands below moves up and comes back. */
  eraseRows({ from, end }: Erasure): void {
    this.move(from, 0);
    this.restyle(plainStyle);
    this.bytes += sequence(end - from, 'M') + sequence(end - from, 'L');
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
