import type { Shown } from '../core/text/shown.ts';

/** Prints text and a line end outside of Ink; nothing else does. A closed pipe is the watcher's affair. */
export function printLine(stream: NodeJS.WritableStream, text: Shown): void {
  stream.write(`${text}\n`);
}
