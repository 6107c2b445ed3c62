import { tokenSpans } from './inline-spans.ts';
import type { Token } from './markdown.ts';
import type { Shown } from './shown.ts';
import { blank, lineWidth, plainText, type Span, type StyledLine, span, withStyle } from './styled-line.ts';
import { displayWidth } from './width.ts';
import { wrapSpans } from './wrap.ts';

interface Cell {
  readonly spans: readonly Span[];
  readonly toRight: boolean;
}
type Row = readonly Cell[];

/** Columns between two cells. */
const gutter = 2;
/** A column is not squeezed below its longest word, or below this if the word is longer. */
const widestWord = 14;

/** Draws a table's tokens: in columns when they fit, else every row as lines of `label: value`. */
export function drawTable(tokens: readonly Token[], width: number, rule: string): StyledLine[] {
  const [head = [], ...body] = readRows(tokens);
  const widths = columnWidths([head, ...body], width);
  if (!widths) return stackRows(head, body, width);
  const bold = head.map((cell) => ({ ...cell, spans: withStyle(cell.spans, 'strong') }));
  const line = widths.map((w) => rule.repeat(w)).join(' '.repeat(gutter)) as Shown;
  return [...drawRow(bold, widths), [span(line, 'dim')], ...body.flatMap((row) => drawRow(row, widths))];
}

function readRows(tokens: readonly Token[]): Row[] {
  const rows: Cell[][] = [];
  let toRight = false;
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'th_open' || token.type === 'td_open') {
      toRight = String(token.attrGet('style') ?? '').includes('right');
    } else if (token.type === 'inline') {
      rows.at(-1)?.push({ spans: tokenSpans(token.children ?? []), toRight });
    }
  }
  return rows;
}

/** Columns each cell gets; `undefined` when words would have to be broken. */
function columnWidths(rows: readonly Row[], width: number): number[] | undefined {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, i) => rows.map((row) => plainText(row[i]?.spans ?? [])));
  const natural = columns.map((texts) => Math.max(1, ...texts.map(displayWidth)));
  const least = columns.map((texts) =>
    Math.min(widestWord, Math.max(1, ...texts.flatMap((text) => text.split(' ')).map(displayWidth))),
  );
  let spare = width - gutter * (count - 1) - least.reduce((a, b) => a + b, 0);
  if (spare < 0) return undefined;
  const widths = [...least];
  while (spare > 0) {
    const narrow = widths.flatMap((w, i) => (w < (natural[i] ?? 0) ? [i] : []));
    if (narrow.length === 0) break;
    for (const i of narrow.slice(0, spare)) widths[i] = (widths[i] ?? 0) + 1;
    spare -= Math.min(spare, narrow.length);
  }
  return widths;
}

function drawRow(row: Row, widths: readonly number[]): StyledLine[] {
  const cells = widths.map((width, i) => wrapSpans(row[i]?.spans ?? [], width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, y) =>
    cells.flatMap((lines, i): StyledLine => {
      const line = lines[y] ?? [];
      const free = blank((widths[i] ?? 0) - lineWidth(line));
      if (row[i]?.toRight) return [...blank(i > 0 ? gutter : 0), ...free, ...line];
      const isLast = i === cells.length - 1;
      return [...blank(i > 0 ? gutter : 0), ...line, ...(isLast ? [] : free)];
    }),
  );
}

function stackRows(head: Row, body: readonly Row[], width: number): StyledLine[] {
  const rows = body.length > 0 ? body : [head.map((cell): Cell => ({ ...cell, spans: [] }))];
  return rows.flatMap((row, y) => [
    ...(y > 0 ? [[]] : []),
    ...row.flatMap((cell, i) => {
      const label = head[i]?.spans ?? [];
      const colon = label.length > 0 ? [span(': ' as Shown)] : [];
      return wrapSpans([...withStyle(label, 'strong'), ...colon, ...cell.spans], width, {
        hanging: blank(gutter),
      });
    }),
  ]);
}
