import { createInterface, type Interface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Drill } from '../../core/session/drill.ts';
import type { Question } from '../../core/session/question.ts';
import type { SessionPlan } from '../../core/session/session.ts';
import { startSession } from '../../core/session/start-session.ts';
import { type Shown, shown } from '../../core/text/shown.ts';
import type { Desk } from '../desk.ts';
import { leave, restoreTerminal, suspend, type TerminalModes, takeTerminal } from '../leave.ts';
import type { TerminalSystem } from '../look.ts';
import type { Language } from '../messages/messages.ts';
import { drained, printLine } from '../print-line.ts';
import { summaryLines } from '../reading-frames.ts';
import { runEditor } from '../run-editor.ts';
import { lineLook, wrapText } from './line-look.ts';
import { firstText, type LineTable, leaveSession, takeLine } from './line-session.ts';
import { nothingText } from './nothing-text.ts';
import { longestLine } from './read-line.ts';
import { splitLines } from './split-lines.ts';

export interface LinesOptions {
  readonly system: TerminalSystem;
  readonly desk: Desk;
  readonly language: Language;
  readonly plan: SessionPlan;
}

/** Studies on plain lines until the session or the input ends; gives the exit code. */
export async function runLines(options: LinesOptions): Promise<number> {
  const { system, desk, plan } = options;
  const session = desk.openSession(plan);
  const keyboard = takeKeyboard(options);
  const table = (): LineTable => ({
    desk,
    session,
    look: lineLook(options.language, system.stdout.columns),
    openEditor: (question) => editCard(question, options, keyboard),
  });
  let drill = startSession(plan, session, desk.now());
  try {
    await say(desk.notices, system);
    if (desk.recognised > 0) {
      const { look } = table();
      await say(wrapText(look.messages.home.recognised(desk.recognised), look), system);
    }
    if (drill.phase.phase === 'finished') {
      await say(nothingText(plan, desk, table().look), system);
      return 0;
    }
    await say(firstText(drill, table()), system);
    for await (const line of keyboard.lines) {
      const turn = takeLine(drill, line, table());
      drill = turn.drill;
      await say(turn.said, system);
      if (drill.phase.phase === 'finished') break;
    }
    drill = leaveSession(drill, table());
    await desk.rest();
    await say(endText(drill, table()), system);
    return drill.unsaved === undefined ? 0 : 1;
  } finally {
    restoreTerminal();
    keyboard.close();
  }
}

/** What was done, and that all of it is saved. */
const endText = (drill: Drill, { desk, look }: LineTable): readonly Shown[] => [
  shown``,
  ...summaryLines(drill, desk.overview(), look).flatMap((line) => wrapText(line, look)),
];

/** Signals are heard between two turns of the event loop; a long input that is there at once must not keep them out. */
async function say(lines: readonly Shown[], { stdout }: TerminalSystem): Promise<void> {
  for (const line of lines) printLine(stdout, line);
  await drained(stdout);
  await nextTurn();
}

interface Keyboard {
  readonly lines: AsyncIterable<string>;
  readonly modes: TerminalModes;
  close(): void;
}

/** Lines as they are typed, with editing where both ends are a terminal that can do it; else as they come. */
function takeKeyboard({ system, desk }: LinesOptions): Keyboard {
  const { stdin, stdout, env } = system;
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
  editor.on('SIGINT', () => void desk.rest().finally(() => leave(130)));
  editor.on('SIGTSTP', suspend);
  takeTerminal(modes);
  return { lines: editor, modes, close: () => editor.close() };
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

function editCard(question: Question, options: LinesOptions, { modes }: Keyboard): Shown | undefined {
  const { system, desk, language } = options;
  const { lines, messages } = lineLook(language, undefined);
  if (system.stdin.isTTY !== true || system.stdout.isTTY !== true) return lines.editorNeedsTerminal;
  const command = desk.editorCommand(question);
  if (command === undefined) return messages.study.noEditor;
  restoreTerminal();
  const failure = runEditor(command);
  takeTerminal(modes);
  desk.reload();
  if (failure !== undefined) return messages.study.editorGone(failure);
  return command.readOnly ? messages.study.readOnlyDeck : undefined;
}
