import type { Collection, DeckFile, LoadedDeck } from '../core/decks/collection.ts';
import { pathsByStem } from '../core/decks/deck-name.ts';
import { type Raw, raw } from '../core/text/shown.ts';
import { defaultCollectionName, settingsFile } from './collection-name.ts';
import { readCollectionSettings } from './collection-settings.ts';
import {
  addTranslation,
  type DeckSource,
  type FileReadings,
  openReading,
  readSource,
  sortFiles,
} from './read-deck-files.ts';
import { walkCollection } from './walk-collection.ts';

export interface ReadCollectionOptions {
  /** How a path below the root is named in problems; as it is by default. */
  readonly nameOf?: (path: string) => string;
  /** Called after each file with how many of how many are read, and the text of those that are decks. */
  readonly onFile?: (progress: ReadProgress) => void;
}

export interface ReadProgress {
  readonly done: number;
  readonly total: number;
  readonly deck: DeckSource | undefined;
}

/** The name of the collection at a root, without reading its decks. */
export const nameOfCollection = (root: string): string =>
  readCollectionSettings(root, raw(settingsFile)).name ?? defaultCollectionName(root);

/** Reads every deck below a collection's root. A broken file costs only itself; why is among the problems. */
export function readCollection(root: string, options: ReadCollectionOptions = {}): Collection {
  const decks: LoadedDeck[] = [];
  const read = readDeckByDeck(root, options, (deck) => decks.push(deck));
  return { ...read, decks };
}

/** The same for large collections, of which each deck is looked at once, by `onDeck`, and not kept. */
export function readDeckByDeck(
  root: string,
  options: ReadCollectionOptions,
  onDeck: (deck: LoadedDeck) => void,
): Omit<Collection, 'decks'> {
  const nameOf = (path: string): Raw => raw(options.nameOf?.(path) ?? path);
  const settings = readCollectionSettings(root, nameOf(settingsFile));
  const name = settings.name ?? defaultCollectionName(root);
  const reading = openReading(root, name, nameOf);
  const { problems } = reading;
  problems.push(...settings.problems);
  const paths = walkCollection(root, settings.ignore, reading.reportAt);
  const exams: Collection['exams'][number][] = [];
  let done = 0;
  for (const group of groupsOf(paths)) {
    const files = group.flatMap((path) => {
      const source = readSource(reading, path);
      const deck = source?.frontMatter.values.has('deck') ? source : undefined;
      options.onFile?.({ done: ++done, total: paths.length, deck });
      return source ?? [];
    });
    const sorted = sortFiles(reading, files);
    exams.push(...sorted.exams);
    sorted.decks.forEach(onDeck);
  }
  const off = new Set(settings.lintOff);
  const kept = problems.filter(({ severity, rule }) => severity === 'error' || !off.has(rule));
  return { name, root, exams, problems: kept };
}

/** Files that may be one deck and its translations; in the order of the decks' paths. */
const groupsOf = (paths: readonly string[]): readonly (readonly string[])[] =>
  [...pathsByStem(paths)].sort(([a], [b]) => (`${a}.md` < `${b}.md` ? -1 : 1)).map(([, group]) => group);

/** Some files of a collection as if it held no others: what they are, and what is wrong with them. */
export function readDeckGroup(
  root: string,
  name: string,
  files: FileReadings,
): Pick<Collection, 'decks' | 'exams' | 'problems'> {
  const reading = openReading(root, name);
  const sources = [...files].flatMap(([path, file]) => readSource(reading, path, file) ?? []);
  return { ...sortFiles(reading, sources), problems: reading.problems };
}

/** The translations of a deck that was read without them, by language tag. */
export function readTranslations(
  root: string,
  deck: LoadedDeck,
  paths: readonly string[],
): LoadedDeck['translations'] {
  const reading = openReading(root, deck.collection);
  const loaded = { ...deck, translations: new Map<string, DeckFile>() };
  for (const path of paths) {
    const source = readSource(reading, path);
    if (source !== undefined) addTranslation(reading, source, deck.base.path, loaded);
  }
  return loaded.translations;
}
