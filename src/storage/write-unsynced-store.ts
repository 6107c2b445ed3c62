import { join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { randomHex } from './random-hex.ts';
import { removeQuietly } from './remove-quietly.ts';
import { writeAll } from './segment-file.ts';

/**
 * Replaces a whole store without waiting for the disk, for one that a check sum vouches for elsewhere: after a power
 * cut it may be cut or gone, and is then found out. Throws the system's errors.
 */
export function writeUnsyncedStore(
  fileSystem: FileSystem,
  folder: string,
  name: string,
  content: object,
): void {
  const path = join(folder, `${name}.json`);
  const draft = `${path}-${randomHex(4)}.tmp`;
  const file = fileSystem.create(draft);
  try {
    writeAll(fileSystem, file, Buffer.from(JSON.stringify(content)));
  } catch (error) {
    removeQuietly(fileSystem, draft);
    throw error;
  } finally {
    fileSystem.close(file);
  }
  fileSystem.rename(draft, path);
}
