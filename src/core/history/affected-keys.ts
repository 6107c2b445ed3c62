import { memoryKey } from './entry.ts';
import type { Journal, Move } from './journal.ts';

/** What has to be computed again. */
export interface Affected {
  readonly cards: Set<string>;
  readonly sittings: Set<string>;
  parameters: boolean;
  moves: boolean;
  /** An entry names another one that this journal does not hold. */
  unknown: boolean;
}

/** What the entries of these ids are about, also through what they undo or confirm. */
export function affectedKeys(journal: Journal, ids: readonly string[]): Affected {
  const affected: Affected = {
    cards: new Set(),
    sittings: new Set(),
    parameters: false,
    moves: false,
    unknown: false,
  };
  const seen = new Set(ids);
  for (const id of seen) {
    const subject = journal.subjects.get(id);
    if (subject === undefined) affected.unknown = true;
    else if (subject.kind === 'entry') seen.add(subject.of);
    else if (subject.kind === 'card') affected.cards.add(subject.key);
    else if (subject.kind === 'sitting') affected.sittings.add(subject.sitting);
    else if (subject.kind === 'parameters') affected.parameters = true;
    else if (subject.kind === 'move') {
      affected.moves = true;
      affected.cards.add(subject.from).add(subject.to);
    }
  }
  return affected;
}

/** Adds every key that a move connects, in either direction, with one that is there. */
export function addConnected(keys: Set<string>, moves: readonly Move[]): void {
  if (moves.length === 0) return;
  const neighbours = new Map<string, string[]>();
  for (const move of moves) {
    const [from, to] = [memoryKey(move.from), memoryKey(move.to)];
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  for (const key of keys) for (const other of neighbours.get(key) ?? []) keys.add(other);
}
