import { useSyncExternalStore } from 'react';
import { fieldText } from '../core/session/draft.ts';
import type { Overview } from '../core/session/overview.ts';
import { everyCard, type SessionPlan } from '../core/session/session.ts';
import { type Shown, shown } from '../core/text/shown.ts';
import { span } from '../core/text/styled-line.ts';
import type { App, AppEvent, Screen } from './app.ts';
import { cardFrame } from './card-frame.ts';
import { currentBindings } from './current-bindings.ts';
import type { Desk } from './desk.ts';
import { drillChoices } from './drill-choices.ts';
import { examChosen, examEntries, examFrame, homeExam } from './exam-screens.tsx';
import type { HomeView } from './home-frame.ts';
import type { Frame } from './layout.ts';
import type { Look } from './look.ts';
import { menuLines } from './menu-lines.ts';
import { examMessagesIn } from './messages/exam-messages.ts';
import { deckFrame, summaryFrame } from './reading-frames.ts';
import { FrameScreen } from './screens/frame-screen.tsx';
import { HomeScreen } from './screens/home-screen.tsx';
import { MenuScreen } from './screens/menu-screen.tsx';
import { searchFrame } from './search-frame.ts';
import type { Store } from './store.ts';
import { studyFrame } from './study-frame.ts';
import { viewOverlay } from './view-overlay.tsx';

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
    case 'exam-menu':
      return viewExamMenu(app, screen, desk, look, send);
    case 'sitting':
    case 'report':
    case 'ready':
      return <FrameScreen frame={seen(store, examFrame(app, screen, desk, look))} />;
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
  screen: ScreenOf<'study' | 'summary' | 'deck' | 'search' | 'card'>,
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
    case 'card':
      return cardFrame(screen.key, desk, at, look);
    case 'search': {
      const title = look.messages.search.title;
      return searchFrame(
        { query: fieldText(screen.field), cursor: screen.field.cursor, selected: screen.selected },
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
  const exam = homeExam(desk, look);
  const view: HomeView = {
    overview,
    now,
    tz: desk.tz(now),
    dayStart: desk.progress().parameters.dayStart,
    selected: screen.selected,
    highlighted: screen.highlighted,
    notice: app.notice,
    bindings: currentBindings(app),
    readiness: exam.readiness,
    banner: exam.running ?? bannerOf(overview, desk, look),
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
  { rebuilt, recognised, notices }: Desk,
  { messages: { home } }: Look,
): Shown | undefined {
  if (rebuilt) return home.rebuilt;
  if (recognised > 0) return home.recognised(recognised);
  if (notices[0] !== undefined) return notices[0];
  if (corrected > 0) return home.corrected(corrected);
  return problems > 0 ? home.problems(problems) : undefined;
}

const plainPlan: SessionPlan = {
  mode: 'study',
  title: undefined,
  filter: everyCard,
  limits: { cards: undefined, minutes: undefined },
};

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

function viewExamMenu(app: App, screen: ScreenOf<'exam-menu'>, desk: Desk, look: Look, send: Send) {
  const text = examMessagesIn(look.language);
  const entries = examEntries(desk, look);
  const { top, bottom } = menuLines(text.title, entries.length === 0 ? text.noExams : text.choose, app, look);
  return (
    <MenuScreen
      top={top}
      bottom={bottom}
      entries={entries}
      look={look}
      onChoose={(key) => send(examChosen(key, screen))}
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
