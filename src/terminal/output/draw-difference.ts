import type { Shift } from './alignment.ts';
import { blankGrid, blankRow, type CellGrid } from './cell-grid.ts';
import { shifted } from './cell-shifts.ts';
import { drawRow } from './draw-row.ts';
import { Pen, type PenState } from './pen.ts';
import { planMoves } from './row-moves.ts';
import { Shifting } from './shifting.ts';

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
  const drawing = new Pen(after.columns, after.rows.length - 1, pen);
  if (before === undefined) {
    drawing.eraseBelow(0);
    return drawRows(drawing, blankGrid(after.columns, after.rows.length), after, []);
  }
  return drawRows(drawing, before, after, planMoves(before.rows, after.rows));
}

/** Rows are moved when the pen comes by, and not before, for then the way there is short. */
function drawRows(pen: Pen, before: CellGrid, after: CellGrid, moves: readonly Shift[]): Drawing {
  const rows = shifted(before.rows, moves, blankRow(before.columns));
  const moving = new Shifting(moves, 0);
  for (const [y, row] of after.rows.entries()) {
    moving.upTo(y, (move) => moveRows(pen, move, rows.length));
    drawRow(pen, rows[y] ?? row, row, y);
  }
  if (after.cursor) pen.move(after.cursor.row, after.cursor.column);
  return { bytes: pen.bytes, pen: { at: pen.at, style: pen.style, kept: pen.kept } };
}

/** The last rows are empty before others are inserted above them. */
function moveRows(pen: Pen, { at, by }: Shift, height: number): void {
  const reachesEnd = at + Math.abs(by) === height;
  if (by < 0 && reachesEnd) pen.eraseBelow(at);
  else if (by < 0) pen.deleteRows(at, -by);
  else if (!reachesEnd) pen.insertRows(at, by);
}
