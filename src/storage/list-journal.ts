import { join } from 'node:path';
import { errorCode, type FileSystem } from './file-system.ts';

/** A name in a folder of the journal. */
export type Listed = ReturnType<FileSystem['list']>[number];

/** The names in the order of their bytes, the same on every machine. Throws the system's error. */
export const listInOrder = (fileSystem: FileSystem, folder: string): readonly Listed[] =>
  fileSystem.list(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1));

export const isJournalFile = ({ name, kind }: Listed): boolean => kind === 'file' && name.endsWith('.jsonl');

export const isJournalFolder = ({ name, kind }: Listed): boolean =>
  kind === 'folder' && !name.startsWith('.');

/** How many files a journal has, for a bar that fills once. A folder that cannot be read counts as empty. */
export function countJournalFiles(fileSystem: FileSystem, folder: string): number {
  try {
    const names = fileSystem.list(folder);
    const below = names
      .filter(isJournalFolder)
      .map(({ name }) => countJournalFiles(fileSystem, join(folder, name)));
    return below.reduce((sum, count) => sum + count, names.filter(isJournalFile).length);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return 0;
  }
}
