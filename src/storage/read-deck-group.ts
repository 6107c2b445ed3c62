import type { LoadedDeck } from '../core/decks/collection.ts';
import { pathsByStem } from '../core/decks/deck-name.ts';
import { countAskable, markCards } from '../core/decks/index-deck.ts';
import { outlineOf } from '../core/decks/outline.ts';
import { gradeQuestion } from '../core/session/grade-question.ts';
import { recogniseCards } from '../core/session/recognise-cards.ts';
import { contentSum } from '../core/text/content-sum.ts';
import { readCollectionSettings } from './collection-settings.ts';
import type { GroupRecord } from './group-record.ts';
import { readDeckGroup, readTranslations } from './read-collection.ts';
import { type FileReadings, readFiles } from './read-deck-files.ts';
import { readExams } from './read-exams.ts';

/** What reads whole decks, and what only comes after the first question. */
export const deckReading = {
  readCollectionSettings,
  readDeckGroup,
  readTranslations,
  readExams,
  recordDecks,
  countAskable,
  gradeQuestion,
  recogniseCards,
  pathsByStem,
  readFiles,
  hashFiles,
};
export type DeckReading = typeof deckReading;

function recordDecks(decks: readonly LoadedDeck[]): GroupRecord {
  const outlines = decks.map(({ base, translations }) => {
    const ids = base.deck.cards.map(({ id }) => id);
    return [base, ...translations.values()].map(({ deck }) => outlineOf(deck, ids));
  });
  return { marks: decks.map(({ base }) => markCards(base.deck)), outlines: () => outlines };
}

/** Of the contents of these files, in order; what cannot be read has one of its own. */
function hashFiles(files: FileReadings): string {
  let sum = '';
  for (const [path, file] of files) {
    const content = file.kind === 'unreadable' ? Buffer.from(file.code) : file.content;
    sum = contentSum(content, `${sum} ${path} ${file.kind}`);
  }
  return sum;
}
