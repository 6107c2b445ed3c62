import { sentence } from '../../text/sentence.ts';
import type { Raw } from '../../text/shown.ts';
import { clean, raw } from '../../text/shown.ts';
import { displayWidth } from '../../text/width.ts';
import { linesOf, scanLines } from '../scan-lines.ts';
import type { LineKind } from '../scan-state.ts';
import type { LintReport } from './lint-rules.ts';

/** Columns; what two versions of a file can show side by side. */
export const longestLine = 100;

/** Kinds of lines that an author can break anywhere. */
const breakable: ReadonlySet<LineKind> = new Set(['text', 'quote', 'item', 'item-line', 'comment']);

/** Checks the lines of a deck file as they stand; `from` is the first line below the front matter, 0-based. */
export function lintLines(text: Raw, from: number, report: LintReport): void {
  const lines = linesOf(text);
  const { kinds } = scanLines(lines, Math.min(from, lines.length));
  lines.forEach((line, i) => {
    lintTrailing(line, kinds[i], i + 1, report);
    if (line.length > longestLine / 2 && (i < from || breakable.has(kinds[i] ?? 'blank')))
      lintLength(line, i + 1, report);
  });
}

/** Two blanks at the end of running text are a line break, in words that nobody sees. */
function lintTrailing(line: string, kind: LineKind | undefined, number: number, report: LintReport): void {
  const end = line.trimEnd().length;
  if (end === line.length || kind === 'fence-line' || kind === 'item-fence') return;
  report(
    'trailing-blank',
    number,
    sentence('The line ends in blanks.'),
    sentence('Delete them; a line break is a `\\`.'),
    end + 1,
  );
}

function lintLength(line: string, number: number, report: LintReport): void {
  const width = displayWidth(clean(raw(line)));
  if (width <= longestLine || !canBreak(line)) return;
  report(
    'line-length',
    number,
    sentence`The line takes ${width} columns, more than ${longestLine}.`,
    sentence('Break it: a line end in a paragraph is a blank.'),
    longestLine + 1,
  );
}

/** Table rows cannot be broken, nor can a line that is one long word behind its mark. */
const canBreak = (line: string): boolean =>
  !line.trimStart().startsWith('|') && /^\s*(?:[-*+>#]+\s+)*\S.*\s/u.test(line.slice(0, longestLine + 1));
