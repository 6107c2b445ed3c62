import { renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { doubled, halved } from './doubled.ts';
import { diskFileSystem } from './file-system.ts';
import { makeFolders } from './make-folders.ts';
import { readRegularFile } from './read-regular-file.ts';
import { removeQuietly } from './remove-quietly.ts';

/** Bytes. */
const longest = 1024 * 1024 * 1024;

/** The JSON of a file that nobody has to have; `undefined` when it is missing, cut or damaged. */
export function readCached(path: string): unknown {
  const file = readRegularFile(path, longest);
  if (file.kind !== 'read') return undefined;
  try {
    return JSON.parse(halved(file.content) ?? '');
  } catch {
    return undefined;
  }
}

/** Replaces the file at once, so that a reader finds the old one or the new one. Throws the system's error. */
export function writeCached(path: string, value: unknown): void {
  makeFolders(diskFileSystem, dirname(path));
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, doubled(JSON.stringify(value)), { mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    removeQuietly(diskFileSystem, draft);
    throw error;
  }
}
