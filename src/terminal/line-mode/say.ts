import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Shown } from '../../core/text/shown.ts';
import type { TerminalSystem } from '../output/look.ts';
import { drained, printLine } from '../output/print-line.ts';

/**
 * Prints lines, and waits for a slow reader. Signals are heard between two turns of the event loop; a long input that
 * is there at once must not keep them out.
 */
export async function say(
  lines: readonly Shown[],
  { stdout }: Pick<TerminalSystem, 'stdout'>,
): Promise<void> {
  for (const line of lines) printLine(stdout, line);
  await drained(stdout);
  await nextTurn();
}
