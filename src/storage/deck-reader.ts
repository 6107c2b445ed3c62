import type { DeckReading } from './read-deck-group.ts';

let reader: DeckReading | undefined;

/**
 * Loads what reads deck files: parsers of Markdown, YAML and front matter, which a start with a warm index does
 * without. To be awaited before anybody asks for a card's text.
 */
export async function loadDeckReader(): Promise<void> {
  if (reader === undefined) ({ deckReading: reader } = await import('./read-deck-group.ts'));
}

/** `loadDeckReader` was not awaited, and what was to be known without it is not. */
export class DeckReaderMissing extends Error {}

/** Whether `deckReader` can be called. */
export const hasDeckReader = (): boolean => reader !== undefined;

/** What `loadDeckReader` has loaded. */
export function deckReader(): DeckReading {
  if (reader === undefined)
    throw new DeckReaderMissing('loadDeckReader must be awaited before decks are read.');
  return reader;
}
