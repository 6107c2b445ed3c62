import { openDesk } from '../../src/commands/desk/open-desk.ts';
import type { OpenDesk } from '../../src/commands/desk/opened-desk.ts';
import { indexCollection } from '../../src/core/decks/index-deck.ts';
import { cardRecord } from '../../src/core/session/card-record.ts';
import { buildLibrary } from '../../src/core/session/library.ts';
import { loadDeckReader } from '../../src/storage/deck-reader.ts';
import { locate } from '../../src/storage/locations.ts';
import { readCollection } from '../../src/storage/read-collection.ts';
import { systemOf } from './run-command.ts';

/** The desk of a learner with this home, over a folder of decks. */
export async function openDeskAt(home: string, root: string, at?: number): Promise<OpenDesk> {
  await loadDeckReader();
  const system = { ...systemOf({ cwd: home }), ...(at === undefined ? {} : { now: () => at }) };
  const read = () => [indexCollection(readCollection(root))];
  return openDesk({
    system,
    version: '0.0.0',
    locations: locate(system),
    choice: { collections: read(), read, write: () => {} },
    lang: 'en',
  });
}

/**
 * Reviews every card of a folder of decks once, as a learner with this home would; flags it with a text if there is
 * one, or with what follows from its prompt.
 */
export async function learnAll(
  home: string,
  root: string,
  at?: number,
  flag?: string | ((prompt: string) => string),
): Promise<void> {
  const desk = await openDeskAt(home, root, at);
  desk.needCards();
  for (const item of buildLibrary([readCollection(root)]).items.values()) {
    const record = cardRecord(item, desk.progress());
    const text = typeof flag === 'function' ? flag(item.card.prompt) : flag;
    desk.append([
      ...(record === undefined ? [] : [record]),
      {
        kind: 'review',
        ...item.ref,
        rating: 3,
        ms: 1000,
        mode: 'study',
        verdict: 'exact',
        memory: [1, 1, 1, 1],
      },
      ...(text === undefined ? [] : [{ kind: 'flag', ...item.ref, on: true, text } as const]),
    ]);
  }
  await desk.close();
}
