import { join, resolve } from 'node:path';
import { deckNameOf, defaultDeckId } from '../../core/decks/deck-name.ts';
import { type ParsedDeck, parseDeck } from '../../core/decks/parse-deck.ts';
import type { Problem } from '../../core/decks/problem.ts';
import { raw } from '../../core/text/shown.ts';
import { readCollection } from '../../storage/read-collection.ts';
import type { DeckSource } from '../../storage/read-deck-files.ts';
import { shortPath } from '../short-path.ts';
import { isWithin } from './paths-by-root.ts';

/** A deck file by itself, as it is written: no translation is laid over its base. */
export interface ParsedSource extends DeckSource {
  readonly absolutePath: string;
  /** As messages name it. */
  readonly name: string;
  readonly parsed: ParsedDeck;
}

export interface Sources {
  /** Every deck file of the collection, sorted by path. */
  readonly files: readonly ParsedSource[];
  /** Errors of files within the wanted paths that could not be read at all. */
  readonly unreadable: readonly Problem[];
}

const unreadableRules: readonly string[] = ['encoding', 'front-matter', 'limit'];

export function readSources(cwd: string, root: string, wanted: readonly string[]): Sources {
  const nameOf = (path: string): string => shortPath(cwd, root, path);
  const files: ParsedSource[] = [];
  const { problems } = readCollection(root, {
    nameOf,
    onFile: ({ deck }) => {
      if (deck) files.push(parseSource(root, deck, nameOf(deck.path)));
    },
  });
  const known = new Set(files.map(({ name }) => name));
  const unreadable = problems.filter(
    ({ path, rule }) =>
      unreadableRules.includes(rule) &&
      !known.has(path) &&
      wanted.some((one) => isWithin(one, resolve(cwd, path))),
  );
  return { files, unreadable };
}

export function parseSource(root: string, deck: DeckSource, name: string): ParsedSource {
  const parsed = parseDeck(deck.text, {
    path: raw(name),
    defaultId: defaultDeckId(deck.path),
    langFromName: deckNameOf(deck.path).lang,
    frontMatter: deck.frontMatter,
  });
  return { ...deck, name, absolutePath: join(root, deck.path), parsed };
}
