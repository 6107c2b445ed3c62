import { spawnSync } from 'node:child_process';
import { clean, raw, type Shown } from '../core/text/shown.ts';
import type { EditorCommand } from './desk.ts';

/** Runs an editor on the learner's terminal, without a shell; says why when it could not be started. */
export function runEditor({ file, arguments: words }: EditorCommand): Shown | undefined {
  const { error } = spawnSync(file, words, { stdio: 'inherit', shell: false });
  return error === undefined ? undefined : clean(raw(error.message));
}
