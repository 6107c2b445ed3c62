import type { Progress } from './progress.ts';
import { Table } from './table.ts';

/** The keys of the decks in which the two differ; all of them when there was nothing before. */
export function changedDecks(before: Progress | undefined, after: Progress): ReadonlySet<string> {
  const decks = new Set<string>();
  const compare = <Value>(a: Table<Value>, b: Table<Value>): void => {
    for (const key of b.changedSince(a)) decks.add(deckKeyIn(key));
  };
  compare(before?.cards ?? new Table(), after.cards);
  compare(before?.journal.records ?? new Table(), after.journal.records);
  return decks;
}

/** The deck of a card or a part of one: the first two lines of its key. */
const deckKeyIn = (key: string): string => key.slice(0, key.indexOf('\n', key.indexOf('\n') + 1));
