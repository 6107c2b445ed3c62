import { join } from 'node:path';
import { errorCode, type FileStatus, type FileSystem } from '../file-system.ts';

export interface JournalPath {
  /** Below the progress folder, with `/`. */
  readonly path: string;
  readonly status: FileStatus;
}

/** Every journal file of every device, in the order of their paths. A folder that is missing is an empty journal. */
export function journalFiles(fileSystem: FileSystem, progress: string, below = ''): readonly JournalPath[] {
  const found: JournalPath[] = [];
  for (const { name, kind } of listed(fileSystem, join(progress, below))) {
    const path = below === '' ? name : `${below}/${name}`;
    if (name.startsWith('.')) continue;
    if (kind === 'folder') found.push(...journalFiles(fileSystem, progress, path));
    if (kind === 'file' && name.endsWith('.jsonl')) {
      found.push({ path, status: fileSystem.status(join(progress, path)) });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function listed(fileSystem: FileSystem, folder: string): ReturnType<FileSystem['list']> {
  try {
    return fileSystem.list(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return [];
  }
}

/** A file's bytes. */
export function readBytes(fileSystem: FileSystem, path: string): Buffer {
  const file = fileSystem.open(path);
  try {
    return fileSystem.readFrom(file, 0);
  } finally {
    fileSystem.close(file);
  }
}
