import { ratings } from '../../core/schedule/memory.ts';
import type { Drill, DrillEvent } from '../../core/session/drill.ts';
import { wantedOptions } from '../../core/session/question.ts';
import { type Shown, shown } from '../../core/text/shown.ts';
import type { Look } from '../output/look.ts';
import type { AppEvent } from './app.ts';
import { type Binding, bind, pause } from './bindings.ts';
import { moveBy, scrollEvent } from './moving.ts';

const drill = (event: DrillEvent): AppEvent => ({ kind: 'drill', event });
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** The keys of a session as it stands: what the phase and the kind of card allow. */
export function studyBindings(state: Drill): readonly Binding[] {
  if (state.unsaved !== undefined) return unsavedBindings;
  switch (state.phase.phase) {
    case 'asking':
      return [...askingBindings(state), ...cardBindings(offersTipByLetter(state.phase))];
    case 'revealed':
      return [...revealedBindings(state), ...cardBindings(false)];
    case 'finished':
      return [];
  }
}

type Asking = Extract<Drill['phase'], { phase: 'asking' }>;

/** Where text is typed, Tab is offered in its place. */
const offersTipByLetter = ({ question, draft }: Asking): boolean =>
  question.card.hints.length > 0 && draft.kind !== 'typed';

const unsavedBindings: readonly Binding[] = [
  bind(['r'], 'retry', drill({ kind: 'retry' }), { rank: 0 }),
  bind(['pagedown', 'pageup'], 'scroll', scrollEvent),
  bind(['q'], 'leave', { kind: 'quit' }, { rank: 1 }),
];

/** What every card has, the same letters on every screen of a session. */
export function cardBindings(hasTips: boolean): readonly Binding[] {
  return [
    bind(['t'], 'tip', drill({ kind: 'tip' }), hasTips ? { rank: 4 } : {}),
    bind(['u'], 'undo', drill({ kind: 'undo' }), { rank: 5 }),
    bind(['s'], 'suspend', drill({ kind: 'suspend' })),
    bind(['z'], 'bury', drill({ kind: 'bury' })),
    bind(['!'], 'flag', { kind: 'flag-card' }, { rank: 6 }),
    bind(['v'], 'edit', { kind: 'edit-card' }),
    bind(['l'], 'otherLanguage', drill({ kind: 'language' })),
    bind(['i'], 'source', { kind: 'overlay', overlay: { kind: 'source' } }),
    bind(['pagedown', 'pageup'], 'scroll', scrollEvent),
    bind(['?'], 'keys', { kind: 'overlay', overlay: { kind: 'keys' } }, { rank: 1 }),
    bind(['q'], 'leave', { kind: 'quit' }, { rank: 2 }),
    pause,
  ];
}

function askingBindings(state: Drill): readonly Binding[] {
  if (state.phase.phase !== 'asking') return [];
  const { question, draft } = state.phase;
  switch (draft.kind) {
    case 'recall':
      return [
        bind(['space', 'enter'], 'show', drill({ kind: 'show' }), {
          rank: 0,
          shownAs: spaceOrEnter,
          waits: 'submit',
          label: ({ messages, size }) =>
            size.columns < 60 ? messages.study.showShort : messages.actions.show,
        }),
        bind(['x'], 'dontKnow', drill({ kind: 'dont-know' })),
      ];
    case 'choice':
      return choiceBindings(question.order.length, wantedOptions(question.card));
    case 'order':
      return orderBindings(question.order.length, draft.lifted);
    case 'typed':
      return typedBindings(question.card.hints.length > 0);
  }
}

const spaceOrEnter = ({ messages }: Look): Shown => shown`${messages.keyNames.space}`;

export const range = (first: string, last: string) => (look: Look) =>
  shown`${first as Shown}${look.glyphs.range}${last as Shown}`;

/** Moves a selection: arrows and the letters that vi has for them. */
export const moveKeys: readonly string[] = ['up', 'down', 'k', 'j'];

/** Choosing among options; the exam has the same keys. */
export function choosing(count: number, wanted: number): readonly Binding[] {
  const named = [...letters.slice(0, count), ...digits.slice(0, count)];
  const choose = (key: string): AppEvent =>
    drill({ kind: 'draft', event: { kind: 'choose', position: named.indexOf(key) % count } });
  return [
    bind(named, 'choose', choose, { rank: 3, shownAs: range('a', letters[count - 1] ?? 'h') }),
    bind(moveKeys, 'move', (key) => drill({ kind: 'draft', event: { kind: 'move', by: moveBy(key) } })),
    bind(['space'], wanted > 1 ? 'toggle' : 'choose', drill({ kind: 'draft', event: { kind: 'toggle' } })),
  ];
}

const submit = bind(['enter'], 'answer', drill({ kind: 'submit', guessed: false }), {
  rank: 0,
  waits: 'submit',
});

const choiceBindings = (count: number, wanted: number): readonly Binding[] => [
  submit,
  ...choosing(count, wanted),
  bind(['w'], 'guess', drill({ kind: 'submit', guessed: true }), { waits: 'submit' }),
  bind(['x'], 'dontKnow', drill({ kind: 'dont-know' }), { rank: 5 }),
];

/** Putting lines into order; the exam has the same keys. */
export function ordering(count: number, isLifted = false): readonly Binding[] {
  const place = (key: string): AppEvent =>
    drill({ kind: 'draft', event: { kind: 'place', position: Number(key) - 1 } });
  return [
    bind(digits.slice(0, count), 'place', place, { rank: 3, shownAs: range('1', String(count)) }),
    bind(['backspace'], 'takeBack', drill({ kind: 'draft', event: { kind: 'take-back' } }), { rank: 6 }),
    bind(moveKeys, 'move', (key) => drill({ kind: 'draft', event: { kind: 'move', by: moveBy(key) } })),
    bind(['space'], 'lift', drill({ kind: 'draft', event: { kind: 'toggle' } }), {
      rank: 4,
      label: ({ messages: { actions, study } }) => (isLifted ? study.drop : actions.lift),
    }),
  ];
}

const orderBindings = (count: number, isLifted: boolean): readonly Binding[] => [
  submit,
  ...ordering(count, isLifted),
  bind(['w'], 'guess', drill({ kind: 'submit', guessed: true }), { waits: 'submit' }),
  bind(['x'], 'dontKnow', drill({ kind: 'dont-know' }), { rank: 5 }),
];

/** A text field takes all characters; actions come after Esc. */
const typedBindings = (hasTips: boolean): readonly Binding[] => [
  submit,
  bind(['tab'], 'tip', drill({ kind: 'tip' }), hasTips ? { rank: 3 } : {}),
  bind(['escape'], 'actions', { kind: 'overlay', overlay: { kind: 'actions' } }, { rank: 1 }),
  bind(['up', 'down'], 'move', (key) => drill({ kind: 'draft', event: { kind: 'move', by: moveBy(key) } })),
  bind(['C-d'], 'leave', { kind: 'quit' }),
  bind(['M-w'], 'guess', drill({ kind: 'submit', guessed: true }), { waits: 'submit' }),
  bind(['M-x'], 'dontKnow', drill({ kind: 'dont-know' })),
];

/** The actions of a shown answer besides rating it. */
export const revealedActions: readonly Binding[] = [
  bind(['o'], 'right', drill({ kind: 'override' }), { rank: 4 }),
  bind(['x'], 'reasons', drill({ kind: 'reasons' }), { rank: 8 }),
];

function revealedBindings(state: Drill): readonly Binding[] {
  if (state.phase.phase !== 'revealed') return [];
  const { allowed, grade, overridden, question, suggested } = state.phase;
  const digitsAllowed = ratings.filter((rating) => allowed.includes(rating)).map(String);
  const rate = (key: string): AppEvent | undefined => {
    const rating = ratings.find((one) => String(one) === key);
    return rating === undefined ? undefined : drill({ kind: 'rate', rating });
  };
  const canOverride = !overridden && (grade?.verdict === 'near' || grade?.verdict === 'wrong');
  const isTyped = question.card.content.kind === 'typed';
  const isChoice = question.card.content.kind === 'choice';
  return [
    bind(['enter', 'space'], 'suggested', drill({ kind: 'rate-suggested' }), {
      rank: 0,
      waits: 'rate',
      label: ({ messages }) => messages.ratings[suggested],
    }),
    bind(['1', '2', '3', '4'], 'rate', rate, { rank: 3, shownAs: range('1', digitsAllowed.at(-1) ?? '4') }),
    ...revealedActions.filter(({ action }) => (action === 'right' ? canOverride && isTyped : isChoice)),
  ];
}

/** The keys of a text field's menu: what Esc opens and what Alt with a letter does at once. */
export const menuBindings = (bindings: readonly Binding[]): readonly Binding[] =>
  bindings.filter((binding) => binding.keys.some((key) => key.length === 1 || key.startsWith('M-')));
