import { type Draft, emptyField, type TextField } from '../core/session/draft.ts';
import { everyCard, type SessionPlan } from '../core/session/session.ts';
import type { App, AppEvent } from './app.ts';
import { type Binding, bind, withOwnKeys } from './bindings.ts';
import { interruptsExam, reportBindings, sittingBindings } from './exam-bindings.ts';
import { scrollBy } from './scroll-by.ts';
import { menuBindings, studyBindings } from './study-bindings.ts';

/** The keys as they work now: an overlay's, else the screen's. */
export function currentBindings(app: App): readonly Binding[] {
  const { screen } = app;
  const interruption = screen.kind === 'sitting' ? interruptsExam(screen.sitting) : undefined;
  return [...bindingsOf(app), interruption ?? interrupt];
}

/** Ctrl-C ends the program as in a shell; everything is saved already. */
const interrupt = bind(['C-c'], 'leave', { kind: 'interrupt' });

function bindingsOf(app: App): readonly Binding[] {
  switch (app.overlay?.kind) {
    case 'keys':
    case 'source':
      return readingBindings;
    case 'actions':
      return [...actionsBindings, ...menuLetters(app)];
    case 'flag':
      return flagBindings(app);
    default:
      return screenBindings(app);
  }
}

/** The keys of the screen itself, for its list of keys and its menu of actions. */
export function screenBindings(app: App): readonly Binding[] {
  const { screen } = app;
  switch (screen.kind) {
    case 'home':
      return withOwnKeys(homeBindings(screen.selected), app.ownKeys);
    case 'study': {
      const bindings = withOwnKeys(studyBindings(screen.drill), app.ownKeys);
      return isTyping(app) ? withAlt(bindings) : bindings;
    }
    case 'sitting': {
      const bindings = sittingBindings(screen.sitting, app.size.columns);
      return isTyping(app) ? withAlt(bindings) : bindings;
    }
    case 'report':
      return reportBindings;
    case 'ready':
      return readyBindings;
    case 'exam-menu':
      return examMenuBindings;
    case 'summary':
      return summaryBindings(app.startedBy);
    case 'deck':
      return deckBindings(screen.deck);
    case 'search':
      return searchBindings;
    case 'card':
      return cardPageBindings;
    default:
      return menuScreenBindings;
  }
}

/** The actions that Esc lists over a text field. */
export function menuOf(app: App): readonly Binding[] {
  const { screen } = app;
  if (screen.kind === 'sitting') {
    const bindings = menuBindings(sittingBindings(screen.sitting, app.size.columns));
    return bindings.filter(({ action }) => action !== 'notInExam');
  }
  return screen.kind === 'study' ? menuBindings(withOwnKeys(studyBindings(screen.drill), app.ownKeys)) : [];
}

/** Esc and then a letter does what Alt with the letter does, however slow the line is. */
const menuLetters = (app: App): readonly Binding[] =>
  menuOf(app).map((binding) => {
    const letters = binding.keys.filter((key) => key.length === 1);
    const alternates = binding.keys.filter((key) => key.startsWith('M-')).map((key) => key.slice(2));
    return { ...binding, keys: [...letters, ...alternates] };
  });

const isTyping = (app: App): boolean => typingIn(app) !== undefined;

/** In a text field letters are text: the actions move to Alt with the letter. */
function withAlt(bindings: readonly Binding[]): readonly Binding[] {
  return bindings.map((binding) => {
    const keys = binding.keys.map((key) => (key.length === 1 ? `M-${key}` : key));
    const event = (key: string) =>
      binding.event(key.startsWith('M-') && !binding.keys.includes(key) ? key.slice(2) : key);
    const { rank, ...rest } = binding;
    const isPlain = binding.keys.some((key) => key.length > 1);
    return { ...rest, keys, event, ...(rank !== undefined && isPlain ? { rank } : {}) };
  });
}

/** The text field that has the keyboard, and the event that its next value makes. */
export function fieldOf(
  app: App,
): { readonly field: TextField; readonly event: (field: TextField) => AppEvent } | undefined {
  if (app.overlay?.kind === 'flag') {
    return { field: app.overlay.field, event: (field) => ({ kind: 'flag-text', field }) };
  }
  if (app.overlay !== undefined) return undefined;
  if (app.screen.kind === 'search') {
    return { field: app.screen.field, event: (field) => ({ kind: 'search-text', field }) };
  }
  const field = typingIn(app);
  if (field === undefined) return undefined;
  const isExam = app.screen.kind === 'sitting';
  return {
    field,
    event: (next) => {
      const event = { kind: 'draft', event: { kind: 'edit', field: next } } as const;
      return isExam ? { kind: 'sitting', event } : { kind: 'drill', event };
    },
  };
}

/** The line of a typed card that is being written, in a session or in an exam. */
function typingIn({ screen }: App): TextField | undefined {
  const draft = draftIn(screen);
  return draft?.kind === 'typed' ? draft.fields[draft.active] : undefined;
}

function draftIn(screen: App['screen']): Draft | undefined {
  if (screen.kind === 'study') {
    return screen.drill.phase.phase === 'asking' ? screen.drill.phase.draft : undefined;
  }
  if (screen.kind !== 'sitting' || screen.sitting.phase.phase !== 'answering') return undefined;
  return screen.sitting.items[screen.sitting.phase.item]?.draft;
}

const close: AppEvent = { kind: 'overlay', overlay: undefined };
const scroll = (key: string): AppEvent => ({ kind: 'scroll', by: scrollBy(key) });
const scrolling = bind(['pagedown', 'pageup', 'up', 'down', 'j', 'k', 'space'], 'scroll', scroll);
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

const everything: SessionPlan = {
  mode: 'study',
  title: undefined,
  filter: everyCard,
  limits: { cards: undefined, minutes: undefined },
};

/** Enter is the menu's; the rest of the home screen's keys are these. */
export function homeBindings(selected: readonly string[]): readonly Binding[] {
  return [
    bind(['enter'], 'study', () => undefined, { rank: 0 }),
    bind(['space'], 'select', { kind: 'toggle-deck' }, { rank: 5 }),
    bind(['i'], 'page', { kind: 'open-deck' }),
    bind(['d'], 'drill', { kind: 'open', screen: { kind: 'drill-menu', decks: selected } }, { rank: 3 }),
    bind(['a'], 'ahead', {
      kind: 'study',
      plan: { ...everything, mode: 'ahead', filter: { ...everyCard, decks: selected } },
    }),
    bind(['x'], 'exam', { kind: 'open', screen: { kind: 'exam-menu', warned: undefined } }, { rank: 4 }),
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
    bind(['q', 'escape', 'C-d'], 'leave', { kind: 'quit' }, { rank: 2 }),
    bind(['C-z'], 'pause', { kind: 'suspend-program' }),
  ];
}

const summaryBindings = (startedBy: App['startedBy']): readonly Binding[] => [
  scrolling,
  bind(['u'], 'undo', { kind: 'undo-last' }, { rank: 2 }),
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
  bind(['up', 'down', 'pageup', 'pagedown'], 'move', (key) => ({ kind: 'search-move', by: scrollBy(key) }), {
    rank: 1,
  }),
  bind(['escape'], 'close', { kind: 'open-home' }, { rank: 2 }),
];

const cardPageBindings: readonly Binding[] = [
  scrolling,
  bind(['q', 'escape', 'enter'], 'back', { kind: 'back-to-search' }, { rank: 0 }),
];

const examMenuBindings: readonly Binding[] = [
  bind(['enter'], 'open', () => undefined, { rank: 0 }),
  bind(['q', 'escape'], 'close', { kind: 'close-exam' }, { rank: 1 }),
];

const menuScreenBindings: readonly Binding[] = [
  bind(['q', 'escape'], 'close', { kind: 'open-home' }, { rank: 0 }),
];
