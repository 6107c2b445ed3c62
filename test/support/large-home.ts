import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDecks } from '../bench/fixtures.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What a progress bar looks like. */
export const bar = / \[#+-*\] \d+\/\d+/;

/** A home with so many cards that reading them goes on for a while after the bar is seen. */
export function largeHome(count = 400): { readonly home: string; readonly decks: string } {
  const home = temporaryFolder();
  const decks = join(home, 'decks');
  writeDecks(decks, { decks: count, cardsPerDeck: 100 });
  const collections = join(home, '.local/share/kartei/collections');
  mkdirSync(collections, { recursive: true });
  writeFileSync(join(collections, 'bench.path'), decks);
  return { home, decks };
}
