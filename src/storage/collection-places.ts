import { join } from 'node:path';
import { readCached, writeCached } from './cache-file.ts';
import { errorCode } from './file-system.ts';

/** A collection that is open, and where. */
export interface CollectionPlace {
  readonly name: string;
  readonly root: string;
}

export interface MovedCollection extends CollectionPlace {
  readonly before: string;
}

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
  // Without the file a move is not noticed once, and a list names no path.
  const value = readCached(join(state, fileName));
  return new Map(Array.isArray(value) ? value.filter(isPair) : []);
}

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

function writePlaces(state: string, places: ReadonlyMap<string, string>): void {
  try {
    writeCached(join(state, fileName), [...places]);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    // A read-only home: the same line is told again next time.
  }
}
