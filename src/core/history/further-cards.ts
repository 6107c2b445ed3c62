import type { CardProgress } from './card-progress.ts';
import { type CardEntry, cardEntries, type DeckCheckpoint, recordEntries } from './checkpoint.ts';
import { deckKeyOf, memoryKey } from './entry.ts';
import type { Progress } from './progress.ts';
import type { Table } from './table.ts';

/** More than this are better copied into one layer of a table than carried on top of it. */
const manyEntries = 256;

/** The same progress with further decks of its checkpoint. `undefined`: they are none of this version. */
export function addDecks(progress: Progress, decks: readonly DeckCheckpoint[]): Progress | undefined {
  const cards = cardEntries(decks);
  if (cards === undefined) return undefined;
  const { journal, ...rest } = withEntries(progress, cards);
  const missingDecks = new Set(journal.missingDecks);
  for (const deck of decks) missingDecks.delete(deckKeyOf(deck));
  return {
    ...rest,
    journal: { ...journal, missingDecks, records: extended(journal.records, recordEntries(decks)) },
  };
}

/**
 * The same progress with single cards of decks that stay missing, as the checkpoint has them. It is enough to see what
 * comes first; before one of them is answered its deck must be read.
 */
export const addCards = (progress: Progress, cards: readonly CardProgress[]): Progress =>
  withEntries(
    progress,
    cards.map((card) => [memoryKey(card.ref), card] as const),
  );

function withEntries(progress: Progress, entries: readonly CardEntry[]): Progress {
  const { cards, journal } = progress;
  const bases = extended(journal.bases, entries);
  // Until something is recorded the cards are as the checkpoint has them.
  return {
    ...progress,
    cards: cards === journal.bases ? bases : extended(cards, entries),
    journal: { ...journal, bases },
  };
}

function extended<Value>(table: Table<Value>, entries: readonly (readonly [string, Value])[]): Table<Value> {
  const larger = table.fork();
  for (const [key, value] of entries) larger.set(key, value);
  return entries.length > manyEntries ? larger.settle() : larger;
}
