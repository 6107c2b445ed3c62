import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { findCollectionRoot } from '../../storage/collection-name.ts';
import type { CommandContext } from '../command.ts';

/**
 * The collection of a folder `decks` in the working directory, which somebody who starts kartei there will want to
 * see; none when it is open anyway, here or from another place.
 */
export async function offeredDecks(
  { system }: CommandContext,
  known: readonly string[],
): Promise<string | undefined> {
  const folder = join(system.cwd, 'decks');
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  // Only where there is such a folder: most starts do without a reader of decks.
  const { nameOfCollection } = await import('../../storage/read-collection.ts');
  const root = findCollectionRoot(folder);
  const names = new Set(known.map(nameOfCollection));
  return known.includes(root) || names.has(nameOfCollection(root)) ? undefined : root;
}
