import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from '../core/text/sentence.ts';
import { clean, raw, type Shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { diskFileSystem, errorCode } from '../storage/file-system.ts';
import { locate } from '../storage/locations.ts';
import { makeFolders } from '../storage/make-folders.ts';
import type { System } from '../system.ts';

/** Notes what the program does, for a report of a fault. Answers and card texts are not in it. */
export type Log = (what: Shown) => void;

export interface DebugLog {
  readonly path: Shown;
  readonly log: Log;
}

/** Begins a log file of this run in the state folder. Throws a `UserError` when it cannot be written. */
export function openDebugLog(system: System, version: string): DebugLog {
  const { state } = locate(system);
  const stamp = new Date(system.now()).toISOString().replace(/[:.]/gu, '-');
  const path = join(state, `debug-${stamp}.log`);
  const write = (what: Shown) => appendFileSync(path, `${system.now()} ${what}\n`);
  try {
    makeFolders(diskFileSystem, state);
    write(
      clean(
        raw(`kartei ${version}, Node ${process.version}, ${system.platform}, TERM=${system.env.TERM ?? ''}`),
      ),
    );
  } catch (error) {
    const why = clean(raw(error instanceof Error ? error.message : String(error)));
    throw new UserError(sentence`The log file cannot be written: ${why}`);
  }
  return { path: clean(raw(path)), log: (what) => goOnWithout(() => write(what)) };
}

/** What the program does goes on when its log cannot. */
function goOnWithout(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (errorCode(error) === '') throw error;
  }
}
