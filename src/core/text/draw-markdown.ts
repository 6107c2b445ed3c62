import { drawTable } from './draw-table.ts';
import { gapEnd, gapStart } from './gap-mark.ts';
import { codeSpans, inlineSpans, plainSpans, tokenSpans } from './inline-spans.ts';
import { isAlmostPlain, parseBlocks, type Token } from './markdown.ts';
import { clean, type Raw, raw, type Shown } from './shown.ts';
import { blank, lineWidth, type Span, type Style, type StyledLine, span, withStyle } from './styled-line.ts';
import { cutSpans, type Margins, wrapSpans } from './wrap.ts';

/** Colours code; `undefined` for a language it does not know. The spans joined are the code. */
export type Highlight = (code: Shown, language: string) => readonly Span[] | undefined;

export interface DrawOptions {
  /** Draw with the characters of ASCII alone. */
  readonly ascii?: boolean;
  readonly highlight?: Highlight;
}

interface Glyphs {
  readonly bullet: string;
  readonly bar: string;
  readonly rule: string;
  /** Before the rest of a code line that was cut. */
  readonly continued: string;
}

const glyphs: Glyphs = { bullet: '•', bar: '│', rule: '─', continued: '↳' };
const asciiGlyphs: Glyphs = { bullet: '-', bar: '|', rule: '-', continued: '>' };

/** Deeper nesting is drawn without further indent when less than this is left for text. */
const leastText = 12;
/** Columns before a block of code. */
const codeIndent = 2;

/** One paragraph (a heading, an option, a reason) in rows of at most `width` columns. */
export const drawInline = (text: Raw, width: number, margins: Margins = {}): readonly StyledLine[] =>
  wrapSpans(inlineSpans(text), width, margins);

/**
 * A text of Markdown in rows of at most `width` columns, with a blank row between blocks. Throws when the text
 * has markup and `loadMarkdown` was not awaited.
 */
export function drawMarkdown(text: Raw, width: number, options: DrawOptions = {}): readonly StyledLine[] {
  if (isAlmostPlain(text)) {
    const paragraphs = text.split(/\n{2,}/u).map((part) => plainSpans(raw(part)));
    return spaced(paragraphs.filter((spans) => spans.length > 0).map((spans) => wrapSpans(spans, width)));
  }
  const look = { glyphs: options.ascii ? asciiGlyphs : glyphs, highlight: options.highlight };
  return drawBlocks(parseBlocks(text), Math.max(1, width), look);
}

interface Look {
  readonly glyphs: Glyphs;
  readonly highlight: Highlight | undefined;
}

/** One block: its opening token and what stands between that and its closing one. */
interface Block {
  readonly open: Token;
  readonly inner: readonly Token[];
}

function* blocksOf(tokens: readonly Token[]): Generator<Block> {
  for (let i = 0; i < tokens.length; i += 1) {
    const open = tokens[i];
    if (!open) return;
    const start = i + 1;
    let depth = open.nesting;
    while (depth > 0) {
      i += 1;
      depth += tokens[i]?.nesting ?? -1;
    }
    yield { open, inner: tokens.slice(start, Math.max(start, i)) };
  }
}

const drawBlocks = (tokens: readonly Token[], width: number, look: Look, tight = false): StyledLine[] =>
  spaced(
    Array.from(blocksOf(tokens), (block) => drawBlock(block, width, look)),
    tight,
  );

const spaced = (blocks: readonly StyledLine[][], tight = false): StyledLine[] =>
  blocks.flatMap((lines, i) => (i > 0 && !tight ? [[], ...lines] : lines));

function drawBlock({ open, inner }: Block, width: number, look: Look): StyledLine[] {
  switch (open.type) {
    case 'heading_open':
      return wrapSpans(withStyle(spansOf(inner), 'heading'), width);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return drawList(open, inner, width, look);
    case 'blockquote_open':
      return drawQuote(inner, width, look);
    case 'table_open':
      return drawTable(inner, width, look.glyphs.rule);
    case 'fence':
    case 'code_block':
      return drawCode(open, width, look);
    case 'hr':
      return [[span(look.glyphs.rule.repeat(Math.min(width, 24)) as Shown, 'dim')]];
    default:
      return wrapSpans(open.type === 'inline' ? spansOf([open]) : spansOf(inner), width);
  }
}

const spansOf = (tokens: readonly Token[]): Span[] =>
  tokens.flatMap((token) => tokenSpans(token.children ?? []));

function drawList(list: Token, inner: readonly Token[], width: number, look: Look): StyledLine[] {
  const items = [...blocksOf(inner)];
  const first = Number(list.attrGet('start') ?? 1);
  const last = `${first + items.length - 1}`.length;
  const tight = inner.some(
    (token) => token.type === 'paragraph_open' && token.level === list.level + 2 && token.hidden,
  );
  const drawn = items.map((item, i) => {
    const sign = list.type === 'ordered_list_open' ? `${`${first + i}`.padStart(last)}.` : look.glyphs.bullet;
    const mark = [span(`${sign} ` as Shown)];
    const columns = lineWidth(mark);
    const room = width - columns;
    const lines = drawBlocks(item.inner, room < leastText ? width : room, look, tight);
    if (room < leastText) return [...wrapSpans(mark, width), ...lines];
    return withMargin(lines.length > 0 ? lines : [[]], mark, blank(columns));
  });
  return spaced(drawn, tight);
}

function drawQuote(inner: readonly Token[], width: number, look: Look): StyledLine[] {
  const bar = [span(`${look.glyphs.bar} ` as Shown, 'dim')];
  const room = width - lineWidth(bar);
  const lines = drawBlocks(inner, room < leastText ? width : room, look);
  const quoted = lines.map((line) => withStyle(line, 'quote'));
  return room < leastText ? quoted : withMargin(quoted, bar, bar);
}

const withMargin = (lines: readonly StyledLine[], first: StyledLine, rest: StyledLine): StyledLine[] =>
  lines.map((line, i) => [...(i === 0 ? first : rest), ...line]);

/** Code keeps its lines; one that is too long is cut and goes on behind a mark. */
function drawCode(token: Token, width: number, look: Look): StyledLine[] {
  const code = token.content.replace(/\n$/u, '');
  const indent = width < leastText + codeIndent ? 0 : codeIndent;
  const continued = [...blank(indent), span(`${look.glyphs.continued} ` as Shown, 'dim')];
  const coloured = withoutGaps(code) ? look.highlight?.(clean(raw(code)), languageOf(token)) : undefined;
  const spans = coloured ? withStyle(coloured, 'code') : codeSpans(code);
  return splitRows(spans).flatMap((row) =>
    cutSpans(row, width, { indent: blank(indent), hanging: continued }),
  );
}

const languageOf = (token: Token): string => token.info.trim().split(/\s+/u)[0] ?? '';
const withoutGaps = (code: string): boolean => !code.includes(gapStart) && !code.includes(gapEnd);

function splitRows(spans: readonly Span[]): Span[][] {
  const rows: Span[][] = [[]];
  for (const { text, style } of spans) {
    for (const [i, piece] of text.split('\n').entries()) {
      if (i > 0) rows.push([]);
      if (piece !== '')
        rows.at(-1)?.push({ text: piece as Shown, style: style as readonly Style[] | undefined });
    }
  }
  return rows;
}
