/** The text of an ATX heading without its marks. */
export function headingText(line: string): string {
  const inner = line.replace(/^ {0,3}#{1,6}/u, '').trim();
  let end = inner.length;
  while (end > 0 && inner[end - 1] === '#') end--;
  const closed = end < inner.length && (end === 0 || inner[end - 1] === ' ' || inner[end - 1] === '\t');
  return closed ? inner.slice(0, end).trimEnd() : inner;
}

/** An ATX heading; one whose text ends in marks of its own is closed. */
export function formatHeading(level: 1 | 2, text: string): string {
  return `${'#'.repeat(level)} ${text}${/(?:^|[ \t])#+$/u.test(text) ? ' #' : ''}`;
}
