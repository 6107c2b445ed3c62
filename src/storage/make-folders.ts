import { dirname } from 'node:path';
import { errorCode, type FileSystem } from './file-system.ts';

/**
 * Makes a folder and those above it that are missing; tells each parent that got a new folder, topmost first. Node's own
 * way tries for ever where a folder cannot be made although the one above it is there, as in a home that is not mounted.
 */
export function makeFolders(
  fileSystem: Pick<FileSystem, 'makeFolder'>,
  path: string,
  onParent: (parent: string) => void = () => {},
): void {
  try {
    fileSystem.makeFolder(path);
    onParent(dirname(path));
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolders(fileSystem, dirname(path), onParent);
    fileSystem.makeFolder(path);
    onParent(dirname(path));
  }
}

/** What a file system answers that cannot sync folders. */
const folderSyncMissing: readonly string[] = ['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM'];

/** Makes the names in a folder survive a power cut, where the system can. */
export function syncFolder(fileSystem: FileSystem, path: string): void {
  try {
    const folder = fileSystem.openFolder(path);
    try {
      fileSystem.sync(folder);
    } finally {
      fileSystem.close(folder);
    }
  } catch (error) {
    if (!folderSyncMissing.includes(errorCode(error))) throw error;
  }
}
