import type { CardReading } from './read-cards.ts';
import type { DeckReading } from './read-deck-group.ts';

let cards: CardReading | undefined;
let decks: DeckReading | undefined;

/**
 * Loads what single cards of an indexed deck are read and asked with: all that comes before a session's first question.
 * To be awaited before anybody asks for a card's text.
 */
export async function loadCardReader(): Promise<void> {
  if (cards === undefined) ({ cardReading: cards } = await import('./read-cards.ts'));
}

/** Loads what reads whole deck files besides, YAML and front matter, which a start with a warm index does without. */
export async function loadDeckReader(): Promise<void> {
  await loadCardReader();
  if (decks === undefined) ({ deckReading: decks } = await import('./read-deck-group.ts'));
}

/** What was to be loaded was not awaited, and what is asked for is not known without it. */
class DeckReaderMissing extends Error {}

/** Loads what an error says is missing; any other error is thrown again. */
export async function loadMissingReader(error: unknown): Promise<void> {
  if (!(error instanceof DeckReaderMissing)) throw error;
  await loadDeckReader();
}

/** What `loadCardReader` has loaded. */
export function cardReader(): CardReading {
  if (cards === undefined)
    throw new DeckReaderMissing('loadCardReader must be awaited before cards are read.');
  return cards;
}

/** Whether `deckReader` can be called. */
export const hasDeckReader = (): boolean => decks !== undefined;

/** What `loadDeckReader` has loaded. */
export function deckReader(): DeckReading {
  if (decks === undefined)
    throw new DeckReaderMissing('loadDeckReader must be awaited before decks are read.');
  return decks;
}
