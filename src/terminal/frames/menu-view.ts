import type { StyledLine } from '../../core/text/styled-line.ts';
import { type Frame, scrollSign, stillFrame } from '../output/layout.ts';
import type { Look } from '../output/look.ts';
import { listWindow } from './list-window.ts';

/** A list to choose from, between what stands above and below it. */
export interface MenuView {
  readonly top: readonly StyledLine[];
  readonly bottom: readonly StyledLine[];
  readonly list: MenuList;
}

export interface MenuList {
  readonly length: number;
  /** The row that Enter takes. */
  readonly cursor: number;
  readonly row: (index: number, isCursor: boolean) => StyledLine;
}

/** Rows of the window that are left to the list. */
export const roomOf = ({ top, bottom }: Omit<MenuView, 'list'>, { size }: Look): number =>
  Math.max(1, size.rows - 1 - top.length - bottom.length);

/** What of the list is in the window; under it, how much is not. */
export function visibleRows({ length, cursor }: MenuList, room: number, look: Look) {
  const { first, count, hasSign } = listWindow(length, cursor, room);
  const sign = hasSign ? [scrollSign(first, length - first - count, look)] : [];
  return { first, count, sign };
}

/** The menu with its list as it stands, as Ink draws it. */
export function menuFrame(menu: MenuView, look: Look): Frame {
  const room = roomOf(menu, look);
  const { list } = menu;
  const { first, count, sign } = visibleRows(list, room, look);
  const rows = Array.from({ length: count }, (_, i) => list.row(first + i, first + i === list.cursor));
  return betweenLines(menu, [...rows, ...sign], look);
}

/** Lines in the place of a list. */
export function betweenLines(
  { top, bottom }: Omit<MenuView, 'list'>,
  lines: readonly StyledLine[],
  look: Look,
): Frame {
  const room = roomOf({ top, bottom }, look);
  const blanks = Array.from({ length: Math.max(0, room - lines.length) }, (): StyledLine => []);
  return stillFrame([...top, ...lines.slice(0, room), ...blanks, ...bottom]);
}
