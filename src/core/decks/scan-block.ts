import { beginsAttributes } from './attribute-comment.ts';
import { isRun, type LineStart, lineStart, type Margin, marginOf, runLength } from './line-start.ts';
import type { Closers, LineKind, ScanState } from './scan-state.ts';

export function scanBlock(state: ScanState, line: string, i: number): LineKind {
  const margin = marginOf(line);
  if (margin.at === line.length) {
    state.paragraph = false;
    leaveQuote(state);
    return 'blank';
  }
  if (state.offsets.length > 0) {
    const kind = scanItemLine(state, line, margin, i);
    if (kind) return kind;
  }
  return scanTopLevel(state, line, margin, i);
}

function leaveQuote(state: ScanState): void {
  state.inQuote = false;
  state.quoteFence = '';
}

function scanItemLine(
  state: ScanState,
  line: string,
  { at, indent }: Margin,
  i: number,
): LineKind | undefined {
  const outermost = state.offsets[0] ?? 0;
  const start = lineStart(line, at);
  if (indent < outermost) {
    // Any marker begins the next item here, also `2.`, which could not break into a paragraph outside of a list.
    if (state.paragraph && (indent >= 4 || start.kind === 'text')) return 'item-line';
    state.offsets = [];
    state.paragraph = false;
    return undefined;
  }
  while ((state.offsets.at(-1) ?? 0) > indent) state.offsets.pop();
  if (indent - (state.offsets.at(-1) ?? 0) > 3) return 'item-line';
  return openInItem(state, line, start, indent, i);
}

/** True when a line that begins like this goes on with a paragraph above it. */
const continues = (start: LineStart): boolean =>
  start.kind === 'text' || (start.kind === 'item' && !start.interrupts);

/** A line in an item: it may open a fence or further items. */
function openInItem(state: ScanState, line: string, start: LineStart, indent: number, i: number): LineKind {
  let inner = start;
  let column = indent;
  while (inner.kind === 'item' && state.offsets.length < 100) {
    column += inner.width;
    state.offsets.push(column);
    inner = inner.content < line.length ? lineStart(line, inner.content) : { kind: 'break' };
  }
  if (inner.kind === 'fence') {
    openFence(state, inner, state.offsets[0] ?? 0, i);
    return inner === start ? 'item-fence' : 'item-line';
  }
  state.paragraph = inner.kind === 'text' || inner.kind === 'quote';
  return 'item-line';
}

function openFence(
  state: ScanState,
  start: LineStart & { kind: 'fence' },
  offset: number,
  line: number,
): void {
  state.closers ??= longestClosers(state.lines, line);
  const closers = start.char === '`' ? state.closers['`'] : state.closers['~'];
  const open = offset === 0 && (closers[line + 1] ?? 0) < start.length;
  if (open) state.openFences.push(line);
  state.fence = { char: start.char, length: start.length, line, offset, open };
  state.paragraph = false;
}

/** `from` is the first line that is looked at. */
function longestClosers(lines: readonly string[], from: number): Closers {
  const longest = { '`': new Int32Array(lines.length + 1), '~': new Int32Array(lines.length + 1) };
  for (let i = lines.length - 1; i >= from; i--) {
    longest['`'][i] = longest['`'][i + 1] ?? 0;
    longest['~'][i] = longest['~'][i + 1] ?? 0;
    const line = lines[i] ?? '';
    const { at, indent } = marginOf(line);
    const char = line[at];
    if (indent < 4 && (char === '`' || char === '~') && isRun(line, at))
      longest[char][i] = Math.max(longest[char][i] ?? 0, runLength(line, at));
  }
  return longest;
}

function scanTopLevel(state: ScanState, line: string, { at, indent }: Margin, i: number): LineKind {
  const paragraph = state.paragraph;
  if (indent > 3) {
    if (!paragraph) leaveQuote(state);
    return paragraph ? (state.inQuote ? 'quote' : 'text') : 'indented-code';
  }
  if (paragraph && !state.inQuote && (line[at] === '-' || line[at] === '=') && isRun(line, at)) {
    state.paragraph = false;
    return 'setext';
  }
  const start = lineStart(line, at);
  if (start.kind === 'quote') return scanQuote(state, line.slice(at + 1).trim());
  if (paragraph && continues(start)) return state.inQuote ? 'quote' : 'text';
  leaveQuote(state);
  return openBlock(state, line, start, indent, i);
}

function openBlock(state: ScanState, line: string, start: LineStart, indent: number, i: number): LineKind {
  state.paragraph = start.kind === 'text';
  switch (start.kind) {
    case 'heading':
      return start.level === 1 ? 'heading-1' : start.level === 2 ? 'heading-2' : 'heading-3';
    case 'fence':
      openFence(state, start, 0, i);
      return 'fence-open';
    case 'item':
      openInItem(state, line, start, indent, i);
      return 'item';
    case 'comment':
      return openComment(state, line, i);
    case 'verbatim':
      return openVerbatim(state, line, i);
    default:
      return start.kind === 'break' ? 'break' : 'text';
  }
}

function openComment(state: ScanState, line: string, i: number): LineKind {
  if (line.includes('-->', line.indexOf('<!--') + 2)) return 'comment';
  const open = state.lastCommentEnd <= i || isLeftOpen(state, line, i);
  if (open) state.openComments.push(i);
  state.html = { kind: 'comment', end: open ? undefined : '-->', line: i };
  return 'comment';
}

/** Attributes that go on past the next heading lack their `-->`; the card of that heading is not to pay for it. */
function isLeftOpen({ lines }: ScanState, line: string, i: number): boolean {
  if (!beginsAttributes(line.slice(line.indexOf('<!--') + 4))) return false;
  for (let next = i + 1; next < lines.length; next++) {
    const text = lines[next] ?? '';
    if (text.startsWith('## ')) return true;
    if (text.includes('-->')) return false;
  }
  return true;
}

function openVerbatim(state: ScanState, line: string, i: number): LineKind {
  const end = `</${/[a-z]+/iu.exec(line)?.[0].toLowerCase() ?? ''}>`;
  if (!line.toLowerCase().includes(end)) state.html = { kind: 'verbatim', end, line: i };
  return 'verbatim';
}

function scanQuote(state: ScanState, content: string): LineKind {
  state.inQuote = true;
  const fence = /^(`{3,}|~{3,})/u.exec(content)?.[1];
  if (state.quoteFence !== '') {
    if (fence === content && fence.startsWith(state.quoteFence)) state.quoteFence = '';
    state.paragraph = false;
  } else {
    state.quoteFence = fence ?? '';
    state.paragraph = fence === undefined && content !== '' && !/^#{1,6}(?:\s|$)/u.test(content);
  }
  return 'quote';
}
