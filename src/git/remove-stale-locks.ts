import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hour, type Instant, type Milliseconds } from '../core/schedule/time.ts';

/** Longer than Git is ever left running; a lock that is older belongs to nobody. */
export const abandonedAfter = hour;

/** Takes away the locks of a Git that was killed; it would refuse to work for ever. */
export function removeStaleLocks(
  gitFolder: string,
  now: Instant,
  olderThan: Milliseconds = abandonedAfter,
): void {
  for (const folder of [gitFolder, join(gitFolder, 'refs/heads'), join(gitFolder, 'refs/remotes/origin')])
    removeAbandoned(folder, (name) => name.endsWith('.lock'), now, olderThan);
}

/** Removes what a killed run has left in a folder, once nothing can be at work on it. */
export function removeAbandoned(
  folder: string,
  isOurs: (name: string) => boolean,
  now: Instant,
  olderThan: Milliseconds = abandonedAfter,
): void {
  for (const name of namesIn(folder).filter(isOurs)) {
    const path = join(folder, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat && now - stat.mtimeMs > olderThan) rmSync(path, { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // What is wrong with the folder is Git's to say, which works in it next.
    return [];
  }
}
