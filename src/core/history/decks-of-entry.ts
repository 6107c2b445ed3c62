import { deckKeyOf, type Entry } from './entry.ts';

/** The keys of the decks that an entry speaks of by name. */
export function decksOfEntry(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'move':
      return [deckKeyOf(entry.from), deckKeyOf(entry.to)];
    case 'exam-start':
      return entry.items.map(deckKeyOf);
    default:
      return 'deck' in entry ? [deckKeyOf(entry)] : [];
  }
}
