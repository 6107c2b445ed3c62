import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { IndexedCollection, IndexedDeck } from '../../core/decks/indexed-deck.ts';
import { deckKeyOf } from '../../core/history/entry.ts';
import { nearest } from '../../core/text/nearest.ts';
import { clean, raw, shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { findCollectionRoot } from '../../storage/collection-name.ts';
import { DeckIndex } from '../../storage/deck-index.ts';
import { loadDeckReader } from '../../storage/deck-reader.ts';
import { locate } from '../../storage/locations.ts';
import { restoreTerminal, takenTerminal } from '../../terminal/leave.ts';
import { sharing } from '../../terminal/messages/sharing.ts';
import { progressBar } from '../../terminal/output/progress-bar.ts';
import type { CommandContext } from '../command.ts';
import { shortPath } from '../short-path.ts';

/** The collections to open and the decks among them that were named; no names, no restriction. */
export interface DeckChoice {
  readonly collections: readonly IndexedCollection[];
  /** Deck keys, `<collection>\n<id>`. */
  readonly decks: readonly string[];
  /** The collections as their files are now; `loadDeckReader` comes before it. */
  readonly read: () => readonly IndexedCollection[];
  /** Keeps what was parsed for the next start. */
  readonly write: () => void;
}

/** Finds what the operands name: decks by their id or its last part, files and folders by their path. */
export async function chooseDecks(
  context: CommandContext,
  names: readonly string[],
  known: readonly string[],
): Promise<DeckChoice> {
  const { system, version } = context;
  const { cwd, now } = system;
  const bar = progressBar(system, context.messages.home.readingDecks, takenTerminal);
  const { cache } = locate(system);
  const options = { cache, build: `${version} ${system.build}`, now, onParse: bar.show };
  const paths = names
    .filter((name) => isPath(name) && existsSync(resolve(cwd, name)))
    .map((name) => resolve(cwd, name));
  const others = names.filter((name) => !paths.includes(resolve(cwd, name)));
  const roots = [...new Set([...known, ...paths.map(findCollectionRoot)])];
  const indexes = roots.map((root) => new DeckIndex(root, options));
  const refuse = refuser(context, known);
  const warm = indexes.map((index) => index.readWarm());
  if (warm.includes(undefined)) await loadDeckReader();
  const opened = indexes.map((index, i) => warm[i] ?? index.read());
  const collections = withoutClashes(opened, refuse);
  bar.end();
  const folders = others.filter(
    (name) => isPlainFolder(name, cwd) && decksCalled(name, collections).length === 0,
  );
  if (folders.length > 0) {
    const spelled = names.map((name) => (folders.includes(name) ? `./${name}` : name));
    return chooseDecks(context, spelled, known);
  }
  const named = others.flatMap((name) => decksNamed(context, name, collections));
  const below = paths.flatMap((path) => decksBelow(context, path, collections));
  warnOfErrors(context, paths, collections);
  const write = () => {
    for (const index of indexes) index.write();
  };
  // What clashes from now on is told at the next start: a screen has the terminal.
  const read = () =>
    withoutClashes(
      indexes.map((index) => index.read()),
      () => undefined,
    );
  return { collections, decks: [...named, ...below], read, write };
}

/** Whoever studies a file of their own hears that some of its cards may be left out; no lint ran over it. */
function warnOfErrors(
  { messages, warn, system }: CommandContext,
  paths: readonly string[],
  collections: readonly IndexedCollection[],
): void {
  const roots = new Set(paths.map(findCollectionRoot));
  const found = collections.filter(({ root }) => roots.has(root));
  for (const { root, errorCount } of found)
    if (errorCount > 0) warn(messages.home.errors(errorCount, clean(raw(shortPath(system.cwd, root, '.')))));
}

const isPath = (name: string): boolean =>
  name.includes('/') || name.includes(sep) || name.endsWith('.md') || name === '.';

/** One name, one place: a second collection with the same name would mix two progresses. */
function withoutClashes(
  collections: readonly IndexedCollection[],
  refuse: (first: IndexedCollection, second: IndexedCollection) => void,
): readonly IndexedCollection[] {
  const byName = new Map<string, IndexedCollection>();
  for (const collection of collections) {
    const first = byName.get(collection.name);
    if (first === undefined) byName.set(collection.name, collection);
    else if (first.root !== collection.root) refuse(first, collection);
  }
  return [...byName.values()];
}

/**
 * A place that was asked for is refused with an error; one that is always open is told once and left out, so that no
 * update of a collection can lock the learner out of the others.
 */
function refuser(context: CommandContext, known: readonly string[]) {
  const text = sharing[context.language];
  const told = new Set<string>();
  return (first: IndexedCollection, { name, root }: IndexedCollection): void => {
    const message = text.sameCollection(clean(raw(name)), clean(raw(first.root)), clean(raw(root)));
    if (!known.includes(root)) throw new UserError(message, text.sameHint);
    if (told.has(root)) return;
    restoreTerminal();
    context.warn(shown`${message} ${text.sameHint}`);
    told.add(root);
  };
}

/** A deck goes before a folder with its name, so that a name means the same wherever it is typed. */
const isPlainFolder = (name: string, cwd: string): boolean =>
  name !== '' && existsSync(resolve(cwd, name)) && statSync(resolve(cwd, name)).isDirectory();

const decksCalled = (name: string, collections: readonly IndexedCollection[]): readonly IndexedDeck[] =>
  collections
    .flatMap((collection) => collection.decks)
    .filter(({ id }) => id === name || id.endsWith(`/${name}`) || id.startsWith(`${name}/`));

const keyOf = ({ collection, id }: IndexedDeck): string => deckKeyOf({ collection, deck: id });

function decksNamed(
  context: CommandContext,
  name: string,
  collections: readonly IndexedCollection[],
): readonly string[] {
  const found = decksCalled(name, collections);
  if (found.length > 0) return found.map(keyOf);
  const decks = collections.flatMap((collection) => collection.decks);
  const { errors } = context.messages;
  const near = nearest(
    name,
    decks.map(({ id }) => id.split('/').at(-1) ?? id),
  );
  const hint = () => (near === undefined ? errors.listDecks : errors.didYouMean(clean(raw(near))));
  throw new UserError(errors.noSuchDeck(clean(raw(name))), hint(), 2);
}

function decksBelow(
  { messages: { errors }, system }: CommandContext,
  path: string,
  collections: readonly IndexedCollection[],
): readonly string[] {
  const isFolder = statSync(path).isDirectory();
  const decks = collections.flatMap((collection) => collection.decks);
  const found = decks.filter((deck) =>
    deck.paths.some((absolutePath) =>
      isFolder ? `${absolutePath}`.startsWith(path.endsWith(sep) ? path : path + sep) : absolutePath === path,
    ),
  );
  if (found.length > 0) return found.map(keyOf);
  const name = clean(raw(relative(system.cwd, path) || '.'));
  throw new UserError(errors.noDeckIn(clean(raw(path))), errors.whatIsWrong(name));
}
