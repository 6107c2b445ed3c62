import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFileSystem } from './file-system.ts';
import { makeFolders } from './make-folders.ts';
import { readRegularFile } from './read-regular-file.ts';

/** A collection that is open, and where. */
export interface CollectionPlace {
  readonly name: string;
  readonly root: string;
}

export interface MovedCollection extends CollectionPlace {
  readonly before: string;
}

const longest = 1024 * 1024;
const fileName = 'collection-places.json';

/**
 * Tells which collections stood elsewhere when they were last open on this machine, and keeps where they stand now.
 * It lies with what can be rebuilt: without it nothing is told.
 */
export function noteCollectionPlaces(
  state: string,
  places: readonly CollectionPlace[],
): readonly MovedCollection[] {
  const known = knownPlaces(state);
  const moved = places.flatMap(({ name, root }) => {
    const before = known.get(name);
    return before === undefined || before === root ? [] : [{ name, root, before }];
  });
  const isNew = places.some(({ name, root }) => known.get(name) !== root);
  if (isNew)
    writePlaces(state, new Map([...known, ...places.map(({ name, root }) => [name, root] as const)]));
  return moved;
}

/** Where collections stood when they were last open on this machine, by their names. */
export function knownPlaces(state: string): ReadonlyMap<string, string> {
  const read = readRegularFile(join(state, fileName), longest);
  if (read.kind !== 'read') return new Map();
  try {
    const value: unknown = JSON.parse(read.content.toString('utf8'));
    return new Map(Array.isArray(value) ? value.filter(isPair) : []);
  } catch {
    // It only serves to notice that a collection moved; without it nothing is noticed once.
    return new Map();
  }
}

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

function writePlaces(state: string, places: ReadonlyMap<string, string>): void {
  try {
    makeFolders(diskFileSystem, state);
    writeFileSync(join(state, fileName), JSON.stringify([...places]), { mode: 0o600 });
  } catch {
    // A read-only home: the same line is told again next time.
  }
}
