import { wantedOptions } from '../core/session/question.ts';
import type { Sitting, SittingEvent } from '../core/session/sitting.ts';
import type { AppEvent } from './app.ts';
import { type Binding, bind } from './bindings.ts';
import { scrollBy } from './scroll-by.ts';
import { choosing, moveBy, moveKeys, ordering } from './study-bindings.ts';

const exam = (event: SittingEvent): AppEvent => ({ kind: 'sitting', event });

/** The keys of an exam as it stands: those of the item's kind, moving about the paper, and what asks. */
export function sittingBindings(sitting: Sitting): readonly Binding[] {
  if (sitting.unsaved !== undefined) return [bind(['r'], 'retry', exam({ kind: 'retry' }), { rank: 0 })];
  const { phase } = sitting;
  switch (phase.phase) {
    case 'answering':
      return itemBindings(sitting, phase.item);
    case 'grid':
      return gridBindings;
    case 'asking-hand-in':
    case 'asking-leave':
      return [
        bind(['enter'], 'confirm', exam({ kind: 'confirm' }), { rank: 0 }),
        bind(['escape', 'q'], 'back', exam({ kind: 'cancel' }), { rank: 1 }),
      ];
    default:
      return [];
  }
}

function itemBindings({ items }: Sitting, index: number): readonly Binding[] {
  const item = items[index];
  const draft = item?.draft;
  const about = [
    bind(['n'], 'next', exam({ kind: 'next' }), { rank: 4 }),
    bind(['p', 'left'], 'back', exam({ kind: 'back' }), { rank: 5 }),
    bind(['m'], 'mark', exam({ kind: 'mark' }), { rank: 3 }),
    bind(['r'], 'grid', exam({ kind: 'grid' }), { rank: 2 }),
    bind(['u', 's', 'z', '!', 'v', 't', 'o', 'w'], 'notInExam', exam({ kind: 'not-in-exam' })),
    bind(['pagedown', 'pageup'], 'scroll', (key) => ({ kind: 'scroll', by: key === 'pagedown' ? 8 : -8 })),
    bind(['?'], 'keys', { kind: 'overlay', overlay: { kind: 'keys' } }, { rank: 6 }),
    bind(['q'], 'leave', exam({ kind: 'leave' }), { rank: 7 }),
  ];
  if (item?.question === undefined || draft === undefined) {
    return [bind(['enter'], 'next', exam({ kind: 'next' }), { rank: 0 }), ...about];
  }
  const { card, order } = item.question;
  switch (draft.kind) {
    case 'choice':
      return [...asExam(choosing(order.length, wantedOptions(card))), enterNext, ...about];
    case 'order':
      return [...asExam(ordering(order.length)), enterNext, ...about];
    case 'typed':
      return [enterNext, typedActions, ...moveFields, ...about];
    default:
      return [enterNext, ...about];
  }
}

const enterNext = bind(['enter'], 'next', exam({ kind: 'submit' }), { rank: 0, waits: 'submit' });
const typedActions = bind(
  ['escape'],
  'actions',
  { kind: 'overlay', overlay: { kind: 'actions' } },
  { rank: 1 },
);
const moveFields = [
  bind(['up', 'down'], 'move', (key) => exam({ kind: 'draft', event: { kind: 'move', by: moveBy(key) } })),
];

/** A session's keys for options and lines, as events of the sitting. */
function asExam(bindings: readonly Binding[]): readonly Binding[] {
  return bindings.map((binding) => ({
    ...binding,
    event: (key: string): AppEvent | undefined => {
      const event = binding.event(key);
      const isDraft = event?.kind === 'drill' && event.event.kind === 'draft';
      return isDraft ? exam({ kind: 'draft', event: event.event.event }) : event;
    },
  }));
}

/** Numbers of two digits are typed one after the other: `1` and then `2` go to item 12 where there is one. */
const gridBindings: readonly Binding[] = [
  bind([...moveKeys, 'left', 'right'], 'move', (key) => exam({ kind: 'grid-move', by: gridStep(key) }), {
    rank: 3,
  }),
  bind(
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    'number',
    (key) => ({ kind: 'grid-digit', digit: key }),
    {
      rank: 4,
    },
  ),
  bind(['enter'], 'open', exam({ kind: 'submit' }), { rank: 0 }),
  bind(['tab'], 'filter', exam({ kind: 'grid-filter' }), { rank: 2 }),
  bind(['m'], 'mark', exam({ kind: 'mark' }), { rank: 6 }),
  bind(['x'], 'handIn', exam({ kind: 'hand-in' }), { rank: 1 }),
  bind(['r', 'escape'], 'back', exam({ kind: 'grid' }), { rank: 5 }),
  bind(['?'], 'keys', { kind: 'overlay', overlay: { kind: 'keys' } }, { rank: 7 }),
  bind(['q'], 'leave', exam({ kind: 'leave' }), { rank: 8 }),
];

/** Columns of the grid, so that up and down move by a row. */
export const gridColumns = 8;

function gridStep(key: string): number {
  if (key === 'left') return -1;
  if (key === 'right') return 1;
  return moveBy(key) * gridColumns;
}

export const reportBindings: readonly Binding[] = [
  bind(
    ['down', 'up', 'j', 'k', 'pagedown', 'pageup', 'space'],
    'scroll',
    (key) => ({ kind: 'scroll', by: scrollBy(key) }),
    { rank: 2 },
  ),
  bind(['s'], 'studyMissed', { kind: 'study-missed' }, { rank: 1 }),
  bind(['enter', 'q', 'escape'], 'close', { kind: 'close-exam' }, { rank: 0 }),
];
