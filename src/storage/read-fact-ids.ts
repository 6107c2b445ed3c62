import { realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { readRegularFile } from './read-regular-file.ts';

const largest = 8 * 1024 * 1024;

/**
 * The first words of a file's lines, which may be a table with tabs; lines that begin with `#` are notes.
 * `undefined` when there is no such file inside the collection.
 */
export function readFactIds(root: string, path: string): ReadonlySet<string> | undefined {
  const file = resolve(root, path);
  if (!isInside(root, file)) return undefined;
  const reading = readRegularFile(file, largest);
  if (reading.kind !== 'read') return undefined;
  const lines = reading.content.toString('utf8').split(/\r?\n/u);
  return new Set(lines.flatMap((line) => (line.startsWith('#') ? [] : (/^\S+/u.exec(line)?.[0] ?? []))));
}

/** Folders on the way may be links; what counts is where they lead. */
function isInside(root: string, file: string): boolean {
  try {
    return realpathSync(file).startsWith(join(realpathSync(root), sep));
  } catch {
    // Nowhere is not inside.
    return false;
  }
}
