import type { Raw } from '../text/shown.ts';
import { isRun, marginOf, runLength } from './line-start.ts';
import { scanBlock } from './scan-block.ts';
import type { Fence, LineKind, ScannedLines, ScanState } from './scan-state.ts';

/** The lines of a file, whatever ends them; a byte order mark is none of their text. */
export const linesOf = (text: Raw): readonly string[] =>
  text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .split('\n');

/** Reads the lines from index `from`; those before count as blank. One pass, linear in the text. */
export function scanLines(lines: readonly string[], from: number): ScannedLines {
  const state: ScanState = {
    lines,
    kinds: Array.from({ length: from }, () => 'blank'),
    openFences: [],
    openComments: [],
    conflicts: [],
    closers: undefined,
    fence: undefined,
    html: undefined,
    lastCommentEnd: lines.findLastIndex((line) => line.includes('-->')),
    offsets: [],
    paragraph: false,
    inQuote: false,
    quoteFence: '',
    fenceBeforeConflict: undefined,
    inConflict: false,
  };
  for (let i = from; i < lines.length; i++) state.kinds.push(scanLine(state, lines[i] ?? '', i));
  if (state.fence && !state.fence.open) state.openFences.push(state.fence.line);
  if (state.html?.end !== undefined) state.openComments.push(state.html.line);
  return state;
}

function scanLine(state: ScanState, line: string, i: number): LineKind {
  if (isConflict(state, line, i)) return 'conflict';
  if (state.fence) {
    const kind = scanFence(state, state.fence, line);
    if (kind) return kind;
  }
  if (state.html) {
    const { kind, end } = state.html;
    if (end !== undefined) {
      if (line.toLowerCase().includes(end)) state.html = undefined;
      return kind;
    }
    if (!line.startsWith('## ')) return kind;
    state.html = undefined;
  }
  return scanBlock(state, line, i);
}

const conflictMark = /^(?:<{7}|>{7}|\|{7}|={7})(?: |$)/u;

/** Git's marks stand before any Markdown; a fence opened on one side is open again on the other. */
function isConflict(state: ScanState, line: string, i: number): boolean {
  const code = line.charCodeAt(0);
  if (code !== 60 && code !== 62 && code !== 124 && code !== 61) return false;
  if (!conflictMark.test(line) || (code === 61 && !(state.inConflict && line === '======='))) return false;
  const last = state.conflicts.at(-1);
  if (code === 60) {
    state.inConflict = true;
    state.fenceBeforeConflict = state.fence;
    state.conflicts.push({ first: i, last: i });
  } else if (state.inConflict && last) {
    last.last = i;
    if (code === 62) state.inConflict = false;
    else state.fence = state.fenceBeforeConflict;
  } else if (code === 62) state.conflicts.push({ first: i, last: i });
  else return false;
  state.paragraph = false;
  state.offsets = [];
  return true;
}

function scanFence(state: ScanState, fence: Fence, line: string): LineKind | undefined {
  const inside: LineKind = fence.offset > 0 ? 'item-fence' : 'fence-line';
  if (fence.open) {
    if (!line.startsWith('## ')) return inside;
    state.fence = undefined;
    return undefined;
  }
  const { at, indent } = marginOf(line);
  if (at === line.length) return inside;
  if (indent < fence.offset) {
    state.fence = undefined;
    return undefined;
  }
  const deepest = fence.offset > 0 ? (state.offsets.at(-1) ?? 0) : 0;
  const closes =
    indent < deepest + 4 && line[at] === fence.char && isRun(line, at) && runLength(line, at) >= fence.length;
  if (!closes) return inside;
  state.fence = undefined;
  return fence.offset > 0 ? 'item-fence' : 'fence-close';
}
