import type { LineKind, ScannedLines } from './scan-state.ts';

/** What stands under a card's heading and attributes, in blocks. */
export interface Body {
  readonly lines: readonly string[];
  readonly kinds: readonly LineKind[];
  readonly blocks: readonly Block[];
}

/** Lines `start` (0-based, in the file) to `end` (the line after the last). */
export interface Block {
  readonly kind: 'text' | 'comment' | 'code' | 'verbatim' | 'fence' | 'quote' | 'item' | 'break';
  readonly start: number;
  readonly end: number;
  /** The info string of a fence, else empty. */
  readonly info: string;
}

const blockOfLine: Record<LineKind, Block['kind'] | 'none'> = {
  blank: 'none',
  text: 'text',
  'heading-1': 'text',
  'heading-2': 'text',
  'heading-3': 'text',
  'fence-open': 'fence',
  'fence-line': 'fence',
  'fence-close': 'fence',
  quote: 'quote',
  item: 'item',
  'item-line': 'item',
  'item-fence': 'item',
  break: 'break',
  setext: 'text',
  comment: 'comment',
  verbatim: 'verbatim',
  'indented-code': 'code',
  conflict: 'text',
};

/** Groups lines into top-level blocks. */
export function readBody({ lines, kinds }: ScannedLines, start: number, end: number): Body {
  const blocks: Block[] = [];
  let i = start;
  while (i < end) {
    const kind = blockOfLine[kinds[i] ?? 'blank'];
    if (kind === 'none') {
      i++;
      continue;
    }
    const stop = endOfBlock(kinds, i, end, kind);
    const info = kind === 'fence' ? infoOf(lines[i] ?? '') : '';
    blocks.push({ kind, start: i, end: stop, info });
    i = stop;
  }
  return { lines, kinds, blocks };
}

const infoOf = (line: string): string =>
  line
    .trim()
    .replace(/^(?:`+|~+)/u, '')
    .trim();

function endOfBlock(kinds: readonly LineKind[], start: number, end: number, kind: Block['kind']): number {
  let last = start;
  for (let i = start + 1; i < end; i++) {
    const line = kinds[i] ?? 'blank';
    if (line === 'blank') {
      if (kind !== 'item' && kind !== 'code') break;
      continue;
    }
    if (blockOfLine[line] !== kind || line === 'item' || line === 'fence-open' || kind === 'break') break;
    last = i;
    if (line === 'fence-close') break;
  }
  return last + 1;
}

export const blockText = ({ lines }: Body, block: Block): string =>
  lines.slice(block.start, block.end).join('\n');

export const asWritten: ReadonlyMap<Block, string> = new Map();

/**
 * The blocks as one Markdown text: what touched still touches, the rest is one blank line apart. Blocks in
 * `rewritten` stand there as given, close to each other and apart from the rest; empty ones go.
 */
export function joinBlocks(
  body: Body,
  blocks: readonly Block[],
  rewritten: ReadonlyMap<Block, string> = asWritten,
): string {
  let text = '';
  let before: Block | undefined;
  for (const block of blocks) {
    const other = rewritten.get(block);
    if (other === '') continue;
    const close = other === undefined ? before?.end === block.start : before && rewritten.has(before);
    const apart = other === undefined && before && rewritten.has(before);
    if (before) text += close && !apart ? '\n' : '\n\n';
    text += other ?? blockText(body, block);
    before = block;
  }
  return text;
}

/** The content lines of a fence. */
export function fenceLines({ lines, kinds }: Body, block: Block): readonly { text: string; line: number }[] {
  const content: { text: string; line: number }[] = [];
  for (let i = block.start + 1; i < block.end; i++)
    if (kinds[i] === 'fence-line') content.push({ text: lines[i] ?? '', line: i + 1 });
  return content;
}
