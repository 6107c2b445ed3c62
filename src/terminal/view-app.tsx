import { useSyncExternalStore } from 'react';
import type { Overview } from '../core/session/overview.ts';
import { clean, raw, type Shown, shown } from '../core/text/shown.ts';
import { span } from '../core/text/styled-line.ts';
import type { App, Screen } from './app.ts';
import { cardFrame } from './card-frame.ts';
import { currentBindings } from './current-bindings.ts';
import type { Desk } from './desk.ts';
import { examFrame, homeExam } from './exam-screens.tsx';
import type { HomeView } from './home-frame.ts';
import type { Frame } from './layout.ts';
import type { Look } from './look.ts';
import { menuOf, rowIndex } from './menu.ts';
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
  if (look.size.columns < 20 || look.size.rows < 5) return <FrameScreen frame={tinyFrame(look)} />;
  if (app.overlay !== undefined) return viewOverlay(app, desk, look, (frame) => seen(store, frame));
  const { screen } = app;
  switch (screen.kind) {
    case 'home':
      return viewHome(app, screen, desk, look);
    case 'drill-menu':
    case 'settings':
    case 'exam-menu':
      return viewMenu(app, screen.kind, desk, look);
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
  store.seen = frame;
  return frame;
}

const tinyFrame = (look: Look): Frame => ({
  lines: [[span(look.messages.tiny)]],
  cursor: undefined,
  first: 0,
  scrollEnd: 0,
  page: 1,
});

type ScreenOf<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

function frameOf(
  app: App,
  screen: ScreenOf<'study' | 'summary' | 'deck' | 'search' | 'card'>,
  desk: Desk,
  look: Look,
): Frame {
  const at = { bindings: currentBindings(app, desk), scroll: app.scroll };
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
      return searchFrame(screen, desk.library(), { ...at, title }, look);
    }
  }
}

function viewHome(app: App, screen: ScreenOf<'home'>, desk: Desk, look: Look) {
  const now = desk.now();
  const overview = desk.overview();
  const exam = homeExam(desk, look);
  const rows = menuOf(app, desk);
  const view: HomeView = {
    overview,
    now,
    tz: desk.tz(now),
    dayStart: desk.progress().parameters.dayStart,
    selected: screen.selected,
    cursor: rowIndex(app, rows),
    notice: app.notice,
    bindings: currentBindings(app, desk),
    readiness: exam.readiness,
    banner: exam.running ?? bannerOf(overview, desk, look),
  };
  return <HomeScreen view={view} look={look} />;
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
  return problems && home.problems(problems.count, clean(raw(problems.root)));
}

function viewMenu(app: App, kind: 'drill-menu' | 'settings' | 'exam-menu', desk: Desk, look: Look) {
  const { drillMenu, settings } = look.messages;
  const exam = examMessagesIn(look.language);
  const rows = menuOf(app, desk);
  const texts = {
    'drill-menu': { title: drillMenu.title, hint: drillMenu.counts },
    settings: { title: settings.title, hint: settings.hint },
    'exam-menu': { title: exam.title, hint: rows.length === 0 ? exam.noExams : exam.choose },
  }[kind];
  const { top, bottom } = menuLines(
    { left: texts.title, right: shown`` },
    texts.hint,
    currentBindings(app, desk),
    app,
    look,
  );
  return <MenuScreen top={top} bottom={bottom} rows={rows} cursor={rowIndex(app, rows)} look={look} />;
}
