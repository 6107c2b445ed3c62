import { join } from 'node:path';
import { crc32Hex, hash12 } from '../core/text/hash.ts';
import type { Raw } from '../core/text/shown.ts';
import { errorCode } from './file-system.ts';
import { makeFolders } from './make-folders.ts';
import { moveAside, type StorePlaces } from './move-aside.ts';
import { readWholeFile } from './read-whole-file.ts';
import { type Envelope, type Json, openEnvelope, sealEnvelope } from './state-envelope.ts';
import { writeConfStore } from './write-conf-store.ts';
import { writeUnsyncedStore } from './write-unsynced-store.ts';

/** What can be rebuilt from the journal, cut into what the first frame needs and what a deck needs. */
export interface Checkpoint {
  /** Holds the only watermark. */
  readonly summary: Json;
  /** By any text that names a deck; only those that changed. */
  readonly decks: ReadonlyMap<string, Json>;
}

/** All but `sound` and `newer` mean: rebuild from the journal. */
export type StoreReading =
  | { readonly kind: 'sound'; readonly content: Json }
  | { readonly kind: 'missing' }
  /** Not what the summary was written with: another window, a crash or a copy came between. */
  | { readonly kind: 'stale' }
  /** It was broken and has been set aside (`movedTo`, unless even that failed). */
  | { readonly kind: 'quarantined'; readonly movedTo: Raw | undefined }
  /** A newer program wrote it: nothing may be written before the update. */
  | { readonly kind: 'newer' };

export interface StateStore {
  /** Comes before any `readDeck`. */
  readSummary(): StoreReading;
  readDeck(deck: string): StoreReading;
  /** Keeps the summary that was read in quarantine: it knows of journal files that are gone. */
  setAside(): void;
  /** Decks first, then the summary that vouches for them. Never throws for the disk's sake: nothing is lost. */
  write(checkpoint: Checkpoint): Promise<'written' | 'failed' | 'newer'>;
}

/** Write after this many reviews, when idle for this long, and at the end. */
export const checkpointReviews = 50;
export const checkpointIdle = 10_000;
/** For so long no key is heard while decks are written, in milliseconds. */
const longestHold = 12;

/**
 * conf syncs each store, which takes seconds for the thousand that a rebuild makes. Those are only as good as the
 * summary that is synced after them, and made anew when one of them is not as it says.
 */
const many = 50;

const summaryName = 'summary';
const deckName = (deck: string): string => `deck-${hash12(deck)}`;

export function createStateStore(options: StorePlaces): StateStore {
  /** Check sums of the deck stores as the summary names them. */
  let sums = new Map<string, string>();
  let sumOfSummary: string | undefined;
  let newer = false;
  const read = (name: string, of: string): Envelope | Exclude<StoreReading, { kind: 'sound' }> => {
    const found = readEnvelope(options, name, of);
    if (found.kind === 'newer') newer = true;
    return found;
  };
  return {
    readSummary: () => {
      const found = read(summaryName, summaryName);
      sumOfSummary = found.kind === 'envelope' ? found.sum : undefined;
      sums = found.kind === 'envelope' ? new Map(found.stores) : new Map();
      return found.kind === 'envelope' ? { kind: 'sound', content: found.content } : found;
    },
    setAside: () => {
      if (sumOfSummary !== undefined) moveAside(options, summaryName, sumOfSummary);
    },
    readDeck: (deck) => {
      const name = deckName(deck);
      const found = read(name, deck);
      if (found.kind === 'missing' && sums.has(name)) return { kind: 'stale' };
      if (found.kind !== 'envelope') return found;
      return sums.get(name) === found.sum ? { kind: 'sound', content: found.content } : { kind: 'stale' };
    },
    write: async ({ summary, decks }) => {
      if (newer) return 'newer';
      const next = new Map(sums);
      let rested = performance.now();
      for (const [deck, content] of decks) {
        const sealed = sealEnvelope(deck, content, []);
        const put = decks.size > many ? putUnsynced : writeConfStore;
        if (!(await writeStore(options, deckName(deck), sealed.envelope, put))) return 'failed';
        next.set(deckName(deck), sealed.sum);
        // A thousand decks take seconds, and keys are pressed meanwhile; a few are written in one go.
        if (performance.now() - rested < longestHold) continue;
        await new Promise((resolve) => setImmediate(resolve));
        rested = performance.now();
      }
      const sealed = sealEnvelope(summaryName, summary, [...next]);
      if (!(await writeStore(options, summaryName, sealed.envelope))) return 'failed';
      sums = next;
      return 'written';
    },
  };
}

async function writeStore(
  { fileSystem, state }: StorePlaces,
  name: string,
  envelope: object,
  put: typeof writeConfStore = writeConfStore,
): Promise<boolean> {
  try {
    makeFolders(fileSystem, state, () => {});
    return await put(fileSystem, state, name, envelope);
  } catch (error) {
    // The next start reads more of the journal.
    if (errorCode(error) === '') throw error;
    return false;
  }
}

const putUnsynced: typeof writeConfStore = async (...store) => {
  writeUnsyncedStore(...store);
  return true;
};

function readEnvelope(
  { fileSystem, state, quarantine }: StorePlaces,
  name: string,
  of: string,
): Envelope | Exclude<StoreReading, { kind: 'sound' | 'stale' }> {
  const path = join(state, `${name}.json`);
  let text: string | undefined;
  try {
    text = readWholeFile(fileSystem, path);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' };
    // What cannot be read is as good as broken.
  }
  const opened = text === undefined ? { kind: 'broken' as const } : openEnvelope(text, of);
  if (opened.kind !== 'broken') return opened;
  return {
    kind: 'quarantined',
    movedTo: moveAside({ fileSystem, state, quarantine }, name, crc32Hex(text ?? '')),
  };
}
