import { errorCode, type FileSystem } from './file-system.ts';

/** A draft that cannot even be removed does no harm: nobody reads it. */
export function removeQuietly(fileSystem: FileSystem, path: string): void {
  try {
    fileSystem.remove(path);
  } catch (error) {
    if (errorCode(error) === '') throw error;
  }
}
