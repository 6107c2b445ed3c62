import { createInterface, type Interface } from 'node:readline';
import { suspend, type TerminalModes, takeTerminal } from '../leave.ts';
import type { TerminalSystem } from '../output/look.ts';
import { longestLine } from './read-line.ts';
import { splitLines } from './split-lines.ts';

export interface Keyboard {
  readonly lines: AsyncIterable<string>;
  readonly modes: TerminalModes;
  close(): void;
}

/** Lines as they are typed, with editing where both ends are a terminal that can do it; else as they come. */
export function takeKeyboard({ stdin, stdout, env }: TerminalSystem, interrupt: () => void): Keyboard {
  const canEdit =
    stdin.isTTY === true && stdout.isTTY === true && (env.TERM ?? '') !== '' && env.TERM !== 'dumb';
  if (!canEdit) {
    const modes = { take: () => {}, giveBack: () => {} };
    takeTerminal(modes);
    return { lines: splitLines(stdin, longestLine), modes, close: () => {} };
  }
  const editor = createInterface({
    input: stdin,
    output: stdout,
    terminal: true,
    historySize: 0,
    prompt: '',
  });
  const modes = editorModes(editor, stdin);
  editor.on('SIGINT', interrupt);
  editor.on('SIGTSTP', suspend);
  // From here on no line is lost, though nobody asks for one before the first question was printed.
  const lines = editor[Symbol.asyncIterator]();
  takeTerminal(modes);
  return { lines, modes, close: () => editor.close() };
}

const editorModes = (editor: Interface, stdin: NodeJS.ReadStream): TerminalModes => ({
  take: () => {
    stdin.setRawMode(true);
    editor.resume();
  },
  giveBack: () => {
    editor.pause();
    stdin.setRawMode(false);
  },
});
