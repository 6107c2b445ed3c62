import { clean, raw, type Shown } from '../core/text/shown.ts';
import type { EditorCommand } from './app/desk.ts';
import type { Messages } from './messages/messages.ts';

/** Runs an editor on the learner's terminal, without a shell, and gives what the learner should know afterwards. */
export function runEditor(command: EditorCommand, { study }: Messages): Shown | undefined {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { error, status, signal } = spawnSync(command.file, command.arguments, {
    stdio: 'inherit',
    shell: false,
  });
  if (error !== undefined) return study.editorGone(clean(raw(error.message)));
  if (status !== 0) return study.editorFailed(clean(raw(signal ?? `${status}`)));
  if (!command.shared) return undefined;
  return command.readOnly ? study.readOnlyDeck : study.sharedDeck;
}
