/** The rows of a list that fit, in a list of which one row must be seen. */
export interface ListWindow {
  readonly first: number;
  readonly count: number;
  /** A list that does not fit leaves its last row to the sign that says so. */
  readonly hasSign: boolean;
}

/** Scrolls by half the rows at once, so that most moves change two rows only. */
export function listWindow(length: number, cursor: number, room: number): ListWindow {
  if (length <= room) return { first: 0, count: length, hasSign: false };
  const hasSign = room > 1;
  const count = Math.max(1, room - Number(hasSign));
  const step = Math.max(1, Math.floor(count / 2));
  const hidden = cursor < count ? 0 : Math.ceil((cursor - count + 1) / step) * step;
  return { first: Math.min(hidden, length - count), count, hasSign };
}
