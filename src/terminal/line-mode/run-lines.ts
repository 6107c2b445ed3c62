import type { Drill } from '../../core/session/drill.ts';
import type { Library } from '../../core/session/library.ts';
import type { Question } from '../../core/session/question.ts';
import type { SessionPlan } from '../../core/session/session.ts';
import { startSession } from '../../core/session/start-session.ts';
import { sentence } from '../../core/text/sentence.ts';
import { type Shown, shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import type { Desk } from '../app/desk.ts';
import { summaryLines } from '../frames/reading-frames.ts';
import { leave, restoreTerminal } from '../leave.ts';
import type { Language } from '../messages/messages.ts';
import type { TerminalSystem } from '../output/look.ts';
import { runEditor } from '../run-editor.ts';
import { takeKeyboard } from './keyboard.ts';
import { lineLook, plainLines, wrapText } from './line-look.ts';
import { firstText, type LineTable, leaveSession, takeEdited, takeLine } from './line-session.ts';
import { nothingText } from './nothing-text.ts';
import { say } from './say.ts';

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
  const keyboard = takeKeyboard(system, () => void desk.rest().finally(() => leave(130)));
  const table = (): LineTable => ({
    desk,
    session,
    look: lineLook(options.language, system.stdout.columns),
  });
  let drill = startSession(plan, session, desk.now());
  try {
    await say(desk.notices, system);
    if (desk.recognised > 0) {
      const { look } = table();
      await say(wrapText(look.messages.home.recognised(desk.recognised), look), system);
    }
    if (drill.phase.phase === 'finished') {
      refuseUnreadable(desk.library());
      await say(nothingText(plan, desk, table().look), system);
      return 0;
    }
    await say(firstText(drill, table()), system);
    for await (const line of keyboard.lines) {
      let turn = takeLine(drill, line, table());
      if (turn.edit !== undefined) turn = takeEdited(turn.drill, await editCard(turn.edit, options), table());
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

/** Decks that were found and whose files went away since are no empty collection. */
function refuseUnreadable({ decks, items }: Library): void {
  if (decks.size === 0 || items.size > 0) return;
  throw new UserError(
    sentence('No card of these decks can be read.'),
    sentence('Nothing is lost. "kartei lint" says what is wrong.'),
  );
}

/** What was done, and that all of it is saved. */
const endText = (drill: Drill, { desk, look }: LineTable): readonly Shown[] => [
  shown``,
  ...plainLines(summaryLines(drill, desk.overview(), look)),
];

/** Opens a card in the editor and reads the decks again; a sentence when something is to be said about it. */
async function editCard(
  question: Question,
  { system, desk, language }: LinesOptions,
): Promise<Shown | undefined> {
  const { lines, messages } = lineLook(language, undefined);
  if (system.stdin.isTTY !== true || system.stdout.isTTY !== true) return lines.editorNeedsTerminal;
  const command = desk.editorCommand(question);
  if (command === undefined) return messages.study.noEditor;
  const notice = await runEditor(command, messages);
  desk.reload();
  return notice;
}
