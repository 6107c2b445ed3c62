import { join } from 'node:path';
import type { Collection, DeckFile, LoadedDeck } from '../core/decks/collection.ts';
import { deckNameOf, defaultDeckId } from '../core/decks/deck-name.ts';
import { type Report, reportTo } from '../core/decks/format-rules.ts';
import type { FrontMatter } from '../core/decks/front-matter.ts';
import { limits } from '../core/decks/limits.ts';
import { matchTranslation } from '../core/decks/match-translation.ts';
import { parseDeck } from '../core/decks/parse-deck.ts';
import type { Problem } from '../core/decks/problem.ts';
import { sentence } from '../core/text/sentence.ts';
import { type Raw, raw } from '../core/text/shown.ts';
import { decodeText } from './decode-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { type FileReading, readRegularFile } from './read-regular-file.ts';

/** A Markdown file with front matter of ours, as it stands on the disk. */
export interface DeckSource {
  /** Below the root. */
  readonly path: string;
  readonly text: Raw;
  readonly frontMatter: FrontMatter;
}

/** What is known while files of a collection are read. */
export interface Reading {
  readonly root: string;
  /** The collection's name. */
  readonly name: string;
  readonly problems: Problem[];
  readonly reportAt: (path: string) => Report;
  readonly nameOf: (path: string) => Raw;
  /** Paths of the decks that were read, by id. */
  readonly ids: Map<string, string>;
}

/** `nameOf` tells how a path below the root is named in problems. */
export function openReading(root: string, name: string, nameOf: (path: string) => Raw = raw): Reading {
  const problems: Problem[] = [];
  const reportAt = (path: string): Report => reportTo(problems, nameOf(path));
  return { root, name, problems, reportAt, nameOf, ids: new Map() };
}

/** The decks and exams of files that belong together. */
export function sortFiles(
  reading: Reading,
  files: readonly DeckSource[],
): Pick<Collection, 'decks' | 'exams'> {
  const decks = files.filter(({ frontMatter }) => frontMatter.values.has('deck'));
  const exams = files.filter(({ frontMatter }) => !frontMatter.values.has('deck'));
  return {
    decks: readDecks(reading, decks),
    exams: exams.map(({ path }) => ({ path: raw(path), absolutePath: join(reading.root, path) })),
  };
}

/** What was read of files, by their paths below the root. */
export type FileReadings = ReadonlyMap<string, FileReading>;

export const readFiles = (root: string, paths: readonly string[]): FileReadings =>
  new Map(paths.map((path) => [path, readBelow(root, path)]));

const readBelow = (root: string, path: string): FileReading => readRegularFile(join(root, path), limits.file);

/** `undefined` for files that are none of ours, and for those that cannot be read, which are reported. */
export function readSource(
  { root, reportAt }: Reading,
  path: string,
  file: FileReading = readBelow(root, path),
): DeckSource | undefined {
  const report = reportAt(path);
  const start = { line: 1, column: 1 };
  if (file.kind === 'unreadable') {
    report(
      'encoding',
      start,
      sentence`This file cannot be read (${file.code}).`,
      sentence('Look at its permissions.'),
    );
    return undefined;
  }
  const decoded = decodeText(file.content);
  const frontMatter = readFrontMatter(decoded.text);
  if (frontMatter.kind === 'none') return undefined;
  if (frontMatter.kind === 'problem') {
    report('front-matter', frontMatter, frontMatter.message, frontMatter.hint);
    return undefined;
  }
  if (!frontMatter.values.has('deck') && !frontMatter.values.has('exam')) return undefined;
  if (file.kind === 'large')
    report('limit', start, sentence('This file is larger than 2 MiB.'), sentence('Split the deck.'));
  else if (decoded.kind === 'broken')
    report(
      'encoding',
      decoded,
      decoded.utf16
        ? sentence('This file is UTF-16, not UTF-8.')
        : sentence('This line holds a byte that is not UTF-8.'),
      sentence('Save the file as UTF-8.'),
    );
  else return { path, text: decoded.text, frontMatter };
  return undefined;
}

function readDecks(reading: Reading, files: readonly DeckSource[]): readonly LoadedDeck[] {
  const { name: collection, ids } = reading;
  const paths = new Set(files.map(({ path }) => path));
  const basePath = (path: string): string | undefined => {
    const { stem, lang } = deckNameOf(path);
    return lang !== undefined && paths.has(`${stem}.md`) ? `${stem}.md` : undefined;
  };
  const decks = new Map<string, LoadedDeck & { readonly translations: Map<string, DeckFile> }>();
  for (const file of files) {
    if (basePath(file.path) !== undefined) continue;
    const base = readDeckFile(reading, file, defaultDeckId(file.path));
    if (!base) continue;
    const { id } = base.deck.head;
    const other = ids.get(id);
    if (other === undefined) {
      ids.set(id, file.path);
      decks.set(file.path, { collection, id, base, translations: new Map() });
    } else reportSameId(reading, file, id, other);
  }
  for (const file of files) {
    const path = basePath(file.path);
    if (path !== undefined) addTranslation(reading, file, path, decks.get(path));
  }
  return [...decks.values()];
}

function readDeckFile(reading: Reading, file: DeckSource, defaultId: string): DeckFile | undefined {
  const { path, text, frontMatter } = file;
  const { lang } = deckNameOf(path);
  const name = reading.nameOf(path);
  const { deck, problems } = parseDeck(text, { path: name, defaultId, langFromName: lang, frontMatter });
  for (const problem of problems) reading.problems.push(problem);
  return deck && { path: raw(path), absolutePath: join(reading.root, path), deck };
}

function reportSameId(
  { reportAt }: Reading,
  { path, frontMatter }: DeckSource,
  id: string,
  other: string,
): void {
  const at = frontMatter.positions.get('id') ?? frontMatter.positions.get('deck') ?? { line: 1, column: 1 };
  reportAt(path)(
    'duplicate-deck',
    at,
    sentence`The deck id \`${id}\` is already that of ${other}.`,
    sentence('Give this deck another `id`.'),
  );
}

export function addTranslation(
  reading: Reading,
  file: DeckSource,
  path: string,
  loaded: (LoadedDeck & { readonly translations: Map<string, DeckFile> }) | undefined,
): void {
  const report = reading.reportAt(file.path);
  const at = file.frontMatter.positions.get('id') ?? { line: 1, column: 1 };
  if (!loaded) {
    report(
      'translation-base',
      at,
      sentence`This translation is not read: ${path} has errors.`,
      sentence('Mend that file first.'),
    );
    return;
  }
  const found = readDeckFile(reading, file, loaded.id);
  if (!found) return;
  const { lang, id } = found.deck.head;
  if (id !== loaded.id)
    report(
      'translation-id',
      at,
      sentence`A translation has the id of its base, \`${loaded.id}\`.`,
      sentence('Remove the `id`.'),
    );
  if (lang === loaded.base.deck.head.lang || loaded.translations.has(lang)) {
    report(
      'translation-base',
      at,
      sentence`There is already a file in the language \`${lang}\`.`,
      sentence('Give one of them another `lang`.'),
    );
    return;
  }
  const { deck, problems } = matchTranslation(loaded.base.deck, found.deck, reading.nameOf(file.path));
  const off = new Set(deck.head.lintOff);
  reading.problems.push(...problems.filter(({ severity, rule }) => severity === 'error' || !off.has(rule)));
  loaded.translations.set(lang, { ...found, deck: { ...deck, head: { ...deck.head, id: loaded.id } } });
}
