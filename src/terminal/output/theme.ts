import type { Style, StyledLine } from '../../core/text/styled-line.ts';
import { graphemes } from '../../core/text/width.ts';
import { cursorCell } from './cell-style.ts';

/** SGR parameters of each style: one accent, right and wrong, and otherwise weight alone. */
const sgr: Readonly<Record<Style, string>> = {
  strong: '1',
  emphasis: '3',
  code: '36',
  quote: '2',
  heading: '1',
  link: '4',
  keyword: '1;36',
  string: '32',
  comment: '2',
  number: '33',
  accent: '36',
  right: '32',
  wrong: '31',
  dim: '2',
  gap: '1;4;36',
};

/** A line as a terminal takes it. Our styling comes after cleaning, so the text holds no escape of its own. */
export function ansiLine(line: StyledLine): string {
  return line
    .map(({ text, style }) => {
      if (style === undefined || text === '') return text;
      return `\u001b[${style.map((one) => sgr[one]).join(';')}m${text}\u001b[0m`;
    })
    .join('');
}

/** Lines as a terminal takes them, with its cursor where something is being typed. */
export const ansiLines = (
  lines: readonly StyledLine[],
  cursor: { readonly row: number; readonly column: number } | undefined,
): readonly string[] =>
  lines.map((line, row) => (cursor?.row === row ? ansiLineWithCursor(line, cursor.column) : ansiLine(line)));

function ansiLineWithCursor(line: StyledLine, column: number): string {
  let at = 0;
  let isSet = false;
  const pieces = line.map(({ text, style }) => {
    const marked = graphemes(text).map((grapheme) => {
      const isHere = !isSet && at >= column;
      at += 1;
      if (!isHere) return grapheme;
      isSet = true;
      return cursorCell(grapheme);
    });
    return style === undefined
      ? marked.join('')
      : `\u001b[${style.map((one) => sgr[one]).join(';')}m${marked.join('')}\u001b[0m`;
  });
  if (isSet) return pieces.join('');
  return `${pieces.join('')}${' '.repeat(Math.max(0, column - at))}${cursorCell(' ')}`;
}
