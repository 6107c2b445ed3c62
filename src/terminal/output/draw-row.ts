import type { Shift } from './alignment.ts';
import { blankCell, inkEnd, isBlank, type Row, same } from './cell-grid.ts';
import { cellShifts, shifted } from './cell-shifts.ts';
import { type CellStyle, styleOfBlank } from './cell-style.ts';
import { cost, type Pen, type WayOver } from './pen.ts';
import { Shifting } from './shifting.ts';

/** `CSI K` takes three bytes. */
const cheapBlanks = 3;
/** A move to the place and `CSI K`, or `CSI n @`, take so many bytes or more. */
const worthStroke = 9;

/** Turns a row of the screen into another by whichever way takes the fewest bytes. */
export function drawRow(pen: Pen, before: Row, after: Row, y: number): void {
  if (before === after) return;
  const ways = waysFrom(before, after, y, pen.fork());
  if (ways.every(({ bytes }) => bytes.length > worthStroke)) {
    const from = worthErasing(before, after);
    if (from !== undefined) {
      const begun = pen.fork();
      begun.eraseRest(y, from);
      const left = before.map((cell, x) => (x < from ? cell : blankCell));
      ways.push(...waysFrom(left, after, y, begun));
    }
    const shifts = cellShifts(before, after);
    if (shifts.length > 0) ways.push(...waysFrom(before, after, y, pen.fork(), shifts));
  }
  pen.join(ways.reduce((best, way) => (cost(way.bytes) < cost(best.bytes) ? way : best)));
}

/** From left to right, or one style after another: where two styles take turns, jumps are cheaper than changes. */
function waysFrom(before: Row, after: Row, y: number, begun: Pen, shifts: readonly Shift[] = []): Pen[] {
  const start = shifted(before, shifts, blankCell);
  const changes = new Changes(start, after);
  const orders = [changes.columns, changes.columnsByStyle(begun.style)].filter(
    (order) => order !== undefined,
  );
  const [old, end] = [inkEnd(start), inkEnd(after)];
  const room = before.length - inkEnd(before);
  return orders.map((order) => {
    const pen = begun.fork(begun.bytes);
    const drawing = new RowDrawing(pen, after, y, changes, new Shifting(shifts, room));
    for (const x of order) drawing.draw(x);
    drawing.shiftUpTo(after.length);
    if (old > end) drawing.erase(end, old);
    return pen;
  });
}

/** Where two rows differ, up to the end of the second one's ink. */
class Changes {
  readonly columns: number[] = [];
  readonly isChanged: Uint8Array;
  private readonly after: Row;

  constructor(before: Row, after: Row) {
    this.after = after;
    this.isChanged = new Uint8Array(after.length);
    const end = inkEnd(after);
    for (let x = 0; x < end; x += 1) {
      if (same(before[x], after[x])) continue;
      this.columns.push(x);
      this.isChanged[x] = 1;
    }
  }

  /** The pen's own style comes first. Undefined where no style comes back after another. */
  columnsByStyle(first: CellStyle | undefined): number[] | undefined {
    const layers = new Map<CellStyle, number[]>();
    let turns = 0;
    let last: CellStyle | undefined;
    for (const x of this.columns) {
      const { text, style, isDoubtful } = this.after[x] ?? blankCell;
      if (isDoubtful) return undefined;
      // A blank goes with what stands before it, where it looks the same.
      if (last === undefined || (style !== last && (text !== ' ' || styleOfBlank(last) !== style))) {
        last = style;
        turns += 1;
      }
      const layer = layers.get(last);
      if (layer === undefined) layers.set(last, [x]);
      else layer.push(x);
    }
    if (turns <= layers.size) return undefined;
    return [...layers].sort(([a], [b]) => Number(b === first) - Number(a === first)).flatMap(([, xs]) => xs);
  }
}

/** A row while it is drawn: some of its cells do not show yet what they shall. */
class RowDrawing {
  private readonly pen: Pen;
  private readonly after: Row;
  private readonly y: number;
  private readonly isPending: Uint8Array;
  private readonly shifting: Shifting;

  constructor(pen: Pen, after: Row, y: number, { isChanged }: Changes, shifting: Shifting) {
    this.pen = pen;
    this.shifting = shifting;
    this.after = after;
    this.y = y;
    this.isPending = isChanged.slice();
  }

  draw(x: number): void {
    const cell = this.after[x];
    if (cell === undefined || !this.isPending[x]) return;
    this.shiftUpTo(x);
    let end = x + 1;
    while (this.after[end]?.text === '') end += 1;
    this.pen.reach(this.y, x, cell, this.over);
    this.pen.write(cell, end - x);
    this.isPending.fill(0, x, end);
  }

  /** What is not shifted yet stands behind the pen's way, where nothing is drawn or written over before. */
  shiftUpTo(x: number): void {
    this.shifting.upTo(x, ({ at, by }, isAhead) => {
      this.pen.move(this.y, at, isAhead ? undefined : this.over);
      this.pen.shift(by);
    });
  }

  erase(from: number, to: number): void {
    this.pen.move(this.y, from, this.over);
    if (to - from > cheapBlanks) this.pen.eraseRest(this.y, from);
    else for (let x = from; x < to; x += 1) this.pen.write(blankCell, 1);
  }

  /** A pending cell may show anything until it is drawn. */
  private readonly over: WayOver = (from, to) => {
    let text = '';
    for (let x = from; x < to; x += 1) {
      const cell = this.after[x] ?? blankCell;
      const isNarrow = cell.text.length === 1 && !cell.isDoubtful && this.after[x + 1]?.text !== '';
      if (!isNarrow || !(this.isPending[x] || this.pen.suits(cell))) return undefined;
      text += this.isPending[x] ? ' ' : cell.text;
    }
    return text;
  };
}

/** From where the row shall have its most blanks in place of ink, though there is more to draw behind them. */
function worthErasing(before: Row, after: Row): number | undefined {
  const end = inkEnd(after);
  let best = { from: 0, ink: 0 };
  let run = best;
  for (let x = 0; x < end; x += 1) {
    if (!isBlank(after[x] ?? blankCell)) run = { from: x + 1, ink: 0 };
    else if (!isBlank(before[x] ?? blankCell)) run = { from: run.from, ink: run.ink + 1 };
    if (run.ink > best.ink) best = run;
  }
  const { from, ink } = best;
  return ink <= worthStroke || before[from]?.text === '' ? undefined : from;
}
