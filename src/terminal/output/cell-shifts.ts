import { Buffer } from 'node:buffer';
import { alignment, type Shift } from './alignment.ts';
import { type Cell, inkEnd, type Row, same } from './cell-grid.ts';

/** More cells than these must go along to the end of the row. */
const worthShift = 9;
/** In longer parts of a row, looking for more than one shift takes too much time. */
const longest = 64;

/** The shift that lets two rows end alike, as lines of keys do. */
export function tailShift(before: Row, after: Row): Shift | undefined {
  const [old, end] = [inkEnd(before), inkEnd(after)];
  let alike = 0;
  while (alike < old && alike < end && isAlike(before[old - 1 - alike], after[end - 1 - alike])) alike += 1;
  const at = Math.min(old, end) - alike;
  const by = end - old;
  const isWithinWide = before[at]?.text === '' || after[at]?.text === '';
  return by === 0 || alike <= worthShift || isWithinWide ? undefined : { at, by };
}

/** Shifts of cells, from left to right, after which the least is to be written in a row whose end goes along. */
export function cellShifts(before: Row, after: Row): readonly Shift[] {
  const tail = tailShift(before, after);
  if (tail === undefined) return [];
  const { at, by } = tail;
  let start = 0;
  while (start < at && isAlike(before[start], after[start])) start += 1;
  const old = before.slice(start, at + Math.max(0, -by));
  const fresh = after.slice(start, at + Math.max(0, by));
  if (Math.max(old.length, fresh.length) > longest || ![...old, ...fresh].every(isNarrow)) return [tail];
  const bytes = fresh.map(({ text }) => Buffer.byteLength(text));
  const write = (to: number) => bytes[to] ?? 0;
  return alignment({
    before: old.length,
    after: fresh.length,
    change: (from, to) => (same(old[from], fresh[to]) ? 0 : write(to)),
    write,
    shift: 4,
    jump: 4,
  }).map((shift) => ({ ...shift, at: start + shift.at }));
}

/** Rows or cells after these shifts, with empty ones where some were inserted or fell away. */
export function shifted<T>(places: readonly T[], shifts: readonly Shift[], empty: T): readonly T[] {
  if (shifts.length === 0) return places;
  const list = [...places];
  for (const { at, by } of shifts) {
    const fresh = new Array<T>(Math.abs(by)).fill(empty);
    if (by > 0) list.splice(at, 0, ...fresh);
    else {
      list.splice(at, -by);
      list.push(...fresh);
    }
  }
  list.length = places.length;
  return list;
}

/** Only what every terminal takes for one cell is moved. */
const isAlike = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a !== undefined && same(a, b) && isNarrow(a);

const isNarrow = ({ text, isDoubtful }: Cell): boolean => text.length === 1 && !isDoubtful;
