import type { DeckContext, ParsedDeck } from '../../src/core/decks/parse-deck.ts';
import { parseDeck } from '../../src/core/decks/parse-deck.ts';
import { raw } from '../../src/core/text/shown.ts';
import { readFrontMatter } from '../../src/storage/front-matter.ts';

/** Parses the text of a deck file as a collection would. */
export function readDeck(text: string, context: Partial<DeckContext> = {}): ParsedDeck {
  const frontMatter = readFrontMatter(raw(text));
  if (frontMatter.kind !== 'found') throw new Error(`no front matter: ${JSON.stringify(frontMatter)}`);
  return parseDeck(raw(text), {
    path: raw('deck.md'),
    defaultId: 'deck',
    langFromName: undefined,
    frontMatter,
    ...context,
  });
}

/** A deck around the text of its cards. */
export const deckOf = (cards: string, head = 'deck: Test'): string => `---\n${head}\n---\n\n${cards}`;
