import { blankCell, type Cell, isBlank, type Row } from './cell-grid.ts';
import { type CellStyle, styleOfBlank } from './cell-style.ts';
import { cost, type Pen, type WayOver } from './pen.ts';

/** `CSI K` takes three bytes. */
const cheapBlanks = 3;
/** A move to the place and `CSI K`, or `CSI n @`, take so many bytes or more. */
const worthStroke = 9;

/** One stroke of the pen, and the row that it leaves, nearer to what the row shall be. */
interface Stroke {
  readonly draw: (pen: Pen, y: number) => void;
  readonly left: Row;
}

/** Turns a row of the screen into another by whichever way takes the fewest bytes. */
export function drawRow(pen: Pen, before: Row, after: Row, y: number): void {
  if (before === after) return;
  const ways = waysFrom(before, after, y, pen.fork());
  if (ways.every(({ bytes }) => bytes.length > worthStroke)) {
    for (const stroke of [erasure(before, after), shift(before, after)]) {
      if (stroke === undefined) continue;
      const begun = pen.fork();
      stroke.draw(begun, y);
      ways.push(...waysFrom(stroke.left, after, y, begun));
    }
  }
  pen.join(ways.reduce((best, way) => (cost(way.bytes) < cost(best.bytes) ? way : best)));
}

/** From left to right, or one style after another: where two styles take turns, jumps are cheaper than changes. */
function waysFrom(before: Row, after: Row, y: number, begun: Pen): Pen[] {
  const changes = new Changes(before, after);
  const orders = [changes.columns, changes.columnsByStyle(begun.style)].filter(
    (order) => order !== undefined,
  );
  const [old, end] = [inkEnd(before), inkEnd(after)];
  return orders.map((order) => {
    const pen = begun.fork(begun.bytes);
    const drawing = new RowDrawing(pen, after, y, changes);
    for (const x of order) drawing.draw(x);
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

  constructor(pen: Pen, after: Row, y: number, { isChanged }: Changes) {
    this.pen = pen;
    this.after = after;
    this.y = y;
    this.isPending = isChanged.slice();
  }

  draw(x: number): void {
    const cell = this.after[x];
    if (cell === undefined || !this.isPending[x]) return;
    let end = x + 1;
    while (this.after[end]?.text === '') end += 1;
    this.pen.move(this.y, x, this.over);
    this.pen.write(cell, end - x);
    this.isPending.fill(0, x, end);
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

/** Erases from where the row shall have its most blanks in place of ink, though there is more to draw behind them. */
function erasure(before: Row, after: Row): Stroke | undefined {
  const end = inkEnd(after);
  let best = { from: 0, ink: 0 };
  let run = best;
  for (let x = 0; x < end; x += 1) {
    if (!isBlank(after[x] ?? blankCell)) run = { from: x + 1, ink: 0 };
    else if (!isBlank(before[x] ?? blankCell)) run = { from: run.from, ink: run.ink + 1 };
    if (run.ink > best.ink) best = run;
  }
  const { from, ink } = best;
  if (ink <= worthStroke || before[from]?.text === '') return undefined;
  const left = before.map((cell, x) => (x < from ? cell : blankCell));
  return { draw: (pen, y) => pen.eraseRest(y, from), left };
}

/** Moves the row's end along by inserting or deleting cells, so that both end alike; the last line often shifts so. */
export function shift(before: Row, after: Row): Stroke | undefined {
  const [old, end] = [inkEnd(before), inkEnd(after)];
  const by = end - old;
  let alike = 0;
  while (alike < old && alike < end && isAlike(before[old - 1 - alike], after[end - 1 - alike])) alike += 1;
  const at = Math.min(old, end) - alike;
  if (by === 0 || alike <= worthStroke || before[at]?.text === '') return undefined;
  const blanks = Array.from({ length: Math.abs(by) }, () => blankCell);
  const head = before.slice(0, at);
  const left =
    by > 0
      ? [...head, ...blanks, ...before.slice(at, before.length - by)]
      : [...head, ...before.slice(at - by), ...blanks];
  return { draw: (pen, y) => pen.shift(y, at, by), left };
}

/** Only what every terminal takes for one cell is moved. */
const isAlike = (a: Cell | undefined, b: Cell | undefined): boolean =>
  same(a, b) && a?.text.length === 1 && !a.isDoubtful;

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
