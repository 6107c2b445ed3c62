import type MarkdownIt from 'markdown-it';
import type { Raw } from './shown.ts';

export type Token = ReturnType<MarkdownIt['parse']>[number];

/** Of blocks and brackets. The parser takes time by the square of it for a long text of opening brackets. */
const mostLevels = 40;
/** The parser's types do not name the levels. */
const options = { html: false, linkify: false, typographer: false, maxNesting: mostLevels };

let parser: MarkdownIt | undefined;

/**
 * Loads the Markdown parser, which start-up does without. Await it before drawing a card; it takes about 20 ms
 * once and nothing after that.
 */
export async function loadMarkdown(): Promise<void> {
  const { default: Parser } = await import('markdown-it');
  parser ??= new Parser(options).disable('strikethrough');
}

/** Blocks of a text, flat, as opening and closing tokens. */
export const parseBlocks = (text: Raw): Token[] => loaded().parse(text, {});

/** The tokens of one paragraph. */
export const parseInline = (text: Raw): Token[] => loaded().parseInline(text, {})[0]?.children ?? [];

/** `loadMarkdown` was not awaited, and a text is to be drawn that cannot be drawn without. */
export class MarkdownMissing extends Error {}

function loaded(): MarkdownIt {
  if (!parser)
    throw new MarkdownMissing('loadMarkdown() was not awaited before a text with markup was drawn');
  return parser;
}

const markup =
  /[\\`*_[\]<>&|~\ufdd0\ufdd1]|[^\S \n]|[\u0000-\u0009\u000b-\u001f]|^[ #+\-=:]|^\d{1,9}[.)]|[ ]$/mu;

/** Whether a text is paragraphs and nothing else, so that no parser is needed for it. */
export const isPlain = (text: string): boolean => !markup.test(text);

/** Code between single backticks, in one line. */
const code = /(?<!`)`([^`\n]+)`(?!`)/u;

/** The same of a text in which there may be code between backticks: most questions have nothing but that. */
export const isAlmostPlain = (text: string): boolean =>
  isPlain(text) ||
  isPlain(
    text
      .split(code)
      .filter((_, i) => i % 2 === 0)
      .join('x'),
  );

/** Of a text that is almost plain: plain pieces, and code in every other one. */
export const piecesOf = (text: string): readonly string[] =>
  text.split(code).map((piece, i) => (i % 2 === 0 ? piece : piece.replace(/^ (.+) $/u, '$1')));
