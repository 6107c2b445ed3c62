import { Buffer } from 'node:buffer';
import { blankRows, type Row } from './cell-grid.ts';
import type { CellStyle } from './cell-style.ts';
import { inkEnd, same, shift } from './draw-row.ts';

/** So many rows are deleted at one place, and then as many empty ones inserted at a place; the rest stays where it is. */
export interface RowMove {
  readonly deleteAt: number;
  readonly insertAt: number;
  readonly count: number;
}

/** What the sequences of a move and the ways to their places take, about. */
const moveCost = 16;
/** What a way to a changed place takes, about. */
const placeCost = 6;
const styleCost = 4;
/** What moving the end of a row along takes, about. */
const shiftCost = 10;
/** What a row may cost that is still taken for the one that it was. */
const smallChange = 24;
/** Of fewer changed rows none has moved. */
const worthMoves = 3;
/** Enough for any change of a screen; each search takes time. */
const mostMoves = 6;

/** Moves of rows that leave less to draw: of what is found again elsewhere, or of what goes. */
export function planMoves(before: readonly Row[], after: readonly Row[]): RowMove[] {
  const moves: RowMove[] = [];
  if (after.filter((row, y) => row !== before[y]).length < worthMoves) return moves;
  // On an empty screen there is nothing to move.
  if (before.every((row) => inkEnd(row) === 0)) return moves;
  const costs = new Costs();
  let rows = before;
  while (moves.length < mostMoves) {
    const whole = costs.of(rows, after);
    let best: { move: RowMove; gain: number } | undefined;
    for (const move of [...blocks(rows, after, costs), ...erasures(rows, after)]) {
      const gain = whole - costs.of(moved(rows, move), after) - moveCost;
      if (gain > (best?.gain ?? 0)) best = { move, gain };
    }
    if (best === undefined) break;
    moves.push(best.move);
    rows = moved(rows, best.move);
  }
  return moves;
}

/** The rows of the screen after a move. */
export function moved(rows: readonly Row[], { deleteAt, insertAt, count }: RowMove): readonly Row[] {
  const kept = rows.toSpliced(deleteAt, count);
  return kept.toSpliced(insertAt, 0, ...blankRows(rows[0]?.length ?? 0, count));
}

/** The uppermost row that a move changes. */
export const topOf = ({ deleteAt, insertAt }: RowMove): number => Math.min(deleteAt, insertAt);

/** Rows that stand together on the screen and shall stand together elsewhere, but for small changes. */
function blocks(before: readonly Row[], after: readonly Row[], costs: Costs): RowMove[] {
  const isAgain = (from: number, to: number): boolean => {
    const [old, row] = [before[from], after[to]];
    return old !== undefined && row !== undefined && costs.ofRow(old, row) <= smallChange;
  };
  const isWorthMoving = (row: Row, y: number): boolean =>
    inkEnd(row) > moveCost && costs.ofRow(before[y] ?? row, after[y] ?? row) > smallChange;
  return after.flatMap((row, to) =>
    !isWorthMoving(row, to)
      ? []
      : before.flatMap((old, from) => {
          if (!isWorthMoving(old, from) || !isAgain(from, to) || isAgain(from - 1, to - 1)) return [];
          let count = 1;
          while (isAgain(from + count, to + count)) count += 1;
          const by = to - from;
          return by > 0
            ? { deleteAt: from + count, insertAt: from, count: by }
            : { deleteAt: to, insertAt: to + count, count: -by };
        }),
  );
}

/** From a row that shall be empty to another, or to the last. */
function erasures(before: readonly Row[], after: readonly Row[]): RowMove[] {
  const goes = after.flatMap((row, y) => (inkEnd(row) === 0 && inkEnd(before[y] ?? row) > 0 ? [y] : []));
  const firsts = goes.filter((y) => !goes.includes(y - 1));
  const ends = [...goes.filter((y) => !goes.includes(y + 1)).map((y) => y + 1), after.length];
  return firsts.flatMap((from) =>
    ends.filter((end) => end > from).map((end) => ({ deleteAt: from, insertAt: from, count: end - from })),
  );
}

/** What it takes to draw rows over others, about; each pair is looked at once. */
class Costs {
  private readonly known = new Map<Row, Map<Row, number>>();

  of(before: readonly Row[], after: readonly Row[]): number {
    return after.reduce((sum, row, y) => sum + this.ofRow(before[y] ?? row, row), 0);
  }

  ofRow(before: Row, after: Row): number {
    if (before === after) return 0;
    const known = this.known.get(after) ?? new Map<Row, number>();
    this.known.set(after, known);
    const cost = known.get(before) ?? drawingCost(before, after);
    known.set(before, cost);
    return cost;
  }
}

function drawingCost(before: Row, after: Row): number {
  const cost = changeCost(before, after);
  const end = cost > moveCost ? shift(before, after) : undefined;
  return end === undefined ? cost : Math.min(cost, shiftCost + changeCost(end.left, after));
}

function changeCost(before: Row, after: Row): number {
  const end = inkEnd(after);
  let cost = inkEnd(before) > end ? placeCost : 0;
  let isDrawing = false;
  let style: CellStyle | undefined;
  for (let x = 0; x < end; x += 1) {
    const cell = after[x];
    const isSame = same(before[x], cell);
    if (!isSame && cell !== undefined) {
      cost +=
        Buffer.byteLength(cell.text) + (isDrawing ? 0 : placeCost) + (cell.style === style ? 0 : styleCost);
      style = cell.style;
    }
    isDrawing = !isSame;
  }
  return cost;
}
