/** Rows that a key scrolls a text by; a page is eight, so that some of the last one stays in view. */
export const scrollBy = (key: string): number =>
  ({ up: -1, k: -1, down: 1, j: 1, pageup: -8, pagedown: 8, space: 8 })[key] ?? 0;
