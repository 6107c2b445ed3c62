import type { Entry, Happening, MemoryRef } from '../core/history/entry.ts';

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

/** The last entry that stands and can be taken back. */
export function lastUndoable(entries: readonly Entry[]): Entry | undefined {
  const undone = new Set<string>();
  for (const entry of entries.toReversed()) {
    if (undone.has(entry.id)) continue;
    if (entry.kind === 'undo') undone.add(entry.of);
    else if (undoableKinds.has(entry.kind)) return entry;
  }
  return undefined;
}

export function refOfEntry(entries: readonly Entry[], id: string): MemoryRef | undefined {
  const entry = entries.findLast((one) => one.id === id);
  return entry !== undefined && 'card' in entry && 'part' in entry ? entry : undefined;
}
