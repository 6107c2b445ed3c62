import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant, Milliseconds } from '../core/schedule/time.ts';
import { abandonedAfter } from './remove-stale-locks.ts';

/** While another sync of the same progress runs: most take a second or two. */
const pauses: readonly Milliseconds[] = [100, 200, 400, 800, 1600, 2000];

export type Wait = (time: Milliseconds) => Promise<void>;
export type Unlock = () => void;

/**
 * Keeps other syncs off a repository until what it gives is called; `undefined` when another one runs on and on. One that
 * was killed holds nobody up: the lock names its process.
 */
export async function takeSyncLock(
  gitFolder: string,
  now: () => Instant,
  wait: Wait,
): Promise<Unlock | undefined> {
  const path = join(gitFolder, 'kartei-sync.pid');
  for (const pause of [...pauses, undefined]) {
    if (isAbandoned(path, now())) rmSync(path, { force: true });
    if (take(path)) return () => rmSync(path, { force: true });
    if (pause !== undefined) await wait(pause);
  }
  return undefined;
}

function take(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * No file of ours, or of no process; or old, for the process may have been one of another machine, and numbers of processes
 * come back.
 */
function isAbandoned(path: string, now: Instant): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (!stat.isFile() || now - stat.mtimeMs > abandonedAfter) return true;
  try {
    return !isRunning(Number(readFileSync(path, 'utf8')));
  } catch {
    // It has just been given back.
    return false;
  }
}

function isRunning(pid: number): boolean {
  // Nothing is in it yet: its process has just made it.
  if (!(pid > 0)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
