import type { ParameterChanges } from '../schedule/parameters.ts';
import { hour, type Instant, type Milliseconds, type Minutes } from '../schedule/time.ts';
import type { CardEvent, CardProgress } from './card-progress.ts';
import type { Entry, MemoryRef } from './entry.ts';
import { compareEntries } from './merge.ts';
import { Table } from './table.ts';

/** Entries later than now by more than this wait for `confirm-time`. */
export const futureTolerance: Milliseconds = 48 * hour;

/** What must be computed anew when an entry comes or is undone. */
export type Subject =
  | { readonly kind: 'card'; readonly key: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'sitting'; readonly sitting: string }
  | { readonly kind: 'parameters' }
  /** Another entry whose standing follows from this one. */
  | { readonly kind: 'entry'; readonly of: string }
  /** Read when asked for; nothing depends on it. */
  | { readonly kind: 'nothing' };

export interface Place {
  readonly id: string;
  readonly t: Instant;
}

/** The events under one card's name; later moves decide whose they are. */
export interface CardEvents {
  readonly subject: Subject;
  readonly events: readonly CardEvent[];
}

export interface Confirmation extends Place {
  readonly time: Instant;
}

export interface Move extends Place {
  readonly from: MemoryRef;
  readonly to: MemoryRef;
  /** Already carried out in the checkpoint that this journal continues. */
  readonly settled: boolean;
}

export interface Plan extends Place {
  readonly exam: string;
  readonly date: string | undefined;
}

export interface CardRecord extends Place {
  readonly hash: string;
  readonly prompt: string;
  readonly answer: string;
}

export interface ParametersEntry extends Place {
  readonly changes: ParameterChanges;
}

export type SittingItem = MemoryRef & { readonly queued: boolean };

export interface Sitting {
  readonly start: (Place & { readonly items: readonly SittingItem[] }) | undefined;
  /** Of every answer and of every visit that took time. */
  readonly visits: readonly (Place & { readonly item: number; readonly ms: Milliseconds })[];
  readonly handIns: readonly (Place & {
    readonly tz: Minutes;
    readonly points: readonly number[];
    readonly void: readonly number[] | undefined;
  })[];
}

/** All entries in compact form, kept by what they are about, so that each subject can be computed again alone. */
export interface Journal {
  /** False when earlier entries are summed up in `bases`. */
  readonly complete: boolean;
  /** Decks, by `deckKeyOf`, whose cards the checkpoint holds and nobody has read. */
  readonly missingDecks: ReadonlySet<string>;
  /** What lies before the first event of a card, from a checkpoint. */
  readonly bases: Table<CardProgress>;
  readonly subjects: Table<Subject>;
  /** Undo and confirm-time entries by the entry that they name. */
  readonly undos: Table<readonly Place[]>;
  readonly confirmations: Table<readonly Confirmation[]>;
  /** Entries that were in the future when they were read. */
  readonly future: Table<Entry>;
  readonly cards: Table<CardEvents>;
  readonly sittings: Table<Sitting>;
  readonly plans: Table<readonly Plan[]>;
  readonly records: Table<readonly CardRecord[]>;
  readonly moves: readonly Move[];
  readonly parameters: readonly ParametersEntry[];
}

export const emptyJournal = (): Journal => ({
  complete: true,
  missingDecks: new Set(),
  bases: new Table(),
  subjects: new Table(),
  undos: new Table(),
  confirmations: new Table(),
  future: new Table(),
  cards: new Table(),
  sittings: new Table(),
  plans: new Table(),
  records: new Table(),
  moves: [],
  parameters: [],
});

/** When an entry counts: its own instant, the confirmed one, or not at all while it is in the future or undone. */
export function standing(journal: Journal, place: Place, now: Instant): Instant | undefined {
  return isUndone(journal, place.id, now, []) ? undefined : placeInTime(journal, place, now, []);
}

/** In the future, neither confirmed nor undone. */
export const isHeld = (journal: Journal, place: Place, now: Instant): boolean =>
  !isUndone(journal, place.id, now, []) && placeInTime(journal, place, now, []) === undefined;

/** The entries that count, each at its instant, in order. */
export function standingInOrder<Item extends Place>(
  journal: Journal,
  items: readonly Item[],
  now: Instant,
): readonly Item[] {
  const kept: Item[] = [];
  let ordered = true;
  for (const item of items) {
    const t = standing(journal, item, now);
    if (t === undefined) continue;
    const placed = t === item.t ? item : { ...item, t };
    const last = kept.at(-1);
    ordered &&= last === undefined || compareEntries(last, placed) <= 0;
    kept.push(placed);
  }
  return ordered ? kept : kept.sort(compareEntries);
}

/** An undo that is itself undone does not count. `path` ends a circle, which only damage can make. */
function isUndone(journal: Journal, id: string, now: Instant, path: readonly string[]): boolean {
  const undos = journal.undos.get(id);
  if (undos === undefined || path.includes(id)) return false;
  const deeper = [...path, id];
  return undos.some(
    (undo) =>
      !isUndone(journal, undo.id, now, deeper) && placeInTime(journal, undo, now, deeper) !== undefined,
  );
}

function placeInTime(
  journal: Journal,
  place: Place,
  now: Instant,
  path: readonly string[],
): Instant | undefined {
  if (!journal.future.has(place.id)) return place.t;
  const confirmed = confirmedTime(journal, place.id, now, path);
  return confirmed ?? (place.t <= now + futureTolerance ? place.t : undefined);
}

function confirmedTime(
  journal: Journal,
  id: string,
  now: Instant,
  path: readonly string[],
): Instant | undefined {
  if (path.includes(`confirm ${id}`)) return undefined;
  const deeper = [...path, `confirm ${id}`];
  const confirmations = (journal.confirmations.get(id) ?? []).filter(
    (one) => !isUndone(journal, one.id, now, deeper) && placeInTime(journal, one, now, deeper) !== undefined,
  );
  return confirmations.toSorted(compareEntries).at(-1)?.time;
}
