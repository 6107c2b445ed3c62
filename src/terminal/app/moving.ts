import type { AppEvent } from './app.ts';

/** Rows that a key moves a selection by in a list. */
export const moveBy = (key: string): number =>
  ({ up: -1, k: -1, down: 1, j: 1, pageup: -8, pagedown: 8 })[key] ?? 0;

/** A key that scrolls a text, by a row or by what the window shows. */
export const scrollEvent = (key: string): AppEvent => {
  const isUp = key === 'up' || key === 'k' || key === 'pageup';
  const isPage = key.startsWith('page') || key === 'space';
  return { kind: 'scroll', by: isUp ? -1 : 1, unit: isPage ? 'page' : 'row' };
};
