import { clean, raw, type Shown } from '../core/text/shown.ts';
import type { EditorCommand } from './app/desk.ts';
import { lendTerminal } from './leave.ts';
import type { Messages } from './messages/messages.ts';

/** Runs an editor on the learner's terminal, without a shell, and gives what the learner should know afterwards. */
export async function runEditor(command: EditorCommand, { study }: Messages): Promise<Shown | undefined> {
  const ending = await lendTerminal(() => endOf(command));
  if (ending instanceof Error) return study.editorGone(clean(raw(ending.message)));
  if (ending !== 0) return study.editorFailed(clean(raw(`${ending}`)));
  if (!command.shared) return undefined;
  return command.readOnly ? study.readOnlyDeck : study.sharedDeck;
}

/** Its status or the signal that ended it; why it could not be started. */
function endOf(command: EditorCommand): Promise<number | NodeJS.Signals | Error | null> {
  const { spawn } = process.getBuiltinModule('node:child_process');
  return new Promise((resolve) => {
    spawn(command.file, command.arguments, { stdio: 'inherit', shell: false })
      .on('error', resolve)
      .on('exit', (status, signal) => resolve(signal ?? status));
  });
}
