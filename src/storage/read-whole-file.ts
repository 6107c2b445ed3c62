import type { FileSystem } from './file-system.ts';

/** A file's text (UTF-8). Throws the system's error, `ENOENT` for one that is missing. */
export function readWholeFile(fileSystem: FileSystem, path: string): string {
  const file = fileSystem.open(path);
  try {
    return fileSystem.readFrom(file, 0).toString('utf8');
  } finally {
    fileSystem.close(file);
  }
}
