import { join } from 'node:path';
import { type Raw, raw } from '../core/text/shown.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { makeFolders } from './make-folders.ts';

export interface StorePlaces {
  readonly fileSystem: FileSystem;
  /** `Locations.state`. */
  readonly state: string;
  /** `Locations.quarantine`. */
  readonly quarantine: string;
}

/**
 * So many summaries and stores of decks are kept in quarantine, the newest. The doctor learns from the summaries which
 * files were there once, and each is as long as the list of all files of the journal.
 */
const keptAside = 20;

/** Moves a store of the state into the quarantine, and gives its new place. Throws the system's error. */
export function setAside({ fileSystem, state, quarantine }: StorePlaces, name: string, mark: string): Raw {
  const aside = join(quarantine, `${name}-${mark}.json`);
  makeFolders(fileSystem, quarantine, () => {});
  fileSystem.rename(join(state, `${name}.json`), aside);
  attempt(() => thinOut(fileSystem, quarantine, `${name.split('-')[0]}-`));
  return raw(aside);
}

/** The same; `undefined` when the disk refuses: the store stays and is written over, for the journal has all it held. */
export const moveAside = (places: StorePlaces, name: string, mark: string): Raw | undefined =>
  attempt(() => setAside(places, name, mark));

function attempt<T>(change: () => T): T | undefined {
  try {
    return change();
  } catch (error) {
    // Of what is set aside nobody needs all.
    if (errorCode(error) === '') throw error;
    return undefined;
  }
}

function thinOut(fileSystem: FileSystem, quarantine: string, stem: string): void {
  const stores = fileSystem
    .list(quarantine)
    .filter(({ name, kind }) => kind === 'file' && name.startsWith(stem) && name.endsWith('.json'))
    .map(({ name }) => join(quarantine, name))
    .map((path) => ({ path, modified: fileSystem.status(path).modified }))
    .toSorted((a, b) => b.modified - a.modified);
  for (const { path } of stores.slice(keptAside)) fileSystem.remove(path);
}
