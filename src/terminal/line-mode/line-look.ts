import { type Shown, shown } from '../../core/text/shown.ts';
import { blank, plainText, type StyledLine, span } from '../../core/text/styled-line.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import { type LineMessages, lineMessages } from '../messages/line-mode.ts';
import { type Language, messagesIn } from '../messages/messages.ts';
import { asciiGlyphs } from '../output/glyphs.ts';
import { type Look, textWidth } from '../output/look.ts';

/** How line mode says what the screens draw: no margin, no colour, no glyphs, spans in whole words. */
export interface LineLook extends Look {
  readonly lines: LineMessages;
}

const widest = 72;

/** `columns` is the window's width; undefined where there is no window. */
export function lineLook(language: Language, columns: number | undefined): LineLook {
  const lines = lineMessages[language];
  return {
    // The screens keep the last column free.
    size: { columns: Math.min(columns || widest, widest) + 1, rows: 24 },
    margin: 0,
    glyphs: { ...asciiGlyphs, separator: shown`, ` },
    ascii: true,
    messages: { ...messagesIn(language), span: lines.span },
    language,
    highlight: undefined,
    lines,
  };
}

/** A sentence of ours in lines as wide as the window. */
export const wrapText = (text: Shown, look: LineLook): Shown[] =>
  plainLines(wrapSpans([span(text)], textWidth(look)));

/** A text behind `a) `, its further lines indented. */
export const labelled = (label: Shown, text: Shown, look: LineLook): Shown[] =>
  plainLines(wrapSpans([span(shown`${label}) ${text}`)], textWidth(look), { hanging: blank(3) }));

/** Drawn text without its styles. */
export const plainLines = (lines: readonly StyledLine[]): Shown[] =>
  lines.map((line) => plainText(line).trimEnd() as Shown);
