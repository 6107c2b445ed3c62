import type { Cell, Place } from './cell-grid.ts';
import { type CellStyle, plainStyle, styleChange, styleOfBlank } from './cell-style.ts';

/** What the next character on the terminal meets: where it comes to stand and how it looks, as far as that is known. */
export interface PenState {
  readonly at: Place | undefined;
  readonly style: CellStyle | undefined;
  /** What the terminal was told to keep, and goes back to at one word. */
  readonly kept: { readonly at: Place | undefined; readonly style: CellStyle | undefined } | undefined;
}

export const unknownPen: PenState = { at: undefined, style: undefined, kept: undefined };

/**
 * Text that leaves the cells of a row from one column up to another as they shall be, written instead of a jump over
 * them; `undefined` where there is none.
 */
export type WayOver = (from: number, to: number) => string | undefined;

/** The place and the style, in the terminal's own memory. */
const [keepPlace, goBack] = ['\u001b7', '\u001b8'];

/** Writes where it stands, and knows where that is unless a terminal may see it otherwise. */
export class Pen implements PenState {
  bytes = '';
  style: CellStyle | undefined;
  at: Place | undefined;
  kept: PenState['kept'];
  private readonly columns: number;
  private readonly bottom: number;

  constructor(columns: number, bottom: number, { at, style, kept }: PenState) {
    this.columns = columns;
    this.bottom = bottom;
    this.at = at;
    this.style = style;
    this.kept = kept;
  }

  write(cell: Cell, width: number): void {
    this.prepare(cell);
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
    const to = { row, column };
    const ways = at?.row === row ? along(at.column, column, over) : across(at, to, over);
    this.bytes += ways.reduce((best, way) => (cost(way) < cost(best) ? way : best));
    this.at = to;
  }

  /**
   * Goes where a cell is to be written. The line of keys stands in the bottom row and often changes at one place in one
   * style, so the terminal keeps where the pen came into it last.
   */
  reach(row: number, column: number, cell: Cell, over: WayOver): void {
    if (row !== this.bottom || this.at?.row === row) {
      this.move(row, column, over);
      return;
    }
    const direct = this.fork();
    direct.move(row, column, over);
    direct.prepare(cell);
    const back = this.fork();
    back.goBack();
    back.move(row, column);
    back.prepare(cell);
    // Where going back saves less than keeping a place takes, another is the better one to keep.
    const isBack = this.kept !== undefined && cost(back.bytes) + cost(keepPlace) < cost(direct.bytes);
    if (!isBack) direct.keep();
    this.join(isBack ? back : direct);
  }

  /** Inserts so many blanks where it stands, or deletes so many cells from there on. */
  shift(by: number): void {
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
    const pen = new Pen(this.columns, this.bottom, this);
    pen.bytes = bytes;
    return pen;
  }

  /** Goes on where a forked pen stands. */
  join({ bytes, style, at, kept }: Pen): void {
    this.bytes += bytes;
    this.style = style;
    this.at = at;
    this.kept = kept;
  }

  private prepare(cell: Cell): void {
    if (!this.suits(cell)) this.restyle(cell.style);
  }

  private keep(): void {
    this.bytes += keepPlace;
    this.kept = { at: this.at, style: this.style };
  }

  private goBack(): void {
    this.bytes += goBack;
    this.at = this.kept?.at;
    this.style = this.kept?.style;
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

/** Bytes on the line. */
export function cost(bytes: string): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const unit = bytes.charCodeAt(i);
    if (unit < 0x80) sum += 1;
    else if (unit < 0x800 || isHalf(unit)) sum += 2;
    else sum += 3;
  }
  return sum;
}

/** One of the two UTF-16 units of a character of four bytes. */
const isHalf = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000;

const sequence = (count: number, letter: string): string => `\u001b[${count > 1 ? count : ''}${letter}`;

/** Down or up a row, or to the start of the next: two bytes each, and as old as VT100. */
const [index, reverseIndex, nextLine] = ['\u001bD', '\u001bM', '\u001bE'];

/** Within a row. */
function along(from: number, to: number, over: WayOver): string[] {
  const ways = fromStart('\r', to, over);
  if (to > from) return [...rightwards(from, to, over), ...ways];
  return ['\b'.repeat(from - to), sequence(from - to, 'D'), ...ways];
}

/** To another row, from anywhere if need be. None scrolls, for the last row is never drawn on. */
function across(from: Place | undefined, to: Place, over: WayOver): string[] {
  const row = to.row > 0 ? to.row + 1 : '';
  const ways = fromStart(`\u001b[${row}H`, to.column, over);
  if (to.column > 0) ways.push(`\u001b[${row};${to.column + 1}H`);
  const down = from === undefined ? 0 : to.row - from.row;
  if (down > 0 && down <= mostLines) ways.push(...fromStart(nextLine.repeat(down), to.column, over));
  if (from?.column === to.column) {
    ways.push(sequence(Math.abs(down), down > 0 ? 'B' : 'A'));
    if (Math.abs(down) === 1) ways.push(down > 0 ? index : reverseIndex);
  }
  return ways;
}

/** Farther down, an absolute move is never longer. */
const mostLines = 2;

/** By a way to the start of the row. */
const fromStart = (start: string, column: number, over: WayOver): string[] =>
  column === 0 ? [start] : rightwards(0, column, over).map((way) => start + way);

/** By a sequence, or by writing what stands there where that may be shorter. */
function rightwards(from: number, to: number, over: WayOver): string[] {
  const jump = sequence(to - from, 'C');
  const text = to - from < jump.length ? over(from, to) : undefined;
  return text === undefined ? [jump] : [jump, text];
}
