import { join } from 'node:path';
import { deckNameOf } from '../core/decks/deck-name.ts';
import { countAskable, markCard } from '../core/decks/index-deck.ts';
import { limits } from '../core/decks/limits.ts';
import { openSession } from '../core/session/open-session.ts';
import { recogniseCards } from '../core/session/recognise-cards.ts';
import { readCollectionSettings } from './collection-settings.ts';
import { readDeckGroup, readTranslations } from './read-collection.ts';
import { readExams } from './read-exams.ts';
import { readRegularFile } from './read-regular-file.ts';

/** Everything that only a cold index or an open deck needs, studying it included. */
export const deckReading = {
  readCollectionSettings,
  readDeckGroup,
  readTranslations,
  readExams,
  markCard,
  countAskable,
  openSession,
  recogniseCards,
  stemOf: (path: string): string => deckNameOf(path).stem,
  hashFiles,
};
export type DeckReading = typeof deckReading;

/** Of the contents of these files, in order; what cannot be read has one of its own. */
function hashFiles(root: string, paths: readonly string[]): string {
  // Loaded here, because a session with a warm index hashes nothing.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha1');
  for (const path of paths) {
    const file = readRegularFile(join(root, path), limits.file);
    const content = file.kind === 'unreadable' ? file.code : file.content;
    hash.update(`${path}\n${file.kind} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}
