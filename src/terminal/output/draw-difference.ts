import { blankGrid, type CellGrid } from './cell-grid.ts';
import { drawRow } from './draw-row.ts';
import { cost, Pen, type PenState } from './pen.ts';
import { moved, planMoves, type RowMove, topOf } from './row-moves.ts';

/** What a frame takes on the terminal, and how the pen is left. */
export interface Drawing {
  readonly bytes: string;
  readonly pen: PenState;
}

/**
 * The bytes that turn a screen showing `before` into one showing `after`. Without `before` nothing is known of the
 * screen, and it is erased first. Both grids have the same size.
 */
export function drawDifference(before: CellGrid | undefined, after: CellGrid, pen: PenState): Drawing {
  if (before === undefined) {
    const cleared = new Pen(after.columns, pen);
    cleared.eraseBelow(0);
    return drawRows(cleared, blankGrid(after.columns, after.rows.length), after, []);
  }
  const still = drawRows(new Pen(after.columns, pen), before, after, []);
  const moves = planMoves(before.rows, after.rows);
  if (moves.length === 0) return still;
  const moving = drawRows(new Pen(after.columns, pen), before, after, moves);
  return cost(moving.bytes) < cost(still.bytes) ? moving : still;
}

/** Rows are moved when the pen comes by, and not before, for then the way there is short. */
function drawRows(pen: Pen, before: CellGrid, after: CellGrid, moves: readonly RowMove[]): Drawing {
  const waiting = [...moves];
  let { rows } = before;
  for (const [y, row] of after.rows.entries()) {
    while (waiting.some((move) => topOf(move) <= y)) {
      const move = waiting.shift();
      if (move === undefined) break;
      moveRows(pen, move, rows.length);
      rows = moved(rows, move);
    }
    drawRow(pen, rows[y] ?? row, row, y);
  }
  if (after.cursor) pen.move(after.cursor.row, after.cursor.column);
  return { bytes: pen.bytes, pen: { at: pen.at, style: pen.style } };
}

function moveRows(pen: Pen, { deleteAt, insertAt, count }: RowMove, height: number): void {
  if (deleteAt === insertAt && deleteAt + count === height) pen.eraseBelow(deleteAt);
  else {
    pen.deleteRows(deleteAt, count);
    pen.insertRows(insertAt, count);
  }
}
