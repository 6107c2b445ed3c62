import type { LoadedDeck } from '../core/decks/collection.ts';
import type { CardMark, IndexedDeck } from '../core/decks/indexed-deck.ts';
import { sentence } from '../core/text/sentence.ts';
import { raw } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { deckReader } from './deck-reader.ts';
import type { GroupDeck, IndexedGroup } from './index-file.ts';
import { pathBelow } from './path-below.ts';

/** The decks of all groups; of two with one id the first by path counts, as it does when all files are parsed. */
export function indexedDecks(
  root: string,
  collection: string,
  groups: readonly IndexedGroup[],
  marksOf: (group: IndexedGroup) => readonly (readonly CardMark[])[],
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
          indexedDeck({ root, place, collection }, group, deck, () => marksOf(group)[index] ?? []),
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

const indexedDeck = (
  { root, place, collection }: Home,
  group: IndexedGroup,
  { id, title, titles, paths, askable }: GroupDeck,
  marks: () => readonly CardMark[],
): IndexedDeck => ({
  collection,
  id,
  title: raw(title),
  titles: new Map(titles.map(([lang, translated]) => [lang, raw(translated)])),
  paths: paths.map(place),
  stamp: group.hash,
  askable,
  marks,
  load: () => {
    const { readDeckGroup, readTranslations } = deckReader();
    const [basePath = '', ...others] = paths;
    const base = readDeckGroup(root, collection, [basePath]).decks.find((deck) => deck.id === id);
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
  },
});
