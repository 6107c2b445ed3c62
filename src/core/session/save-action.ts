import type { Entry, Happening } from '../history/entry.ts';
import type { Instant } from '../schedule/time.ts';
import { ask, askNext } from './ask-next.ts';
import {
  type Drill,
  type DrillEvent,
  type DrillStep,
  type DrillTools,
  noticed,
  type Pending,
  type Undoable,
} from './drill.ts';

/** Asks for an action's entries to be written; the session goes on when `settle` hears that they are. */
export function save(drill: Drill, pending: Pending): DrillStep {
  return { drill: { ...drill, pending }, effects: [{ kind: 'append', happenings: pending.happenings }] };
}

type Change = Extract<DrillEvent, { kind: 'suspend' | 'bury' | 'flag' }>;

/** Suspend, bury or flag the card before the learner. */
export function change(drill: Drill, event: Change, tools: DrillTools, now: Instant): DrillStep {
  if (drill.phase.phase === 'finished') return { drill, effects: [] };
  const { ref } = drill.phase.question.item;
  return save(drill, { kind: event.kind, happenings: [changeOf(event)], answered: undefined });

  function changeOf(wanted: Change): Happening {
    switch (wanted.kind) {
      case 'suspend':
        return { kind: 'suspend', ...ref };
      case 'bury':
        return { kind: 'bury', ...ref, until: tools.nextDay(now) };
      case 'flag':
        return { kind: 'flag', ...ref, on: wanted.on, text: wanted.text.slice(0, 1000) };
    }
  }
}

/** Takes back the last action of this session, else the last one of the journal. */
export function undo(drill: Drill, tools: DrillTools): DrillStep {
  const own = drill.past.at(-1);
  const ids = own === undefined ? tools.lastUndoable()?.ids : [own.id];
  if (ids === undefined) return { drill: noticed(drill, 'nothing-to-undo'), effects: [] };
  const happenings = ids.map((of) => ({ kind: 'undo', of }) as const);
  return save(drill, { kind: 'undo', happenings, answered: undefined });
}

/** The session after the pending action's entries are on disk. */
export function settle(drill: Drill, entries: readonly Entry[], tools: DrillTools, now: Instant): Drill {
  const { pending } = drill;
  const last = entries.at(-1);
  if (pending === undefined || last === undefined) return { ...drill, unsaved: undefined };
  const saved: Drill = { ...drill, pending: undefined, unsaved: undefined };
  if (pending.kind === 'undo') return undone(saved, last, tools, now);
  const step: Undoable = { id: last.id, phase: drill.phase, answered: drill.answered };
  const done = { ...saved, past: [...saved.past, step] };
  switch (pending.kind) {
    case 'rate': {
      const answered = pending.answered === undefined ? done.answered : [...done.answered, pending.answered];
      const after = { ...done, answered };
      return pending.leaves ? { ...after, phase: { phase: 'finished' } } : askNext(after, tools, now);
    }
    case 'suspend':
      return noticed(askNext(done, tools, now), 'suspended');
    case 'bury':
      return noticed(askNext(done, tools, now), 'buried');
    case 'flag': {
      const isOn = pending.happenings.some((happening) => happening.kind === 'flag' && happening.on);
      return noticed(done, isOn ? 'flagged' : 'unflagged');
    }
  }
}

function undone(drill: Drill, entry: Entry, tools: DrillTools, now: Instant): Drill {
  const step = drill.past.at(-1);
  if (step !== undefined) {
    const before = { ...drill, past: drill.past.slice(0, -1), phase: step.phase, answered: step.answered };
    return noticed(before, 'undone');
  }
  const ref = entry.kind === 'undo' ? tools.refOf(entry.of) : undefined;
  const item = ref === undefined ? undefined : tools.item(ref);
  return noticed(item === undefined ? askNext(drill, tools, now) : ask(drill, item, tools, now), 'undone');
}
