import { useSyncExternalStore } from 'react';
import { fieldText } from '../core/session/draft.ts';
import type { Overview } from '../core/session/overview.ts';
import { everyCard, type SessionPlan } from '../core/session/session.ts';
import { clean, type Shown, shown } from '../core/text/shown.ts';
import { blank, span } from '../core/text/styled-line.ts';
import type { App, AppEvent, Screen } from './app.ts';
import { keysLine } from './bindings.ts';
import { currentBindings, menuOf, screenBindings } from './current-bindings.ts';
import type { Desk } from './desk.ts';
import { drillChoices } from './drill-choices.ts';
import type { HomeView } from './home-frame.ts';
import { type Frame, layOut, repeat } from './layout.ts';
import type { Look } from './look.ts';
import { indented } from './question-lines.ts';
import { deckFrame, keysFrame, searchFrame, sourceFrame, summaryFrame } from './reading-frames.ts';
import { FrameScreen } from './screens/frame-screen.tsx';
import { HomeScreen } from './screens/home-screen.tsx';
import { MenuScreen } from './screens/menu-screen.tsx';
import type { Store } from './store.ts';
import { studyFrame } from './study-frame.ts';

export interface ViewProps {
  readonly store: Store;
  readonly desk: Desk;
  readonly lookOf: (app: App) => Look;
}

/** Draws the store's value; the only component that knows the store. */
export function ViewApp({ store, desk, lookOf }: ViewProps) {
  const app = useSyncExternalStore(store.subscribe, store.read);
  const look = lookOf(app);
  const send = (event: AppEvent) => store.dispatch(event);
  if (look.size.columns < 20 || look.size.rows < 5) return <FrameScreen frame={tinyFrame(look)} />;
  if (app.overlay !== undefined) return viewOverlay(app, desk, look, send, (frame) => seen(store, frame));
  const { screen } = app;
  switch (screen.kind) {
    case 'home':
      return viewHome(app, screen, desk, look, send);
    case 'drill-menu':
      return viewDrillMenu(app, screen, look, send);
    case 'settings':
      return viewSettings(app, desk, look, send);
    default:
      return <FrameScreen frame={seen(store, frameOf(app, screen, desk, look))} />;
  }
}

/** Tells the store how far its text can be scrolled; only the drawing knows. */
function seen(store: Store, frame: Frame): Frame {
  store.scrollEnd = frame.scrollEnd;
  return frame;
}

const tinyFrame = (look: Look): Frame => ({
  lines: [[span(look.messages.tiny)]],
  cursor: undefined,
  scrollEnd: 0,
});

type Send = (event: AppEvent) => void;
type ScreenOf<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

function frameOf(
  app: App,
  screen: Exclude<Screen, ScreenOf<'home' | 'drill-menu' | 'settings'>>,
  desk: Desk,
  look: Look,
): Frame {
  const at = { bindings: currentBindings(app), scroll: app.scroll };
  switch (screen.kind) {
    case 'study': {
      const left = screen.session.left(screen.drill, desk.now());
      const done = screen.drill.answered.length;
      const total = done + left.due + left.new + left.learning;
      const pace = { done, total, minutes: left.minutes };
      return studyFrame({ study: screen, pace, ...at, notice: app.notice }, look);
    }
    case 'summary':
      return summaryFrame(screen.drill, desk.overview(), at, look);
    case 'deck':
      return deckFrame(screen.deck, desk.library(), desk.progress(), at, look);
    case 'search': {
      const title = look.messages.search.title;
      return searchFrame(
        fieldText(screen.field),
        screen.field.cursor,
        desk.library(),
        { ...at, title },
        look,
      );
    }
  }
}

function viewHome(app: App, screen: ScreenOf<'home'>, desk: Desk, look: Look, send: Send) {
  const now = desk.now();
  const overview = desk.overview();
  const view: HomeView = {
    overview,
    now,
    tz: desk.tz(now),
    dayStart: desk.progress().parameters.dayStart,
    selected: screen.selected,
    notice: app.notice,
    bindings: currentBindings(app),
    readiness: undefined,
    banner: bannerOf(overview, desk, look),
  };
  const choose = (deck: string) => {
    const decks = screen.selected.length > 0 ? screen.selected : [deck];
    send({ kind: 'study', plan: { ...plainPlan, filter: { ...everyCard, decks } } });
  };
  return (
    <HomeScreen
      view={view}
      look={look}
      onChoose={choose}
      onHighlight={(deck) => send({ kind: 'highlight', deck })}
    />
  );
}

function bannerOf(
  { corrected, problems }: Overview,
  { rebuilt, recognised }: Desk,
  { messages: { home } }: Look,
): Shown | undefined {
  if (rebuilt) return home.rebuilt;
  if (recognised > 0) return home.recognised(recognised);
  if (corrected > 0) return home.corrected(corrected);
  return problems > 0 ? home.problems(problems) : undefined;
}

const plainPlan: SessionPlan = {
  mode: 'study',
  title: undefined,
  filter: everyCard,
  limits: { cards: undefined, minutes: undefined },
};

function menuLines(title: Shown, hint: Shown | undefined, app: App, look: Look) {
  const rule = [...blank(1), span(repeat(look.glyphs.left, Math.min(90, look.size.columns - 2)), 'dim')];
  const top = [[...blank(1), span(title, 'strong')], rule, ...(look.size.rows >= 14 ? [[]] : [])];
  const notice = app.notice ?? hint;
  const bottom = [
    ...(notice === undefined ? [] : indented([[span(notice, 'dim')]], look)),
    keysLine(currentBindings(app), look),
  ];
  return { top, bottom };
}

function viewDrillMenu(app: App, screen: ScreenOf<'drill-menu'>, look: Look, send: Send) {
  const { drillMenu } = look.messages;
  const choices = drillChoices(screen.decks);
  const entries = choices.map(({ key }) => ({ key, label: drillMenu[key] }));
  const start = (key: string) => {
    const choice = choices.find((one) => one.key === key);
    if (choice !== undefined)
      send({
        kind: 'study',
        plan: { ...plainPlan, mode: 'drill', title: drillMenu[choice.key], filter: choice.filter },
      });
  };
  return (
    <MenuScreen
      {...menuLines(drillMenu.title, drillMenu.counts, app, look)}
      entries={entries}
      look={look}
      onChoose={start}
    />
  );
}

function viewSettings(app: App, desk: Desk, look: Look, send: Send) {
  const { settings } = look.messages;
  const entries = desk
    .settings()
    .map(({ key, summary, value }) => ({ key, label: shown`${summary}: ${value}` }));
  return (
    <MenuScreen
      {...menuLines(settings.title, settings.hint, app, look)}
      entries={entries}
      look={look}
      onChoose={(key) => send({ kind: 'change-setting', key })}
    />
  );
}

function viewOverlay(app: App, desk: Desk, look: Look, send: Send, see: (frame: Frame) => Frame) {
  const at = { bindings: currentBindings(app), scroll: app.scroll };
  const { overlay } = app;
  switch (overlay?.kind) {
    case 'keys':
      return <FrameScreen frame={see(keysFrame(screenBindings(app), at, look))} />;
    case 'source': {
      if (app.screen.kind !== 'study' || app.screen.drill.phase.phase === 'finished') return null;
      const { question } = app.screen.drill.phase;
      return <FrameScreen frame={see(sourceFrame(question, desk.progress(), desk.now(), at, look))} />;
    }
    case 'flag': {
      const title = look.messages.study.flagPrompt;
      const body = indented([[span(clean(fieldText(overlay.field)))]], look);
      const column = (look.size.columns < 60 ? 1 : 3) + overlay.field.cursor;
      const focus = { row: 0, column };
      const keys = keysLine(at.bindings, look);
      return (
        <FrameScreen
          frame={layOut({ head: { left: title, right: shown`` }, body, focus, keys, scroll: 0 }, look)}
        />
      );
    }
    default: {
      const bindings = menuOf(app);
      const entries = bindings.map((binding) => ({
        key: binding.keys[0] ?? '',
        label: look.messages.actions[binding.action],
      }));
      const act = (key: string) => {
        const event = bindings.find((binding) => binding.keys[0] === key)?.event(key);
        send({ kind: 'overlay', overlay: undefined });
        if (event !== undefined) send(event);
      };
      const { top, bottom } = menuLines(look.messages.actions.actions, undefined, app, look);
      return <MenuScreen top={top} bottom={bottom} entries={entries} look={look} onChoose={act} />;
    }
  }
}
