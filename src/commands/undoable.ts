import type { Entry, Happening, MemoryRef } from '../core/history/entry.ts';
import type { Move } from '../core/history/journal.ts';

/** Kinds that `undo` takes back: what a learner did, not what the program noted beside it. */
const undoableKinds: ReadonlySet<Happening['kind']> = new Set([
  'review',
  'suspend',
  'resume',
  'reset',
  'bury',
  'flag',
  'move',
  'plan',
  'parameters',
  'exam-hand-in',
]);

/**
 * The last action that stands and can be taken back: one entry, or all moves or resets that were recorded at once.
 * `moves` are those that count.
 */
export function lastUndoable(entries: readonly Entry[], moves: readonly Move[]): Undoable | undefined {
  const last = lastStanding(entries);
  if (last?.kind !== 'move' && last?.kind !== 'reset') return last && { last, ids: [last.id] };
  const isTogether = ({ id, t }: Pick<Move, 'id' | 't'>): boolean =>
    t === last.t && segmentOf(id) === segmentOf(last.id);
  const alike = last.kind === 'move' ? moves : entries.filter(({ kind }) => kind === 'reset');
  return { last, ids: [...new Set([last.id, ...alike.filter(isTogether).map(({ id }) => id)])] };
}

export interface Undoable {
  readonly last: Entry;
  /** Of the entries to take back. */
  readonly ids: readonly string[];
}

const segmentOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

/** An exam that was handed in is open again at first; taken back once more, it is gone. */
function lastStanding(entries: readonly Entry[]): Entry | undefined {
  const undone = new Set<string>();
  const reopened = new Set<string>();
  for (const entry of entries.toReversed()) {
    const { id, kind } = entry;
    if (undone.has(id)) {
      if (kind === 'exam-hand-in') reopened.add(entry.sitting);
    } else if (kind === 'undo') undone.add(entry.of);
    else if (undoableKinds.has(kind) || (kind === 'exam-start' && reopened.has(id))) return entry;
  }
  return undefined;
}

export function refOfEntry(entries: readonly Entry[], id: string): MemoryRef | undefined {
  const entry = entries.findLast((one) => one.id === id);
  return entry !== undefined && 'card' in entry && 'part' in entry ? entry : undefined;
}
