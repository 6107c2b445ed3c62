import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Collection } from '../core/decks/collection.ts';
import { nearest } from '../core/text/nearest.ts';
import { clean, raw, shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { findCollectionRoot } from '../storage/collection-name.ts';
import { readCollection } from '../storage/read-collection.ts';
import type { CommandContext } from './command.ts';
import { shortPath } from './short-path.ts';

/** The collections to open and the decks among them that were named; no names, no restriction. */
export interface DeckChoice {
  readonly read: () => readonly Collection[];
  /** Deck keys, `<collection>\n<id>`. */
  readonly decks: readonly string[];
}

/** Finds what the operands name: decks by their id or its last part, files and folders by their path. */
export function chooseDecks(
  context: CommandContext,
  names: readonly string[],
  known: readonly string[],
): DeckChoice {
  const { cwd } = context.system;
  const paths = names
    .filter((name) => isPath(name) && existsSync(resolve(cwd, name)))
    .map((name) => resolve(cwd, name));
  const others = names.filter((name) => !paths.includes(resolve(cwd, name)));
  const roots = [...new Set([...known, ...paths.map(findCollectionRoot)])];
  const read = () =>
    withoutClashes(
      roots.map((root) => readCollection(root, { nameOf: (path) => shortPath(cwd, root, path) })),
    );
  const collections = read();
  const named = others.flatMap((name) => decksNamed(context, name, collections));
  const below = paths.flatMap((path) => decksBelow(path, collections));
  let first: readonly Collection[] | undefined = collections;
  const readAgain = () => {
    const given = first ?? read();
    first = undefined;
    return given;
  };
  return { read: readAgain, decks: [...named, ...below] };
}

const isPath = (name: string): boolean =>
  name.includes('/') || name.includes(sep) || name.endsWith('.md') || name === '.';

/** One name, one place: a second collection with the same name would mix two progresses. */
function withoutClashes(collections: readonly Collection[]): readonly Collection[] {
  const byName = new Map<string, Collection>();
  for (const collection of collections) {
    const first = byName.get(collection.name);
    if (first !== undefined && first.root !== collection.root) {
      throw new UserError(
        shown`Two collections are called "${clean(raw(collection.name))}": ${clean(raw(first.root))} and ${clean(raw(collection.root))}`,
        shown`Give one of them another name in its .kartei.yaml, or open them one at a time.`,
      );
    }
    byName.set(collection.name, collection);
  }
  return [...byName.values()];
}

const keyOf = (deck: Collection['decks'][number]): string => `${deck.collection}\n${deck.id}`;

function decksNamed(
  context: CommandContext,
  name: string,
  collections: readonly Collection[],
): readonly string[] {
  const decks = collections.flatMap((collection) => collection.decks);
  const found = decks.filter(({ id }) => id === name || id.endsWith(`/${name}`) || id.startsWith(`${name}/`));
  if (found.length > 0) return found.map(keyOf);
  const { errors } = context.messages;
  const near = nearest(
    name,
    decks.map(({ id }) => id.split('/').at(-1) ?? id),
  );
  const hint = near === undefined ? errors.seeHelp(shown`kartei due`) : errors.didYouMean(clean(raw(near)));
  throw new UserError(errors.noSuchDeck(clean(raw(name))), hint, 2);
}

function decksBelow(path: string, collections: readonly Collection[]): readonly string[] {
  const isFolder = statSync(path).isDirectory();
  const decks = collections.flatMap((collection) => collection.decks);
  const found = decks.filter(({ base, translations }) =>
    [base, ...translations.values()].some(({ absolutePath }) =>
      isFolder ? `${absolutePath}`.startsWith(path.endsWith(sep) ? path : path + sep) : absolutePath === path,
    ),
  );
  if (found.length > 0) return found.map(keyOf);
  throw new UserError(
    shown`There is no deck in ${clean(raw(path))}.`,
    shown`A deck is a Markdown file whose front matter has the key deck; kartei lint says what is wrong with it.`,
  );
}
