import type { Entry, Happening, MemoryRef } from '../../core/history/entry.ts';
import { isTakenBack, type Progress } from '../../core/history/progress.ts';
import type { RecordedProgress } from '../../storage/recorded-progress.ts';

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

/** What is recorded for several cards at once, and taken back at once. */
const joint: ReadonlySet<Happening['kind']> = new Set(['reset', 'resume', 'due', 'move']);

/** The last action that can be taken back, as far back as the journal goes. */
export function findUndoable(
  recorded: Pick<RecordedProgress, 'newestEntries' | 'reachBack' | 'progress'>,
): Undoable | undefined {
  const find = () => lastUndoable(recorded.newestEntries(), recorded.progress);
  let found = find();
  while (found === undefined && recorded.reachBack()) found = find();
  return found;
}

/** The last action that stands and can be taken back: one entry, or all of its kind that were recorded at once. */
export function lastUndoable(entries: readonly Entry[], progress: Progress): Undoable | undefined {
  const last = lastStanding(entries, progress);
  if (last === undefined || !joint.has(last.kind)) return last && { last, ids: [last.id] };
  const isTogether = ({ id, t }: Pick<Entry, 'id' | 't'>): boolean =>
    t === last.t && segmentOf(id) === segmentOf(last.id);
  // Of moves there may be more than there are newest entries.
  const alike = last.kind === 'move' ? progress.moves : entries.filter(({ kind }) => kind === last.kind);
  return { last, ids: [...new Set([last.id, ...alike.filter(isTogether).map(({ id }) => id)])] };
}

/** An exam that was handed in is open again at first; taken back once more, it is gone. */
function lastStanding(entries: readonly Entry[], progress: Progress): Entry | undefined {
  const reopened = new Set<string>();
  return entries.findLast((entry) => {
    if (isTakenBack(progress, entry)) {
      if (entry.kind === 'exam-hand-in') reopened.add(entry.sitting);
      return false;
    }
    return isUndoable(entry) || (entry.kind === 'exam-start' && reopened.has(entry.id));
  });
}

/** That a correction made a card due was not the learner's doing. */
const isUndoable = (entry: Entry): boolean =>
  entry.kind === 'due' ? entry.why !== 'corrected' : undoableKinds.has(entry.kind);

export interface Undoable {
  readonly last: Entry;
  /** Of the entries to take back. */
  readonly ids: readonly string[];
}

const segmentOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

export function refOfEntry(entries: readonly Entry[], id: string): MemoryRef | undefined {
  const entry = entries.findLast((one) => one.id === id);
  return entry !== undefined && 'card' in entry && 'part' in entry ? entry : undefined;
}
