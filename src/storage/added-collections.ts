import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import { errorCode } from './file-system.ts';
import { readRegularFile } from './read-regular-file.ts';

/** A collection that was added: a clone of ours, or a folder of the learner's own that is opened where it is. */
export interface AddedCollection {
  /** The name under which it was added. */
  readonly name: string;
  readonly kind: 'clone' | 'folder';
  readonly root: string;
}

/** What a name in the folder of collections may be; everything else there is passed over. */
const namePattern = /^[a-z0-9][a-z0-9._-]{0,63}$/u;
/** A file that names a folder elsewhere. */
const pointer = '.path';
const longestPath = 4096;

export const pointerPath = (collections: string, name: string): string =>
  join(collections, `${name}${pointer}`);

/** Every added collection, sorted by name; none when the folder is missing. A `UserError` when it cannot be read. */
export function listAddedCollections(collections: string): readonly AddedCollection[] {
  return namesIn(collections)
    .sort()
    .flatMap((entry): readonly AddedCollection[] => {
      const path = join(collections, entry);
      const name = entry.endsWith(pointer) ? entry.slice(0, -pointer.length) : entry;
      if (!namePattern.test(name)) return [];
      if (!entry.endsWith(pointer)) return isFolder(path) ? [{ name, kind: 'clone', root: path }] : [];
      const read = readRegularFile(path, longestPath);
      const root = read.kind === 'read' ? read.content.toString('utf8').trim() : '';
      return isFolder(root) ? [{ name, kind: 'folder', root }] : [];
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    // With a file in place of a folder above there is no place for progress either, and that is said.
    if (code === 'ENOENT' || (code === 'ENOTDIR' && !existsSync(folder))) return [];
    const why = sentence`The folder of added decks ${folder} cannot be read (${code}).`;
    throw new UserError(why, sentence('Nothing is lost. Make the folder readable.'));
  }
}

/** A folder on a disk that is not there now is passed over until it is. */
function isFolder(path: string): boolean {
  try {
    return path !== '' && lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Takes a collection off the list; a folder of the learner's own stays. The progress is elsewhere and stays. */
export function removeAddedCollection(collections: string, { name, kind, root }: AddedCollection): void {
  if (kind === 'folder') rmSync(pointerPath(collections, name), { force: true });
  else rmSync(root, { recursive: true, force: true });
}
