import type { Shown } from './shown.ts';
import { displayWidth } from './width.ts';

/** What a piece of text is; the terminal alone knows how it looks. */
export const styles = [
  'strong',
  'emphasis',
  'code',
  'quote',
  'heading',
  'link',
  'keyword',
  'string',
  'comment',
  'number',
  'accent',
  'right',
  'wrong',
  'dim',
  'gap',
] as const;
export type Style = (typeof styles)[number];

export interface Span {
  readonly text: Shown;
  /** From the outermost to the innermost; never empty. */
  readonly style: readonly Style[] | undefined;
}

/** One row of a screen; an empty one is a blank row. */
export type StyledLine = readonly Span[];

export const span = (text: Shown, ...style: Style[]): Span => ({
  text,
  style: style.length > 0 ? style : undefined,
});

/** Blank columns, for margins and indents. */
export const blank = (columns: number): StyledLine =>
  columns > 0 ? [span(' '.repeat(columns) as Shown)] : [];

export const lineWidth = (line: StyledLine): number =>
  line.reduce((width, { text }) => width + displayWidth(text), 0);

/** The line without its styles. */
export const plainText = (line: StyledLine): Shown => line.map(({ text }) => text).join('') as Shown;

/** Adds a style to every span of a line, outside of those it has. */
export const withStyle = (line: StyledLine, style: Style): StyledLine =>
  line.map(({ text, style: inner }) => ({ text, style: inner ? [style, ...inner] : [style] }));

export const sameStyle = (a: readonly Style[] | undefined, b: readonly Style[] | undefined): boolean =>
  a === b || (a?.length === b?.length && (a ?? []).every((style, i) => style === b?.[i]));
