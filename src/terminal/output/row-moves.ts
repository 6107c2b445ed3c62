import { alignment, type Shift } from './alignment.ts';
import { blankCell, inkEnd, type Row, same } from './cell-grid.ts';
import { shifted, tailShift } from './cell-shifts.ts';
import type { CellStyle } from './cell-style.ts';
import { cost } from './pen.ts';

/** What the way to a changed place takes, about. */
const placeCost = 6;
const styleCost = 4;
/** What inserting or deleting rows takes, with the way there, about. */
const moveCost = 12;
/** What moving the end of a row along takes, about. */
const shiftCost = 10;
/** Of fewer changed rows none has moved. */
const worthMoves = 3;

/** Rows to insert and to delete, from top to bottom, after which the least is to be drawn. */
export function planMoves(before: readonly Row[], after: readonly Row[]): readonly Shift[] {
  const changed = after.flatMap((row, y) => (row === before[y] ? [] : [y]));
  const [first, last] = [changed[0], changed.at(-1)];
  if (first === undefined || last === undefined || changed.length < worthMoves) return [];
  const [old, fresh] = [before.slice(first, last + 1), after.slice(first, last + 1)];
  const ends = old.map(inkEnd);
  // On an empty screen there is nothing to move.
  if (ends.every((end) => end === 0)) return [];
  const anew = fresh.map((row) => changeCost([], 0, row, inkEnd(row)));
  const write = (to: number) => anew[to] ?? 0;
  return alignment({
    before: old.length,
    after: fresh.length,
    change: (from, to) => {
      const [row, end] = [old[from] ?? [], ends[from] ?? 0];
      return end === 0 ? write(to) : drawingCost(row, end, fresh[to] ?? row);
    },
    write,
    shift: moveCost,
    jump: 0,
  }).map(({ at, by }) => ({ at: first + at, by }));
}

/** What it takes to draw a row over another with some ink, about. */
function drawingCost(before: Row, old: number, after: Row): number {
  if (before === after) return 0;
  const end = inkEnd(after);
  if (end === 0) return placeCost;
  const whole = changeCost(before, old, after, end);
  const shift = whole > shiftCost + placeCost ? tailShift(before, after) : undefined;
  if (shift === undefined) return whole;
  return Math.min(whole, shiftCost + changeCost(shifted(before, [shift], blankCell), end, after, end));
}

/** Both rows with the ends of their ink. */
function changeCost(before: Row, old: number, after: Row, end: number): number {
  let sum = old > end ? placeCost : 0;
  let isDrawing = false;
  let style: CellStyle | undefined;
  for (let x = 0; x < end; x += 1) {
    const cell = after[x] ?? blankCell;
    const isSame = same(before[x] ?? blankCell, cell);
    if (!isSame) {
      sum += cost(cell.text) + (isDrawing ? 0 : placeCost) + (cell.style === style ? 0 : styleCost);
      style = cell.style;
    }
    isDrawing = !isSame;
  }
  return sum;
}
