import { gapEnd, gapStart } from './gap-mark.ts';
import { isAlmostPlain, parseInline, piecesOf, type Token } from './markdown.ts';
import { clean, type Raw, raw } from './shown.ts';
import { type Span, type Style, span } from './styled-line.ts';

const opening: Readonly<Record<string, Style>> = {
  strong_open: 'strong',
  em_open: 'emphasis',
  link_open: 'link',
};
const closing = new Set(['strong_close', 'em_close', 'link_close']);

/** The spans of one paragraph of Markdown, not yet wrapped; a hard line break is a newline. */
export const inlineSpans = (text: Raw): Span[] =>
  isAlmostPlain(text) ? plainSpans(text) : tokenSpans(parseInline(text));

/** The same of a paragraph in which there is no markup but code. */
export function plainSpans(text: Raw): Span[] {
  const pen = new Pen();
  const line = text.replace(/\s*\n\s*/gu, ' ').trim();
  for (const [i, piece] of piecesOf(line).entries()) pen.write(piece, ...(i % 2 === 0 ? [] : codeStyle));
  return pen.spans;
}

const codeStyle: readonly Style[] = ['code'];

export function tokenSpans(tokens: readonly Token[]): Span[] {
  const pen = new Pen();
  const links: { readonly host: string; readonly from: number }[] = [];
  for (const token of tokens) {
    const style = opening[token.type];
    if (token.type === 'link_open') {
      links.push({ host: hostOf(String(token.attrGet('href') ?? '')), from: pen.spans.length });
    }
    if (style) pen.styles.push(style);
    else if (closing.has(token.type)) pen.styles.pop();
    else writeToken(pen, token);
    if (token.type === 'link_close') writeHost(pen, links.pop());
  }
  return pen.spans;
}

function writeToken(pen: Pen, token: Token): void {
  if (token.type === 'softbreak') pen.write(' ');
  else if (token.type === 'hardbreak') pen.write('\n');
  else if (token.type === 'code_inline') pen.write(token.content.replace(/\n/gu, ' '), 'code');
  else if (token.type === 'image') pen.write(alternativeText(token));
  else pen.write(token.content);
}

const alternativeText = (image: Token): string =>
  (image.children ?? []).map((child) => (child.type === 'softbreak' ? ' ' : child.content)).join('');

/** A link says where it leads, unless its text does. */
function writeHost(pen: Pen, link: { readonly host: string; readonly from: number } | undefined): void {
  if (!link || link.host === '') return;
  const text = pen.spans
    .slice(link.from)
    .map((piece) => piece.text)
    .join('');
  if (hostOf(text) !== link.host) pen.write(` (${link.host})`, 'dim');
}

/** The host of a URL without user and port; of a text that is no URL, nothing. */
const hostOf = (url: string): string => /^https?:\/\/(?:[^/?#]*@)?([^/?#:@]+)/iu.exec(url)?.[1] ?? '';

/** Code with its gaps, in the style `code` throughout. */
export function codeSpans(code: string): Span[] {
  const pen = new Pen();
  pen.write(code, 'code');
  return pen.spans;
}

/** Writes text in the styles that are open; a gap may reach over several tokens. */
class Pen {
  readonly spans: Span[] = [];
  readonly styles: Style[] = [];
  private inGap = false;

  write(text: string, ...more: Style[]): void {
    for (const piece of text.split(/([\ufdd0\ufdd1])/u)) {
      if (piece === gapStart) this.inGap = true;
      else if (piece === gapEnd) this.inGap = false;
      else if (piece !== '') {
        this.spans.push(span(clean(raw(piece)), ...this.styles, ...more, ...(this.inGap ? gap : [])));
      }
    }
  }
}

const gap: readonly Style[] = ['gap'];
