import { deckKeyOf } from '../../core/history/entry.ts';
import type { Library } from '../../core/session/library.ts';
import { sentence } from '../../core/text/sentence.ts';
import { clean, raw } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { diskFileSystem, errorCode } from '../../storage/file-system.ts';
import type { Locations } from '../../storage/locations.ts';
import { RecordedProgress } from '../../storage/recorded-progress.ts';
import { createStateStore } from '../../storage/state-store.ts';
import type { System } from '../../system.ts';
import { takenTerminal } from '../../terminal/leave.ts';
import { messagesIn } from '../../terminal/messages/messages.ts';
import { progressBar } from '../../terminal/output/progress-bar.ts';

/** Decks with progress that are in no open collection, or in an open one no longer. */
export function decksWithout(library: Library, decks: Iterable<string>): readonly string[] {
  const there = new Set(
    library.collections.flatMap((one) => one.decks.map((deck) => deckKeyOf(deckOf(deck)))),
  );
  return [...decks].filter((key) => !there.has(key));
}

const deckOf = ({ collection, id }: { readonly collection: string; readonly id: string }) => ({
  collection,
  deck: id,
});

/** Opens what all devices recorded. Throws a `UserError` when it cannot be read. */
export function openProgress({
  locations,
  system,
  lang,
}: {
  readonly locations: Locations;
  readonly system: System;
  readonly lang: string;
}): RecordedProgress {
  const { home } = messagesIn(lang === 'de' ? 'de' : 'en');
  const bar = progressBar(system, home.readingJournal, takenTerminal);
  let onReplay = bar.show;
  const { progress, state, quarantine } = locations;
  const store = createStateStore({ fileSystem: diskFileSystem, state, quarantine });
  try {
    return new RecordedProgress({
      fileSystem: diskFileSystem,
      progress,
      store,
      now: system.now,
      onReplay: (done, of) => onReplay(done, of),
    });
  } catch (error) {
    throw unreadableProgress(progress, error);
  } finally {
    bar.end();
    // Later the screen is somebody else's.
    onReplay = () => {};
  }
}

/** What the system says of a folder that cannot be read, as a message; any other error is given back as it is. */
export function unreadableProgress(progress: string, error: unknown): unknown {
  if (errorCode(error) === '') return error;
  const why = clean(raw(error instanceof Error ? error.message : String(error)));
  return new UserError(
    sentence`The progress in ${progress} cannot be read: ${why}`,
    sentence('Nothing is lost. Make the folder readable, or name another one with --progress.'),
  );
}

export const newerProgress = (): UserError =>
  new UserError(
    sentence('The progress was written by a newer kartei; nothing is recorded until the program is updated.'),
    sentence('Update kartei: npm i -g kartei'),
  );
