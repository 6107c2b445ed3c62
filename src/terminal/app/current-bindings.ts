import { emptyField } from '../../core/session/draft.ts';
import { everyCard, everything } from '../../core/session/session.ts';
import { actionMenu } from './action-menu.ts';
import type { ActionName } from './action-name.ts';
import type { App, AppEvent } from './app.ts';
import { type Binding, type BindingOptions, bind, pause, withOwnKeys } from './bindings.ts';
import { interruptsExam, reportBindings, rulesBindings, sittingBindings } from './exam-bindings.ts';
import { typingIn } from './field-of.ts';
import { type MenuDesk, menuOf, menuRowOf } from './menu.ts';
import { moveBy, scrollEvent } from './moving.ts';
import { range, studyBindings } from './study-bindings.ts';

/** The keys as they work now: an overlay's, else the screen's. */
export function currentBindings(app: App, desk: MenuDesk): readonly Binding[] {
  const { screen } = app;
  const interruption = screen.kind === 'sitting' ? interruptsExam(screen.sitting) : undefined;
  return [...bindingsOf(app, desk), interruption ?? interrupt, pause];
}

/** Ctrl-C ends the program as in a shell; everything is saved already. */
const interrupt = bind(['C-c'], 'leave', { kind: 'interrupt' });

function bindingsOf(app: App, desk: MenuDesk): readonly Binding[] {
  const chosen = () => menuRowOf(app, menuOf(app, desk))?.event;
  switch (app.overlay?.kind) {
    case 'keys':
    case 'source':
      return readingBindings;
    case 'actions':
      return [...inMenu('choose', chosen), ...actionsBindings, ...actionLetters(app)];
    case 'flag':
      return flagBindings(app);
    default:
      return screenBindings(app, desk);
  }
}

/** The keys of the screen itself, for its list of keys and its menu of actions. */
export function screenBindings(app: App, desk: MenuDesk): readonly Binding[] {
  const { screen } = app;
  const chosen = () => menuRowOf(app, menuOf(app, desk))?.event;
  switch (screen.kind) {
    case 'home':
      return withOwnKeys(homeBindings(screen.selected, chosen), app.ownKeys);
    case 'study': {
      const bindings = withOwnKeys(studyBindings(screen.drill), app.ownKeys);
      return typingIn(app) !== undefined ? withAlt(bindings) : bindings;
    }
    case 'sitting': {
      const bindings = sittingBindings(screen.sitting, app.size.columns);
      return typingIn(app) !== undefined ? withAlt(bindings) : bindings;
    }
    case 'report':
      return reportBindings(screen.report);
    case 'ready':
      return readyBindings;
    case 'exam-menu':
      return [...inMenu('open', chosen), ...examMenuBindings];
    case 'exam-rules':
      return rulesBindings(screen);
    case 'summary':
      return summaryBindings(app.startedBy);
    case 'deck':
      return deckBindings(screen.deck);
    case 'search':
      return searchBindings;
    case 'card':
      return cardPageBindings;
    case 'settings':
      return [...inMenu('change', chosen), ...menuScreenBindings];
    case 'drill-menu':
      return [...inMenu('drill', chosen), ...menuScreenBindings];
  }
}

/** Moving and choosing are the same in all menus: a digit selects, Enter chooses. */
const inMenu = (
  action: ActionName,
  chosen: () => AppEvent | undefined,
  options: BindingOptions = { rank: 0 },
): readonly Binding[] => [
  bind(['enter'], action, chosen, options),
  bind(['up', 'down', 'k', 'j', 'pageup', 'pagedown', 'home', 'end'], 'move', (key) => ({
    kind: 'menu-move',
    by: menuMoves[key] ?? moveBy(key),
  })),
  bind(digits, 'number', (key) => ({ kind: 'menu-row', row: Number(key) - 1 }), { shownAs: range('1', '9') }),
];
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** Farther than any menu is long. */
const toTheEnd = 1_000_000;
const menuMoves: Readonly<Record<string, number>> = { home: -toTheEnd, end: toTheEnd };

/** Esc and then a letter does what Alt with the letter does, however slow the line is. */
const actionLetters = (app: App): readonly Binding[] =>
  actionMenu(app).map((binding) => {
    const letters = binding.keys.map((key) => key.replace('M-', '')).filter((key) => key.length === 1);
    const event = (key: string) => binding.event(key.replace('M-', ''));
    return { ...binding, keys: [...letters, ...letters.map((key) => `M-${key}`)], event };
  });

/** In a text field letters are text: the actions move to Alt with the letter, or the letter after Esc. */
function withAlt(bindings: readonly Binding[]): readonly Binding[] {
  return bindings.map((binding) => {
    const keys = binding.keys.map((key) => (key.length === 1 ? `M-${key}` : key));
    const event = (key: string) =>
      binding.event(key.startsWith('M-') && !binding.keys.includes(key) ? key.slice(2) : key);
    return { ...binding, keys, event, isBehindEscape: binding.keys.every((key) => key.length === 1) };
  });
}

const close: AppEvent = { kind: 'overlay', overlay: undefined };
const scrolling = bind(['pagedown', 'pageup', 'up', 'down', 'j', 'k', 'space'], 'scroll', scrollEvent);
const keysOverlay: AppEvent = { kind: 'overlay', overlay: { kind: 'keys' } };

const readingBindings: readonly Binding[] = [
  scrolling,
  bind(['escape', 'q', '?', 'i', 'enter'], 'close', close, { rank: 0 }),
];

const readyBindings: readonly Binding[] = [
  scrolling,
  bind(['enter', 'q', 'escape', 'r'], 'close', { kind: 'open-home' }, { rank: 0 }),
];

const actionsBindings: readonly Binding[] = [bind(['escape'], 'close', close, { rank: 0 })];

function flagBindings(app: App): readonly Binding[] {
  if (app.overlay?.kind !== 'flag') return [];
  const text = app.overlay.field.graphemes.join('');
  return [
    bind(['enter'], 'flag', { kind: 'drill', event: { kind: 'flag', on: true, text } }, { rank: 0 }),
    bind(['escape'], 'close', close, { rank: 1 }),
  ];
}

export function homeBindings(
  selected: readonly string[],
  chosen: () => AppEvent | undefined,
): readonly Binding[] {
  return [
    ...inMenu('study', chosen),
    bind(['*'], 'studyAll', { kind: 'study', plan: everything }, { rank: 3 }),
    bind(['space'], 'select', { kind: 'toggle-deck' }, { rank: 5 }),
    bind(['i'], 'page', { kind: 'open-deck' }),
    bind(['d'], 'drill', { kind: 'open', screen: { kind: 'drill-menu', decks: selected } }, { rank: 3 }),
    bind(['a'], 'ahead', {
      kind: 'study',
      plan: { ...everything, mode: 'ahead', filter: { ...everyCard, decks: selected } },
    }),
    bind(['x'], 'exam', { kind: 'exams', wishes: {} }, { rank: 4 }),
    bind(['r'], 'ready', { kind: 'open', screen: { kind: 'ready' } }, { rank: 5 }),
    bind(
      ['/'],
      'search',
      { kind: 'open', screen: { kind: 'search', field: emptyField, selected: 0 } },
      { rank: 4 },
    ),
    bind([','], 'settings', { kind: 'open', screen: { kind: 'settings' } }, { rank: 6 }),
    bind(['l'], 'language', { kind: 'interface-language' }),
    bind(['+'], 'more', { kind: 'raise-new-limit' }),
    bind(['u'], 'undo', { kind: 'undo-last' }, { rank: 7 }),
    bind(['?'], 'keys', keysOverlay, { rank: 1 }),
    bind(['q', 'C-d'], 'leave', { kind: 'quit' }, { rank: 2 }),
    pause,
  ];
}

const summaryBindings = (startedBy: App['startedBy']): readonly Binding[] => [
  scrolling,
  bind(['u'], 'undo', { kind: 'drill', event: { kind: 'undo' } }, { rank: 2 }),
  bind(['enter', 'q', 'escape'], 'close', { kind: startedBy === 'home' ? 'open-home' : 'quit' }, { rank: 0 }),
];

const deckBindings = (deck: string): readonly Binding[] => [
  scrolling,
  bind(
    ['enter'],
    'study',
    { kind: 'study', plan: { ...everything, filter: { ...everyCard, decks: [deck] } } },
    { rank: 0 },
  ),
  bind(['q', 'escape', 'i'], 'close', { kind: 'open-home' }, { rank: 1 }),
];

const searchBindings: readonly Binding[] = [
  bind(['enter'], 'open', { kind: 'open-found' }, { rank: 0 }),
  bind(['up', 'down', 'pageup', 'pagedown'], 'move', (key) => ({ kind: 'search-move', by: moveBy(key) }), {
    rank: 1,
  }),
  bind(['escape'], 'close', { kind: 'open-home' }, { rank: 2 }),
];

const cardPageBindings: readonly Binding[] = [
  scrolling,
  bind(['q', 'escape', 'enter'], 'back', { kind: 'back-to-search' }, { rank: 0 }),
];

const examMenuBindings: readonly Binding[] = [
  bind(['q', 'escape'], 'close', { kind: 'close-exam' }, { rank: 1 }),
];

const menuScreenBindings: readonly Binding[] = [
  bind(['q', 'escape'], 'close', { kind: 'open-home' }, { rank: 1 }),
];
