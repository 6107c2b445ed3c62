import { dirname } from 'node:path';
import type { FileSystem } from '../file-system.ts';
import { makeFolders, syncFolder } from '../make-folders.ts';
import { removeQuietly } from '../remove-quietly.ts';
import { writeAll } from '../segment-file.ts';

/**
 * Puts a new file in its place whole or not at all, and on the disk before this returns. What an interrupted attempt
 * leaves behind ends in `.tmp`, which nobody reads. A file that is there already is replaced: name it by its content.
 */
export function writeNewFile(fileSystem: FileSystem, path: string, bytes: Uint8Array, tag: string): void {
  const folders = new Set([dirname(path)]);
  makeFolders(fileSystem, dirname(path), (parent) => folders.add(parent));
  placeNewFile(fileSystem, path, bytes, tag);
  for (const folder of folders) syncFolder(fileSystem, folder);
}

/** The same in a folder that is there, and whose names are synced later: until then a power cut may take the file. */
export function placeNewFile(fileSystem: FileSystem, path: string, bytes: Uint8Array, tag: string): void {
  const draft = `${path}-${tag}.tmp`;
  const file = fileSystem.create(draft);
  try {
    writeAll(fileSystem, file, bytes);
    fileSystem.syncContent(file);
  } catch (error) {
    removeQuietly(fileSystem, draft);
    throw error;
  } finally {
    fileSystem.close(file);
  }
  fileSystem.rename(draft, path);
}
