import type { DrawOptions, Highlight } from '../../core/text/draw-markdown.ts';
import type { Language, Messages } from '../messages/messages.ts';
import type { Glyphs } from './glyphs.ts';

/** The window, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What the terminal needs of the machine. */
export interface TerminalSystem {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** Everything that decides how a state looks: the drawing functions take nothing else. */
export interface Look {
  readonly size: Size;
  readonly glyphs: Glyphs;
  readonly ascii: boolean;
  readonly messages: Messages;
  readonly language: Language;
  readonly highlight: Highlight | undefined;
  /** Columns left free before text; without it, what suits the window. */
  readonly margin?: number;
}

/** The left margin of text; narrow windows have less. */
export const marginOf = ({ margin, size }: Look): number => margin ?? (size.columns < 60 ? 1 : 3);

/** Columns for text: calm to read, never wider than 72. */
export const textWidth = (look: Look): number =>
  Math.max(8, Math.min(72, look.size.columns - marginOf(look) - 1));

export const drawOptions = (look: Look): DrawOptions => ({
  ascii: look.ascii,
  ...(look.highlight === undefined ? {} : { highlight: look.highlight }),
});
