import type { ExamReport } from '../../core/exam/report.ts';
import { wantedOptions } from '../../core/session/question.ts';
import type { Sitting, SittingEvent } from '../../core/session/sitting.ts';
import { shown } from '../../core/text/shown.ts';
import type { AppEvent, Screen } from './app.ts';
import { type Binding, bind, pause } from './bindings.ts';
import { moveBy, scrollEvent } from './moving.ts';
import { choosing, moveKeys, ordering, range } from './study-bindings.ts';

const exam = (event: SittingEvent): AppEvent => ({ kind: 'sitting', event });

/** The keys of an exam as it stands, in a window so wide: those of the item's kind, moving about the paper, and what asks. */
export function sittingBindings(sitting: Sitting, columns: number): readonly Binding[] {
  if (sitting.unsaved !== undefined) return unsavedBindings;
  const { phase } = sitting;
  switch (phase.phase) {
    case 'answering':
      return itemBindings(sitting, phase.item);
    case 'grid':
      return gridBindings(columns);
    case 'asking-hand-in':
    case 'asking-leave':
      return [
        bind(['enter'], 'confirm', exam({ kind: 'confirm' }), { rank: 0, waits: 'submit' }),
        bind(['escape', 'q'], 'back', exam({ kind: 'cancel' }), { rank: 1 }),
      ];
    default:
      return [];
  }
}

/** Ctrl-C leaves an exam as `q` does, for it is told in the report; pressed twice it leaves without a question. */
export function interruptsExam({ phase, unsaved }: Sitting): Binding | undefined {
  if (unsaved !== undefined || phase.phase === 'left' || phase.phase === 'handed-in') return undefined;
  const kinds = {
    answering: 'leave',
    grid: 'leave',
    'asking-leave': 'confirm',
    'asking-hand-in': 'cancel',
  } as const;
  return bind(['C-c'], 'leave', exam({ kind: kinds[phase.phase] }));
}

function itemBindings({ items }: Sitting, index: number): readonly Binding[] {
  const item = items[index];
  const draft = item?.draft;
  // In a text field the arrow moves the cursor.
  const backKeys = draft?.kind === 'typed' ? ['p'] : ['p', 'left'];
  const about = [
    bind(['n'], 'next', exam({ kind: 'next' })),
    bind(backKeys, 'back', exam({ kind: 'back' }), { rank: 6 }),
    bind(['m'], 'mark', exam({ kind: 'mark' }), { rank: 4 }),
    bind(['r'], 'grid', exam({ kind: 'grid' }), { rank: 3 }),
    notInExam,
    bind(['pagedown', 'pageup'], 'scroll', scrollEvent),
    ...anywhere,
  ];
  if (item?.question === undefined || draft === undefined) {
    return [bind(['enter'], 'next', exam({ kind: 'next' }), { rank: 0 }), ...about];
  }
  const { card, order } = item.question;
  switch (draft.kind) {
    case 'choice':
      return [enterNext, ...asExam(choosing(order.length, wantedOptions(card))), ...about];
    case 'order':
      return [enterNext, ...asExam(ordering(order.length, draft.lifted)), ...about];
    case 'typed':
      return [enterNext, typedActions, ...moveFields, ...about];
    default:
      return [enterNext, ...about];
  }
}

/** What a session has and an exam has not. */
const notInExam = bind(
  ['u', 's', 'z', '!', 'v', 'l', 't', 'o', 'w'],
  'notInExam',
  exam({ kind: 'not-in-exam' }),
  { shownAs: () => shown`u s z ! v l t o w` },
);

const anywhere = [
  bind(['?'], 'keys', { kind: 'overlay', overlay: { kind: 'keys' } }, { rank: 1 }),
  bind(['q'], 'leave', exam({ kind: 'leave' }), { rank: 2 }),
  pause,
];

const unsavedBindings = [
  bind(['r'], 'retry', exam({ kind: 'retry' }), { rank: 0 }),
  bind(['q'], 'leave', { kind: 'close-exam' }, { rank: 1 }),
];

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
const gridBindings = (columns: number): readonly Binding[] => [
  bind(gridKeys, 'move', (key) => exam({ kind: 'grid-move', by: gridStep(key, columns) }), { rank: 6 }),
  bind(digits, 'number', (key) => ({ kind: 'grid-digit', digit: key }), {
    rank: 8,
    shownAs: range('0', '9'),
  }),
  bind(['enter'], 'open', exam({ kind: 'submit' }), { rank: 0, waits: 'submit' }),
  bind(['tab'], 'filter', exam({ kind: 'grid-filter' }), { rank: 5 }),
  bind(['m'], 'mark', exam({ kind: 'mark' }), { rank: 7 }),
  bind(['x'], 'handIn', exam({ kind: 'hand-in' }), { rank: 1 }),
  bind(['r', 'escape'], 'back', exam({ kind: 'grid' }), { rank: 2 }),
  notInExam,
  ...anywhere,
];

const gridKeys = [...moveKeys, 'left', 'right'];
const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Columns of a cell in the review grid. */
export const gridCellWidth = 8;

/** How many cells of the review grid stand side by side; up and down move by a row of them. */
export const gridColumns = (columns: number): number =>
  Math.max(1, Math.min(8, Math.floor((columns - 4) / gridCellWidth)));

function gridStep(key: string, columns: number): number {
  if (key === 'left') return -1;
  if (key === 'right') return 1;
  return moveBy(key) * gridColumns(columns);
}

/** Esc leads to the exams again, at the one that the decks fill better where there is one. */
export const rulesBindings = ({
  wishes,
  offer: { paper, fuller },
}: Extract<Screen, { kind: 'exam-rules' }>): readonly Binding[] => [
  bind(['enter'], 'begin', { kind: 'begin-exam' }, { rank: 0, waits: 'submit' }),
  bind(['down', 'up', 'j', 'k', 'pagedown', 'pageup', 'space'], 'scroll', scrollEvent),
  bind(['escape', 'q'], 'back', { kind: 'exams', wishes, row: fuller ?? paper.exam }, { rank: 1 }),
];

export const reportBindings = ({ missed }: ExamReport): readonly Binding[] => [
  bind(['down', 'up', 'j', 'k', 'pagedown', 'pageup', 'space'], 'scroll', scrollEvent, { rank: 2 }),
  ...(missed.length === 0 ? [] : [bind(['s'], 'studyMissed', { kind: 'study-missed' }, { rank: 1 })]),
  bind(['enter', 'q', 'escape'], 'close', { kind: 'close-exam' }, { rank: 0 }),
];
