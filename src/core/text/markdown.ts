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

function loaded(): MarkdownIt {
  if (!parser) throw new Error('loadMarkdown() was not awaited before a text with markup was drawn');
  return parser;
}

const markup =
  /[\\`*_[\]<>&|~\ufdd0\ufdd1]|[^\S \n]|[\u0000-\u0009\u000b-\u001f]|^[ #+\-=:]|^\d{1,9}[.)]|[ ]$/mu;

/** Whether a text is paragraphs and nothing else, so that no parser is needed for it. */
export const isPlain = (text: Raw): boolean => !markup.test(text);
