import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../../storage/file-system.ts';
import { makeFolders } from '../../storage/make-folders.ts';

/** Decks are for others to read, unlike progress. */
const shared = { makeFolder: (path: string): void => mkdirSync(path) };

/** Writes a file that was not there; an existing one stays as it is. Gives the code of the system when it failed. */
export function createFile(path: string, text: string): 'created' | 'exists' | { readonly code: string } {
  try {
    makeFolders(shared, dirname(path));
    writeFileSync(path, text, { flag: 'wx' });
    return 'created';
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return errorCode(error) === 'EEXIST' ? 'exists' : { code: errorCode(error) };
  }
}
