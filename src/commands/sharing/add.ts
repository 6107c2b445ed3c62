import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Collection } from '../../core/decks/collection.ts';
import { shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { cloneCollection } from '../../git/clone-collection.ts';
import { folderNameOf, type RemotePlace, readRemotePlace } from '../../git/remote-place.ts';
import { removeAbandoned } from '../../git/remove-stale-locks.ts';
import { type AddedCollection, listAddedCollections, pointerPath } from '../../storage/added-collections.ts';
import { diskFileSystem, errorCode } from '../../storage/file-system.ts';
import { locate } from '../../storage/locations.ts';
import { makeFolders } from '../../storage/make-folders.ts';
import { randomHex } from '../../storage/random-hex.ts';
import { nameOfCollection, readCollection } from '../../storage/read-collection.ts';
import { type SharingMessages, sharing } from '../../terminal/messages/sharing.ts';
import { type CommandContext, flagValue, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';

interface Wanted {
  readonly context: CommandContext;
  readonly text: SharingMessages;
  readonly collections: string;
  readonly name: string;
  readonly place: RemotePlace;
}

/** Fetches a repository of decks, or enters a folder of the learner's own. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const wanted = wantedOf(context);
  const { text, name, place } = wanted;
  makeRoom(wanted);
  const isOwnFolder = place.kind === 'local' && !isRepository(place.path);
  const collection = isOwnFolder ? enterFolder(wanted, place.path) : await clone(wanted);
  const cards = collection.decks.reduce((sum, { base }) => sum + base.deck.cards.length, 0);
  context.print(text.added(show(name), collection.decks.length, cards));
  if (isOwnFolder) context.print(text.inPlace(show(collection.root)));
  const { length } = collection.problems.filter(({ severity }) => severity === 'error');
  if (length > 0) context.print(context.messages.home.errors(length, show(collection.root)));
  return 0;
};

function makeRoom({ text, collections }: Wanted): void {
  try {
    makeFolders(diskFileSystem, collections);
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    throw new UserError(text.noFolder(show(collections), show(code)), text.noFolderHint);
  }
}

function wantedOf(context: CommandContext): Wanted {
  const text = sharing[context.language];
  const [spelled, surplus] = context.arguments.operands;
  if (spelled === undefined || surplus !== undefined) {
    throw new UserError(shown`kartei add URL|PATH`, context.messages.errors.seeHelp(shown`kartei add`), 2);
  }
  const place = placeOf(context, spelled, text);
  const given = flagValue(context, 'name');
  const name = folderNameOf(given ?? (place.kind === 'local' ? place.path : place.url));
  if (name === undefined || (given !== undefined && given !== name)) {
    throw new UserError(text.badName(show(given ?? spelled)), text.nameHint, 2);
  }
  const branch = flagValue(context, 'branch');
  if (branch !== undefined && !/^[^\s\p{Cc}~^:?*[\\-][^\s\p{Cc}~^:?*[\\]*$/u.test(branch)) {
    throw new UserError(text.badBranch(show(branch)), undefined, 2);
  }
  const { collections } = locate(context.system, flagValue(context, 'progress'));
  const taken = listAddedCollections(collections).find((added) => added.name === name);
  if (taken !== undefined) {
    throw new UserError(text.nameTaken(show(name), show(taken.root)), text.takenHint(show(name)));
  }
  return { context, text, collections, name, place };
}

function placeOf({ system }: CommandContext, spelled: string, text: SharingMessages): RemotePlace {
  const home = system.home || homedir();
  const place = readRemotePlace(spelled.replace(/^~(?=\/|$)/u, () => home));
  if (place === undefined) throw new UserError(text.notAnAddress(show(spelled)), text.addresses, 2);
  if (place.kind === 'remote') return place;
  const path = resolve(system.cwd, place.path);
  if (!isFolder(path)) throw new UserError(text.notThere(show(path)), undefined);
  return { kind: 'local', path: realpathSync(path) };
}

/** A work tree, or a bare repository. */
const isRepository = (path: string): boolean =>
  exists(join(path, '.git')) ||
  (exists(join(path, 'HEAD')) && exists(join(path, 'objects')) && exists(join(path, 'refs')));

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const isFolder = (path: string): boolean => {
  try {
    return lstatSync(realpathSync(path)).isDirectory();
  } catch {
    // The learner hears that nothing is there.
    return false;
  }
};

function enterFolder(wanted: Wanted, path: string): Collection {
  const collection = readCollection(path);
  check(wanted, collection, path);
  writeFileSync(pointerPath(wanted.collections, wanted.name), `${path}\n`, { flag: 'wx', mode: 0o600 });
  return collection;
}

/** How the folder of a clone is named until all is well. */
const unfinished = '.adding-';

/** Clones beside the other collections under a name that nobody reads, and gives it its own when all is well. */
async function clone(wanted: Wanted): Promise<Collection> {
  const { context, collections, name, place } = wanted;
  removeAbandoned(collections, (entry) => entry.startsWith(unfinished), context.system.now());
  const target = join(collections, `${unfinished}${randomHex(4)}`);
  const root = join(collections, name);
  try {
    await cloneCollection({
      env: context.system.env,
      place,
      branch: flagValue(context, 'branch'),
      target,
      parent: collections,
    });
    check(wanted, readCollection(target), root);
    renameSync(target, root);
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
  return readCollection(root);
}

/** A collection needs a deck, and a name that no other place has: they would share their progress. */
function check({ context, text, collections, name }: Wanted, found: Collection, root: string): void {
  if (found.decks.length === 0) throw new UserError(text.noDecks, text.noDecksHint);
  const places: readonly Pick<AddedCollection, 'root'>[] = [
    { root: context.system.shippedDecks },
    ...listAddedCollections(collections),
  ];
  const known = found.name.startsWith(`local/${unfinished}`) ? `local/${name}` : found.name;
  const other = places.find((place) => place.root !== root && nameOfCollection(place.root) === known);
  if (other === undefined) return;
  throw new UserError(text.sameCollection(show(known), show(other.root), show(root)), text.sameHint);
}
