import type { LoadedCard, LoadedDeck } from '../core/decks/collection.ts';
import type { IndexedDeck } from '../core/decks/indexed-deck.ts';
import { sentence } from '../core/text/sentence.ts';
import { raw } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { cardReader, deckReader } from './deck-reader.ts';
import type { GroupRecord } from './group-record.ts';
import type { GroupDeck, IndexedGroup } from './index-file.ts';
import { pathBelow } from './path-below.ts';
import type { OutlinedDeck } from './read-cards.ts';

/** The decks of all groups; of two with one id the first by path counts, as it does when all files are parsed. */
export function indexedDecks(
  root: string,
  collection: string,
  groups: readonly IndexedGroup[],
  recordOf: (group: IndexedGroup) => GroupRecord,
): { readonly decks: readonly IndexedDeck[]; readonly clashes: number } {
  const decks = new Map<string, IndexedDeck>();
  const place = pathBelow(root);
  let clashes = 0;
  for (const group of groups) {
    group.decks.forEach((deck, index) => {
      if (decks.has(deck.id)) clashes++;
      else
        decks.set(
          deck.id,
          indexedDeck({ root, place, collection }, { group, deck, index, record: () => recordOf(group) }),
        );
    });
  }
  return { decks: [...decks.values()], clashes };
}

interface Home {
  readonly root: string;
  readonly place: (path: string) => string;
  readonly collection: string;
}

interface Known {
  readonly group: IndexedGroup;
  readonly deck: GroupDeck;
  /** The deck's place in its group. */
  readonly index: number;
  readonly record: () => GroupRecord;
}

function indexedDeck(home: Home, known: Known): IndexedDeck {
  const { group, deck, index, record } = known;
  let cards: ((id: string) => LoadedCard | undefined) | undefined;
  return {
    collection: home.collection,
    id: deck.id,
    title: raw(deck.title),
    titles: new Map(deck.titles.map(([lang, translated]) => [lang, raw(translated)])),
    paths: deck.paths.map(home.place),
    stamp: group.hash,
    askable: deck.askable,
    marks: () => record().marks[index] ?? [],
    card: (id) => {
      cards ??= cardReader().openCards(outlinedDeck(home, known));
      return cards(id);
    },
  };
}

function outlinedDeck(home: Home, { group, deck, index, record }: Known): OutlinedDeck {
  const { marks, outlines } = record();
  const files = (outlines()[index] ?? []).flatMap((outline, i) => {
    const path = deck.paths[i];
    const stamp = group.files.find((file) => file[0] === path);
    return path === undefined ? [] : [{ path, absolutePath: home.place(path), stamp, outline }];
  });
  return {
    collection: home.collection,
    id: deck.id,
    files,
    ids: (marks[index] ?? []).map(({ id }) => id),
    load: () => loadDeck(home, deck),
  };
}

function loadDeck({ root, collection }: Home, { id, paths }: GroupDeck): LoadedDeck {
  const { readFiles, readDeckGroup, readTranslations } = deckReader();
  const [basePath = '', ...others] = paths;
  const base = readDeckGroup(root, collection, readFiles(root, [basePath])).decks.find(
    (deck) => deck.id === id,
  );
  let translations: LoadedDeck['translations'] | undefined;
  if (base !== undefined)
    return {
      ...base,
      // Read for those who ask for one.
      get translations() {
        translations ??= readTranslations(root, base, others);
        return translations;
      },
    };
  throw new UserError(
    sentence`The deck ${id} has just been changed or removed.`,
    sentence('Nothing is lost. Start kartei again.'),
  );
}
