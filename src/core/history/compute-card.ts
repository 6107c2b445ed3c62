import type { Scheduler } from '../schedule/fsrs.ts';
import type { Instant } from '../schedule/time.ts';
import {
  applyCardEvent,
  type CardEvent,
  type CardProgress,
  type EventContext,
  unseenCard,
} from './card-progress.ts';
import { type MemoryRef, memoryKey } from './entry.ts';
import { type Journal, type Move, type Place, standingInOrder } from './journal.ts';
import { compareEntries } from './merge.ts';

/** Everything that a card's progress follows from. */
export interface Source {
  readonly journal: Journal;
  readonly now: Instant;
  readonly moves: MoveIndex;
  readonly scheduler: Scheduler;
  readonly dayStart: number;
}

/** The moves that count, in order, by the key they lead from and the key they lead to. */
export interface MoveIndex {
  readonly from: ReadonlyMap<string, readonly Move[]>;
  readonly to: ReadonlyMap<string, readonly Move[]>;
}

export const indexMoves = (moves: readonly Move[]): MoveIndex => ({
  from: groupByKey(moves, (move) => move.from),
  to: groupByKey(moves, (move) => move.to),
});

function groupByKey(moves: readonly Move[], end: (move: Move) => MemoryRef): Map<string, Move[]> {
  const groups = new Map<string, Move[]>();
  for (const move of moves) {
    const key = memoryKey(end(move));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [move]);
    else group.push(move);
  }
  return groups;
}

export interface ComputedCard {
  /** `undefined` when the journal says nothing of it. */
  readonly card: CardProgress | undefined;
  /** An event belongs before the checkpoint, so that only the whole journal can tell. */
  readonly late: boolean;
}

/** Computes one card from its events, wherever they were recorded. */
export function computeCard(source: Source, key: string, count: EventContext['count']): ComputedCard {
  const names = namesLeadingTo(source.moves, key);
  const events = eventsOf(source, key, names);
  const { bases, overtaken } = basesOf(source, key, names);
  const [base] = bases;
  if (events.length === 0 && base === undefined) return { card: undefined, late: false };
  let card = { ...(base ?? unseenCard(refOf(key))), ref: refOf(key) };
  const late =
    overtaken ||
    bases.length > 1 ||
    (base !== undefined && (events[0]?.t ?? base.lastEntryAt + 1) <= base.lastEntryAt);
  const context: EventContext = { scheduler: source.scheduler, dayStart: source.dayStart, count };
  for (const event of events) card = applyCardEvent(card, event, context);
  return { card, late };
}

/** The key itself and every name whose events may have been moved to it. */
function namesLeadingTo(moves: MoveIndex, key: string): readonly string[] {
  if (!moves.to.has(key)) return [key];
  const names = new Set([key]);
  for (const name of names) {
    for (const move of moves.to.get(name) ?? []) names.add(memoryKey(move.from));
  }
  return [...names];
}

/** The events that count for a card, in order, wherever they were recorded. */
export function eventsOf(
  source: Source,
  key: string,
  names: readonly string[] = namesLeadingTo(source.moves, key),
): readonly CardEvent[] {
  const { journal, now, moves } = source;
  const own = standingInOrder(journal, journal.cards.get(key)?.events ?? [], now);
  if (names.length === 1 && !moves.from.has(key)) return own;
  return names
    .flatMap((name) =>
      standingInOrder(journal, journal.cards.get(name)?.events ?? [], now).filter(
        (event) => destination(moves, name, event) === key,
      ),
    )
    .sort(compareEntries);
}

interface Bases {
  readonly bases: readonly CardProgress[];
  /** A move came that belongs before what the checkpoint sums up. */
  readonly overtaken: boolean;
}

/** What a checkpoint knows of the key, or of names that were moved to it since. */
function basesOf({ journal, moves }: Source, key: string, names: readonly string[]): Bases {
  const bases: CardProgress[] = [];
  let overtaken = false;
  for (const name of names) {
    const base = journal.bases.get(name);
    if (base === undefined) continue;
    const since = moves.from.get(name)?.filter((move) => !move.settled) ?? [];
    overtaken ||= since.some((move) => move.t <= base.lastEntryAt);
    const [next] = since;
    if ((next === undefined ? name : destination(moves, memoryKey(next.to), next)) === key) bases.push(base);
  }
  return { bases, overtaken };
}

/** Whose an event is now: each move takes along what happened before it. */
function destination(moves: MoveIndex, name: string, place: Place): string {
  const next = moves.from.get(name)?.find((move) => compareEntries(move, place) > 0);
  return next === undefined ? name : destination(moves, memoryKey(next.to), next);
}

function refOf(key: string): MemoryRef {
  const [collection = '', deck = '', card = '', part = ''] = key.split('\n');
  return { collection, deck, card, part };
}
