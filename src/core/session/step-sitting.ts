import type { Instant } from '../schedule/time.ts';
import { stepDraft } from './draft.ts';
import { mergeSitting } from './merge-sitting.ts';
import { wantedOptions } from './question.ts';
import { append, goTo, handIn, leave, turnTo } from './save-sitting.ts';
import type {
  Sitting,
  SittingEvent,
  SittingItem,
  SittingNotice,
  SittingPhase,
  SittingStep,
} from './sitting.ts';
import { isOver } from './sitting.ts';
import { warn } from './sitting-clock.ts';
import { countItems, filteredItems, movedInGrid, nextFilter, stateOf } from './sitting-grid.ts';

const still = (sitting: Sitting): SittingStep => ({ sitting, effects: [] });
const noticed = (sitting: Sitting, notice: SittingNotice): SittingStep => still({ ...sitting, notice });

type PhaseOf<Name extends SittingPhase['phase']> = Extract<SittingPhase, { phase: Name }>;

/**
 * Computes the sitting after an event. What must be written comes back as effects, and the sitting goes on only when
 * it hears that it is on disk. At the deadline any event hands the paper in.
 */
export function stepSitting(sitting: Sitting, event: SittingEvent, now: Instant): SittingStep {
  if (event.kind === 'saved') return still(settle(sitting, event.entries));
  if (event.kind === 'save-failed')
    return still({ ...sitting, unsaved: { entries: event.entries, why: event.why } });
  if (sitting.unsaved !== undefined)
    return event.kind === 'retry'
      ? { sitting, effects: [{ kind: 'retry', entries: sitting.unsaved.entries }] }
      : still(sitting);
  if (sitting.pending !== undefined || isOver(sitting)) return still(sitting);
  if (event.kind === 'merged') return still(mergeSitting(sitting, event.record));
  if (now >= sitting.deadline) return handIn({ ...sitting, notice: undefined }, 'time-ran-out', now);
  if (event.kind === 'tick') return still(warn(sitting, now));
  const fresh = { ...sitting, notice: isStillToRead(sitting, event) ? sitting.notice : undefined };
  const { phase } = fresh;
  if (event.kind === 'not-in-exam') return noticed(fresh, { kind: 'not-in-exam' });
  switch (phase.phase) {
    case 'answering':
      return stepAnswering(fresh, phase, event, now);
    case 'grid':
      return stepGrid(fresh, phase, event, now);
    case 'asking-hand-in':
      if (event.kind === 'confirm') return handIn(fresh, 'handed-in', now);
      return event.kind === 'cancel' ? still({ ...fresh, phase: phase.back }) : still(fresh);
    case 'asking-leave':
      if (event.kind === 'confirm') return leave({ ...fresh, phase: phase.back }, now);
      return event.kind === 'cancel' ? still({ ...fresh, phase: phase.back }) : still(fresh);
    default:
      return still(fresh);
  }
}

/** A warning stays while an answer is being typed: the next key would take it away unread. */
const isStillToRead = ({ notice }: Sitting, event: SittingEvent): boolean =>
  notice?.kind === 'warning' && event.kind === 'draft';

/** The entries are on disk: the sitting is what it was to become. */
function settle(
  sitting: Sitting,
  entries: readonly { readonly kind: string; readonly id: string }[],
): Sitting {
  const start = entries.find(({ kind }) => kind === 'exam-start');
  const next = sitting.pending?.next ?? { ...sitting, unsaved: undefined };
  return start === undefined ? next : { ...next, id: start.id };
}

function stepAnswering(
  sitting: Sitting,
  phase: PhaseOf<'answering'>,
  event: SittingEvent,
  now: Instant,
): SittingStep {
  const linear = sitting.rules.navigation === 'linear';
  const item = sitting.items[phase.item];
  switch (event.kind) {
    case 'draft':
      return item === undefined ? still(sitting) : draft(sitting, phase.item, item, event.event);
    case 'submit': {
      const next = nextField(item);
      return next === undefined
        ? forward(sitting, phase, now)
        : still({ ...sitting, items: sitting.items.with(phase.item, next) });
    }
    case 'next':
      return forward(sitting, phase, now);
    case 'back':
      if (linear) return noticed(sitting, { kind: 'linear' });
      return phase.item === 0 ? noticed(sitting, { kind: 'first-item' }) : goTo(sitting, phase.item - 1, now);
    case 'go-to':
      return linear ? noticed(sitting, { kind: 'linear' }) : goTo(sitting, event.item, now);
    case 'grid':
      if (linear) return noticed(sitting, { kind: 'linear' });
      return turnTo(sitting, { phase: 'grid', filter: 'all', item: phase.item }, now);
    case 'mark':
      return linear ? noticed(sitting, { kind: 'linear' }) : mark(sitting, phase.item);
    case 'hand-in':
      return askHandIn(sitting, phase, now);
    case 'leave':
      return still({ ...sitting, phase: { phase: 'asking-leave', back: phase } });
    default:
      return still(sitting);
  }
}

function stepGrid(sitting: Sitting, phase: PhaseOf<'grid'>, event: SittingEvent, now: Instant): SittingStep {
  switch (event.kind) {
    case 'grid-move':
      return still({ ...sitting, phase: movedInGrid(sitting, phase, event.by) });
    case 'grid-filter':
      return still({ ...sitting, phase: nextFilter(sitting, phase) });
    case 'grid-cursor':
      return still({ ...sitting, phase: { ...phase, filter: 'all', item: event.item } });
    case 'submit':
    case 'back':
    case 'grid':
    case 'cancel':
      return goTo(sitting, phase.item, now);
    case 'go-to':
      return goTo(sitting, event.item, now);
    case 'mark':
      return filteredItems(sitting, phase.filter).includes(phase.item)
        ? mark(sitting, phase.item)
        : still(sitting);
    case 'hand-in':
      return askHandIn(sitting, phase, now);
    case 'leave':
      return still({ ...sitting, phase: { phase: 'asking-leave', back: phase } });
    default:
      return still(sitting);
  }
}

/** More options than the question wants are refused on the spot. */
function draft(
  sitting: Sitting,
  index: number,
  item: SittingItem,
  event: Extract<SittingEvent, { kind: 'draft' }>['event'],
): SittingStep {
  if (item.question === undefined) return still(sitting);
  const next = stepDraft(item.draft, event, item.question.card);
  const wanted = wantedOptions(item.question.card);
  if (next.kind === 'choice' && next.chosen.length > wanted)
    return noticed(sitting, { kind: 'refused', refusal: { kind: 'too-many', wanted } });
  return still({ ...sitting, items: sitting.items.with(index, { ...item, draft: next }) });
}

/** With the next field of a typed answer active; `undefined` when there is none. */
function nextField(item: SittingItem | undefined): SittingItem | undefined {
  if (item?.draft.kind !== 'typed' || item.draft.active >= item.draft.fields.length - 1) return undefined;
  return { ...item, draft: { ...item.draft, active: item.draft.active + 1 } };
}

/** To the next item; after the last one to the grid, or in a linear exam to the end. Nobody skips an item unawares. */
function forward(before: Sitting, phase: PhaseOf<'answering'>, now: Instant): SittingStep {
  const isFinal = before.rules.navigation === 'linear';
  const item = before.items[phase.item];
  const isSkipped = item?.question !== undefined && stateOf(item) === 'open';
  const sitting: Sitting = isSkipped
    ? { ...before, notice: { kind: 'unanswered', item: phase.item, isFinal } }
    : before;
  if (phase.item + 1 < sitting.items.length) return goTo(sitting, phase.item + 1, now);
  return isFinal
    ? askHandIn(sitting, phase, now)
    : turnTo(sitting, { phase: 'grid', filter: 'all', item: phase.item }, now);
}

function mark(sitting: Sitting, index: number): SittingStep {
  const item = sitting.items[index];
  if (item === undefined || sitting.id === undefined) return still(sitting);
  const on = !item.marked;
  const next: Sitting = {
    ...sitting,
    items: sitting.items.with(index, { ...item, marked: on }),
    notice: { kind: on ? 'marked' : 'unmarked' },
  };
  return append(sitting, next, [{ kind: 'exam-mark', sitting: sitting.id, item: index, on }]);
}

/** Asks once when something is unanswered, else hands in. */
function askHandIn(sitting: Sitting, back: PhaseOf<'answering' | 'grid'>, now: Instant): SittingStep {
  const { open, incomplete } = countItems(sitting);
  if (open + incomplete === 0) return handIn(sitting, 'handed-in', now);
  return still({ ...sitting, phase: { phase: 'asking-hand-in', open, incomplete, back } });
}
