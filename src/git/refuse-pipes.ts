import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';

/** Folders of Git in which there was none. */
const sound = new Set<string>();

/**
 * Git would wait for a pipe in the place of one of its files, and read a device without an end. Of a repository that came
 * with a shared folder either may be there. Throws a `UserError`.
 */
export function refusePipes(gitFolder: string): void {
  if (sound.has(gitFolder)) return;
  const found = pipesBelow(gitFolder);
  if (found !== undefined) {
    throw new UserError(
      sentence`In the place of a file of Git there is a pipe or a device: ${found}`,
      sentence('Nothing was changed. Remove it, then try again.'),
    );
  }
  sound.add(gitFolder);
}

function pipesBelow(folder: string): string | undefined {
  for (const entry of entriesIn(folder)) {
    const path = join(folder, entry.name);
    const found = entry.isDirectory() ? pipesBelow(path) : entry.isFile() ? undefined : pipeAt(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // None yet, or not for us: Git will say so.
    return [];
  }
}

function pipeAt(path: string): string | undefined {
  try {
    const stat = statSync(path);
    return stat.isFIFO() || stat.isCharacterDevice() || stat.isBlockDevice() ? path : undefined;
  } catch {
    // A link that leads nowhere.
    return undefined;
  }
}
