import type { IndexedCollection } from '../../core/decks/indexed-deck.ts';
import { clean, raw, type Shown, shown } from '../../core/text/shown.ts';
import { listAddedCollections } from '../../storage/added-collections.ts';
import { noteCollectionPlaces } from '../../storage/collection-places.ts';
import { loadCardReader, loadDeckReader, loadMissingReader } from '../../storage/deck-reader.ts';
import type { GlanceFile } from '../../storage/glance-file.ts';
import { locate } from '../../storage/locations.ts';
import { whileInterruptible } from '../../terminal/leave.ts';
import { sharing } from '../../terminal/messages/sharing.ts';
import type { CommandContext } from '../command.ts';
import { chooseDecks, type DeckChoice } from './choose-decks.ts';
import { findPlaces, glanceFileOf, type Places } from './find-places.ts';
import { openDesk } from './open-desk.ts';
import type { OpenDesk } from './opened-desk.ts';
import { settingsNotices } from './settings-notices.ts';

/** What a command that studies or reports stands on. */
export interface Program extends Places {
  readonly choice: DeckChoice;
  readonly desk: OpenDesk;
  /** Where the home screen is kept for the next start; not where other decks are open than there. */
  readonly glance: GlanceFile | undefined;
}

/**
 * Reads settings, decks and progress. `names` are decks or paths; the shipped and added decks are always there.
 * Commands that only count say `titles`, and need no parser for that; those that ask say `questions`, and need what reads
 * whole decks only when it is missed (`loadMissingReader`). `offered` is a root that is open this once.
 */
export async function openProgram(
  context: CommandContext,
  names: readonly string[],
  needs: 'titles' | 'questions' | 'cards' = 'cards',
  offered?: string,
): Promise<Program> {
  const { system, version, language } = context;
  const places = findPlaces(context);
  const { locations } = places;
  const known = knownRoots(context, offered);
  const { choice, desk } = await whileInterruptible(async () => {
    const chosen = await chooseDecks(context, names, known);
    if (needs === 'cards') await loadDeckReader();
    else if (needs === 'questions') await loadCardReader();
    return { choice: chosen, desk: openDesk({ system, version, locations, choice: chosen, lang: language }) };
  });
  context.atEnd(() => desk.close());
  if (needs === 'titles') await countDecks(desk);
  const { collections, decks } = desk.library();
  desk.tell(settingsNotices(places, locations.config, language));
  desk.tell(noticesOf(context, collections, { state: locations.state, offered }));
  context.log(
    shown`progress ${show(locations.progress)}, ${collections.length} collections, ${decks.size} decks`,
  );
  const isAtHome = choice.collections.every(({ root }) => known.includes(root));
  return { ...places, choice, desk, glance: isAtHome ? glanceFileOf(context, places, known) : undefined };
}

interface Opening {
  readonly state: string;
  readonly offered: string | undefined;
}

/** What the learner should know of the places that were opened. */
function noticesOf(
  { system, language }: CommandContext,
  collections: readonly IndexedCollection[],
  { state, offered }: Opening,
): readonly Shown[] {
  const text = sharing[language];
  const places = collections.filter(({ root }) => root !== system.shippedDecks);
  const moved = noteCollectionPlaces(state, places).map(({ name, root, before }) =>
    text.elsewhere(show(name), show(root), show(before)),
  );
  const isOffered = places.some(({ root, decks }) => root === offered && decks.length > 0);
  return isOffered ? [...moved, text.offered] : moved;
}

/** Counts from the index and the stored state; where they do not suffice, the decks are read. */
async function countDecks(desk: OpenDesk): Promise<void> {
  try {
    desk.overview();
  } catch (error) {
    await loadMissingReader(error);
  }
}

/** The folders whose decks are always open, and one that is open this once. */
export const knownRoots = ({ system }: CommandContext, offered?: string): readonly string[] => [
  system.shippedDecks,
  ...listAddedCollections(locate(system).collections).map(({ root }) => root),
  ...(offered === undefined ? [] : [offered]),
];

/** Text from outside, as a message shows it. */
export const show = (text: string): Shown => clean(raw(text));
