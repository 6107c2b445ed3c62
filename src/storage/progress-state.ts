import {
  checkpointVersion,
  countsHeld,
  type DeckCheckpoint,
  encodeDecks,
  encodeSummary,
  type SummaryCheckpoint,
} from '../core/history/checkpoint.ts';
import { decksOfEntry } from '../core/history/decks-of-entry.ts';
import { deckKeyOf, type Entry } from '../core/history/entry.ts';
import type { Progress } from '../core/history/progress.ts';
import type { Instant } from '../core/schedule/time.ts';
import { type PackedFolder, packWatermark, unpackWatermark } from './pack-watermark.ts';
import type { JournalProblem } from './read-journal.ts';
import { type Json, openEnvelope } from './state-envelope.ts';
import type { StateStore, StoreReading } from './state-store.ts';
import type { Watermark } from './watermark.ts';

/** Where the journal stood, what it amounted to there, and its newest entries. */
export interface ProgressState {
  readonly summary: SummaryCheckpoint;
  readonly watermark: Watermark;
  readonly newest: readonly Entry[];
  /** What the first frame shows of all decks. */
  readonly counts: Json;
  /** What a session needs of decks that it does not ask; kept in a store of its own. */
  readonly soonest: Json;
  /** What was found in the journal and nobody was told of. */
  readonly untold: readonly JournalProblem[];
}

/** What follows from the progress and the decks. */
export type Derived = Pick<ProgressState, 'counts' | 'soonest'>;

/** All that is read at once. */
export type StoredSummary = Omit<ProgressState, 'soonest'>;

/** Why the state says nothing; all but `missing` are worth a word to the learner. */
export type StateDoubt = Exclude<StoreReading['kind'], 'sound'>;

/** The state of this progress folder, or why there is none. Nothing in it is trusted before its sum was checked. */
export function readProgressState(
  store: StateStore,
  folder: string,
  now: Instant,
): StoredSummary | StateDoubt {
  const reading = store.readSummary();
  if (reading.kind !== 'sound') return reading.kind;
  const content = reading.content as { readonly [name: string]: Json };
  if (content.folder !== folder) return 'missing';
  if (!isOfThisVersion(content)) return 'stale';
  const summary = content.summary as unknown as SummaryCheckpoint;
  const newest = content.newest as unknown as readonly Entry[];
  if (countsHeld(summary, newest, now)) return 'missing';
  return {
    summary,
    newest,
    watermark: unpackWatermark(content.watermark as unknown as readonly PackedFolder[]),
    counts: content.counts ?? null,
    untold: (content.untold ?? []) as unknown as readonly JournalProblem[],
  };
}

const isOfThisVersion = ({ summary }: { readonly [name: string]: Json }): boolean =>
  (summary as unknown as SummaryCheckpoint | undefined)?.version === checkpointVersion;

/** How far the journal had been read when a summary was stored, now perhaps set aside; nothing of what says nothing. */
export function watermarkIn(summary: string, folder: string): Watermark {
  const opened = openEnvelope(summary, 'summary');
  if (opened.kind !== 'envelope') return [];
  const content = opened.content as { readonly [name: string]: Json };
  if (content.folder !== folder || !isOfThisVersion(content)) return [];
  return unpackWatermark(content.watermark as unknown as readonly PackedFolder[]);
}

/** These decks as the state has them, or why one of them cannot be used. */
export function readDeckStates(
  store: StateStore,
  keys: Iterable<string>,
): readonly DeckCheckpoint[] | StateDoubt {
  const decks: DeckCheckpoint[] = [];
  for (const key of keys) {
    const reading = store.readDeck(key);
    if (reading.kind !== 'sound') return reading.kind;
    decks.push(reading.content as unknown as DeckCheckpoint);
  }
  return decks;
}

/** No deck's key. */
const soonestStore = 'soonest';

/** What was stored with the summary for sessions to begin with; `null` when that cannot be used. */
export function readStoredSoonest(store: StateStore): Json {
  const reading = store.readDeck(soonestStore);
  return reading.kind === 'sound' ? reading.content : null;
}

export const deckKeysIn = ({ decks }: SummaryCheckpoint): readonly string[] =>
  decks.map(([collection, deck]) => deckKeyOf({ collection, deck }));

/** The decks that must be read to take in what came after the summary, with those that are wanted anyway. */
export function decksToRead(
  summary: SummaryCheckpoint,
  tail: readonly Entry[],
  wanted: readonly string[],
): ReadonlySet<string> {
  // Also what waits no longer: all of it is computed again.
  const ahead = summary.future.map(([, entry]) => entry);
  const named = [...tail, ...ahead].flatMap(decksOfEntry);
  const reach = tail.length + ahead.length === 0 ? [] : reachOf(summary);
  const known = new Set(deckKeysIn(summary));
  return new Set([...named, ...reach, ...wanted].filter((key) => known.has(key)));
}

/** The decks that an entry may concern without naming them: those of open sittings and of moved cards. */
const reachOf = ({ sittings, moves }: SummaryCheckpoint): readonly string[] => [
  ...sittings.flatMap(([, { start }]) => start?.items.map(deckKeyOf) ?? []),
  ...moves.flatMap(({ from, to }) => [deckKeyOf(from), deckKeyOf(to)]),
];

/** Writes what changed. False: the next start reads more of the journal, and nothing else is lost. */
export async function writeProgressState(
  store: StateStore,
  folder: string,
  progress: Progress,
  changed: ReadonlySet<string>,
  state: Omit<ProgressState, 'summary'>,
): Promise<boolean> {
  const summary = encodeSummary(progress);
  if (summary === undefined) return false;
  const { watermark, soonest, ...rest } = state;
  const content = { folder, summary, watermark: packWatermark(watermark), ...rest };
  const decks = encodeDecks(progress, changed) as unknown as ReadonlyMap<string, Json>;
  const written = await store.write({
    summary: content as unknown as Json,
    decks: new Map([...decks, [soonestStore, soonest]]),
  });
  return written === 'written';
}
