import { once } from 'node:events';
import type { Shown } from '../../core/text/shown.ts';
import { plainText, type StyledLine } from '../../core/text/styled-line.ts';
import { ansiLine } from './theme.ts';

/** Prints text and a line end outside of Ink; nothing else does. A closed pipe is the watcher's affair. */
export function printLine(stream: NodeJS.WritableStream, text: Shown): void {
  stream.write(`${text}\n`);
}

/** Waits until the reader has room again, so that a slow one fills no memory. */
export async function drained(
  stream: NodeJS.WritableStream & { readonly writableNeedDrain?: boolean },
): Promise<void> {
  if (stream.writableNeedDrain === true) await once(stream, 'drain');
}

/** Waits until the reader has taken all there is; a pipe holds little, and what is left in the program ends with it. */
export async function written(stream: NodeJS.WritableStream): Promise<void> {
  await new Promise<void>((resolve) => stream.write('', () => resolve()));
}

/** Prints lines with their styles, or without where the terminal or the user wants no colour. */
export function printStyled(
  stream: NodeJS.WritableStream,
  lines: readonly StyledLine[],
  isColoured: boolean,
): void {
  stream.write(lines.map((line) => `${isColoured ? ansiLine(line) : plainText(line)}\n`).join(''));
}

/** A terminal that can neither move its cursor nor take anything back. */
export const isDumb = ({ TERM = '' }: Readonly<Record<string, string | undefined>>): boolean =>
  TERM === 'dumb' || TERM === '';

/** Whether plain output may have colours: on a terminal, unless `NO_COLOR` says no. */
export const takesColour = (
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean => stream.isTTY === true && (env.NO_COLOR ?? '') === '' && !isDumb(env);
