import { createScheduler } from '../schedule/fsrs.ts';
import type { Instant } from '../schedule/time.ts';
import type { CardProgress, DayCount } from './card-progress.ts';
import { type CardRow, decodeCard, encodeCard } from './card-row.ts';
import { deckKeyOf, type Entry, memoryKey } from './entry.ts';
import {
  type CardRecord,
  type Confirmation,
  emptyJournal,
  futureTolerance,
  type Journal,
  type Move,
  type ParametersEntry,
  type Place,
  type Plan,
  type Sitting,
  type Subject,
  standingInOrder,
} from './journal.ts';
import { heldEntries, type Progress } from './progress.ts';
import { foldParameters } from './replay.ts';
import { sittingReviews } from './sitting-reviews.ts';
import { Table } from './table.ts';

/** Raised when a checkpoint changes its shape or its meaning; one of another version is rebuilt from the journal. */
export const checkpointVersion = 4;

/** Where one deck stands. Plain JSON, as the summary is: lists of entries, so that no id is special. */
export interface DeckCheckpoint {
  readonly version: number;
  readonly collection: string;
  readonly deck: string;
  readonly cards: readonly CardRow[];
  /** The last record of each card. */
  readonly records: readonly (readonly [card: string, CardRecord])[];
}

type DayRow = readonly [
  day: string,
  introduced: number,
  reviewed: number,
  answers: number,
  right: number,
  ms: number,
];

const encodeDay = ([day, count]: readonly [string, DayCount]): DayRow => {
  const { introduced, reviewed, answers, right, ms } = count;
  return [day, introduced, reviewed, answers, right, ms];
};

const decodeDay = ([day, introduced, reviewed, answers, right, ms]: DayRow): [string, DayCount] => [
  day,
  { introduced, reviewed, answers, right, ms },
];

/** What concerns all decks. */
export interface SummaryCheckpoint {
  readonly version: number;
  readonly parameters: readonly ParametersEntry[];
  readonly plans: readonly Plan[];
  readonly moves: readonly Move[];
  readonly days: readonly DayRow[];
  /** Sittings that have left no reviews yet. */
  readonly sittings: readonly (readonly [sitting: string, Sitting])[];
  /** Undo and confirm-time entries by the entry that they name; that one may still come. */
  readonly undos: readonly (readonly [of: string, readonly Place[]])[];
  readonly confirmations: readonly (readonly [of: string, readonly Confirmation[]])[];
  /** Entries from the future; those that are held count for nothing yet. */
  readonly future: readonly (readonly [id: string, Entry])[];
  readonly held: readonly string[];
  readonly decks: readonly (readonly [collection: string, deck: string])[];
}

/** All but the decks. `undefined` while the progress is stale: then there is nothing true to keep. */
export function encodeSummary(progress: Progress): SummaryCheckpoint | undefined {
  const { journal, now } = progress;
  if (progress.stale) return undefined;
  const held = new Set(heldEntries(progress).map((entry) => entry.id));
  const notHeld = ({ id }: Place) => !held.has(id);
  const decks = new Set(journal.missingDecks);
  for (const { ref } of progress.cards.values()) decks.add(deckKeyOf(ref));
  for (const [key] of journal.records.entries()) decks.add(deckKeyOf(splitKey(key)));
  return {
    version: checkpointVersion,
    parameters: standingInOrder(journal, journal.parameters, now),
    plans: [...journal.plans.values()].flatMap((plans) => standingInOrder(journal, plans, now)),
    moves: settledMoves(progress),
    days: [...progress.days.entries()].map(encodeDay),
    sittings: [...journal.sittings.entries()].filter(
      ([sitting]) => sittingReviews(journal, sitting, now).length === 0,
    ),
    undos: [...journal.undos.entries()].map(([of, undos]) => [of, undos.filter(notHeld)]),
    confirmations: [...journal.confirmations.entries()].map(([of, all]) => [of, all.filter(notHeld)]),
    future: [...journal.future.entries()],
    held: [...held],
    decks: [...decks].map((key) => pairOf(key)),
  };
}

/** Also those that were taken back, so that nobody makes them again. */
function settledMoves({ journal, moves }: Progress): readonly Move[] {
  const standing = new Set(moves.map(({ id }) => id));
  const undone = journal.moves.filter(({ id }) => !standing.has(id) && !journal.future.has(id));
  return [...moves, ...undone].map((move) => ({ ...move, settled: true }));
}

/** The cards of these decks, by deck key, without their history. */
export function encodeDecks(
  progress: Progress,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, DeckCheckpoint> {
  const { journal, now } = progress;
  const decks = new Map(
    [...keys].map((key) => {
      const [collection, deck] = pairOf(key);
      const cards: CardRow[] = [];
      const records: (readonly [card: string, CardRecord])[] = [];
      return [key, { version: checkpointVersion, collection, deck, cards, records }] as const;
    }),
  );
  for (const card of progress.cards.values()) decks.get(deckKeyOf(card.ref))?.cards.push(encodeCard(card));
  for (const [key, all] of journal.records.entries()) {
    const ref = splitKey(key);
    const last = standingInOrder(journal, all, now).at(-1);
    if (last !== undefined) decks.get(deckKeyOf(ref))?.records.push([ref.card, last]);
  }
  return decks;
}

/**
 * Progress that goes on from a checkpoint, without what waited for its time (`waitingEntries`). Decks that are not given
 * stay unread: an entry about one of them makes the progress stale, as does whatever only the whole journal can place.
 * `undefined`: not a checkpoint of this version.
 */
export function decodeProgress(
  summary: SummaryCheckpoint,
  decks: readonly DeckCheckpoint[],
  now: Instant,
): Progress | undefined {
  if (summary.version !== checkpointVersion) return undefined;
  const cards = cardEntries(decks);
  if (cards === undefined) return undefined;
  const journal = decodeJournal(summary, decks, cards);
  const parameters = foldParameters(journal, now);
  return {
    now,
    stale: false,
    parameters,
    scheduler: createScheduler(parameters),
    cards: journal.bases,
    days: new Table(new Map(summary.days.map(decodeDay))),
    moves: standingInOrder(journal, journal.moves, now),
    journal,
  };
}

/** What waited for its time when the checkpoint was made: it may count by now, and is in no deck of the checkpoint. */
export function waitingEntries(summary: SummaryCheckpoint): readonly Entry[] {
  const held = new Set(summary.held);
  return summary.future.filter(([id]) => held.has(id)).map(([, entry]) => entry);
}

/**
 * Whether the checkpoint counts one of these entries that is held as of now, which only the whole journal can mend: it
 * was made while the clock stood too far ahead.
 */
export function countsHeld(summary: SummaryCheckpoint, newest: readonly Entry[], now: Instant): boolean {
  const known = new Set([...summary.held, ...summary.confirmations.map(([of]) => of)]);
  return newest.some(({ id, t }) => t > now + futureTolerance && !known.has(id));
}

export type CardEntry = readonly [key: string, CardProgress];

/** `undefined` when a deck is of another version, or one of its cards is not sound. */
export function cardEntries(decks: readonly DeckCheckpoint[]): readonly CardEntry[] | undefined {
  const entries: CardEntry[] = [];
  for (const deck of decks) {
    if (deck.version !== checkpointVersion) return undefined;
    for (const row of deck.cards) {
      const card = decodeCard(row, deck);
      if (card === undefined) return undefined;
      entries.push([memoryKey(card.ref), card]);
    }
  }
  return entries;
}

export const recordEntries = (decks: readonly DeckCheckpoint[]) =>
  decks.flatMap((deck) =>
    deck.records.map(
      ([card, record]) => [`${deck.collection}\n${deck.deck}\n${card}`, [record] as const] as const,
    ),
  );

function decodeJournal(
  summary: SummaryCheckpoint,
  decks: readonly DeckCheckpoint[],
  cards: readonly CardEntry[],
): Journal {
  const read = new Set(decks.map(deckKeyOf));
  const plans = new Map<string, readonly Plan[]>();
  for (const plan of summary.plans) plans.set(plan.exam, [...(plans.get(plan.exam) ?? []), plan]);
  return {
    ...emptyJournal(),
    complete: false,
    missingDecks: new Set(
      summary.decks
        .map(([collection, deck]) => deckKeyOf({ collection, deck }))
        .filter((key) => !read.has(key)),
    ),
    bases: new Table(new Map(cards)),
    records: new Table(new Map(recordEntries(decks))),
    plans: new Table(plans),
    sittings: new Table(new Map(summary.sittings)),
    undos: new Table(new Map(summary.undos)),
    confirmations: new Table(new Map(summary.confirmations)),
    future: new Table(new Map(summary.future)),
    moves: summary.moves,
    parameters: summary.parameters,
    subjects: new Table(knownSubjects(summary)),
  };
}

/** What can still be undone without the whole journal. */
function knownSubjects(summary: SummaryCheckpoint): Map<string, Subject> {
  const { parameters, plans, sittings, undos, confirmations } = summary;
  return new Map<string, Subject>([
    ...[...undos, ...confirmations].flatMap(([of, places]) =>
      places.map(({ id }) => [id, { kind: 'entry', of }] as const),
    ),
    ...parameters.map(({ id }) => [id, { kind: 'parameters' }] as const),
    ...plans.map(({ id }) => [id, { kind: 'nothing' }] as const),
    ...sittings.flatMap(([sitting, { start, visits, handIns }]) =>
      [...(start === undefined ? [] : [start]), ...visits, ...handIns].map(
        ({ id }) => [id, { kind: 'sitting', sitting }] as const,
      ),
    ),
  ]);
}

function splitKey(key: string): { collection: string; deck: string; card: string } {
  const [collection = '', deck = '', card = ''] = key.split('\n');
  return { collection, deck, card };
}

function pairOf(key: string): readonly [string, string] {
  const { collection, deck } = splitKey(key);
  return [collection, deck];
}
