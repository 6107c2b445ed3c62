import type { GlanceOverview } from '../../core/session/glance.ts';
import type { Overview } from '../../core/session/overview.ts';
import { paceOf } from '../../core/session/pace.ts';
import { clean, raw, type Shown, shown } from '../../core/text/shown.ts';
import { type StyledLine, span } from '../../core/text/styled-line.ts';
import type { App, Screen } from '../app/app.ts';
import type { Binding } from '../app/bindings.ts';
import { currentBindings } from '../app/current-bindings.ts';
import type { Desk } from '../app/desk.ts';
import { menuOf, rowIndex } from '../app/menu.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import { type Frame, fitLine, stillFrame } from '../output/layout.ts';
import type { Look } from '../output/look.ts';
import { ansiLines } from '../output/theme.ts';
import { cardFrame } from './card-frame.ts';
import { deckRows } from './deck-rows.ts';
import { examFrame, homeExam } from './exam-screens.tsx';
import { type HomeView, homeBottom, homeTop, noDecks } from './home-frame.ts';
import { menuLines } from './menu-lines.ts';
import { betweenLines, type MenuView, menuFrame } from './menu-view.ts';
import { deckFrame, summaryFrame } from './reading-frames.ts';
import { searchFrame } from './search-frame.ts';
import { studyFrame } from './study-frame.ts';
import { viewOverlay } from './view-overlay.ts';

/** A screen: laid out in whole, or a menu. */
export type View = Frame | MenuView;

/** What Ink draws of a screen, to the byte. */
export function viewText(view: View, look: Look): string {
  const { lines, cursor } = 'list' in view ? menuFrame(view, look) : view;
  return ansiLines(lines, cursor).join('\n');
}

/** How a state looks: what decides every frame. */
export const viewOf = (app: App, desk: Desk, look: Look): View =>
  isTiny(look) ? tinyFrame(look) : fitted(screenView(app, desk, look), look);

/** Lines that are wider than the window are cut where it ends. */
function fitted(view: View, look: Look): View {
  const cut = (line: StyledLine): StyledLine => fitLine(line, look, look.size.columns);
  if (!('list' in view)) return { ...view, lines: view.lines.map(cut) };
  const { top, bottom, list } = view;
  const row = (index: number, isCursor: boolean): StyledLine => cut(list.row(index, isCursor));
  return { top: top.map(cut), bottom: bottom.map(cut), list: { ...list, row } };
}

function screenView(app: App, desk: Desk, look: Look): View {
  if (app.overlay !== undefined) return viewOverlay(app, desk, look);
  const { screen } = app;
  switch (screen.kind) {
    case 'home':
      return viewHome(app, screen, desk, look);
    case 'drill-menu':
    case 'settings':
    case 'exam-menu':
      return viewMenu(app, screen.kind, desk, look);
    case 'exam-rules':
    case 'sitting':
    case 'report':
    case 'ready':
      return examFrame(app, screen, desk, look);
    default:
      return frameOf(app, screen, desk, look);
  }
}

const isTiny = ({ size }: Look): boolean => size.columns < 20 || size.rows < 5;
const tinyFrame = (look: Look): Frame => stillFrame([fitLine([span(look.messages.tiny)], look)]);

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
      const pace = paceOf(screen.drill, screen.session.left(screen.drill, desk.now()));
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

function viewHome(app: App, screen: ScreenOf<'home'>, desk: Desk, look: Look): View {
  const now = desk.now();
  const overview = desk.overview();
  const exam = homeExam(desk, look);
  const home: HomeView = {
    overview,
    now,
    tz: desk.tz(now),
    dayStart: desk.progress().parameters.dayStart,
    notice: app.notice,
    bindings: currentBindings(app, desk),
    readiness: exam.readiness,
    banner: exam.running ?? bannerOf(overview, desk, look),
  };
  const cursor = rowIndex(app, menuOf(app, desk));
  return homeView(home, { cursor, selected: screen.selected, length: overview.decks.length }, look);
}

/** What a home screen shows that was neither opened nor checked yet. */
export interface HomeGlance extends Pick<HomeView, 'now' | 'tz'>, GlanceOverview {}

export const glanceBindings = (app: App, { overview }: HomeGlance): readonly Binding[] =>
  currentBindings(app, {
    overview: () => overview,
    settings: () => [],
    exams: { blueprints: () => [], sittings: () => [] },
  });

/** The home screen as `viewOf` has it at the start, from a glance. */
export function glanceView(app: App, glance: HomeGlance, look: Look): View {
  if (isTiny(look)) return tinyFrame(look);
  const home: HomeView = {
    ...glance,
    notice: undefined,
    bindings: glanceBindings(app, glance),
    readiness: undefined,
    banner: bannerOf(glance.overview, { recognised: 0, notices: [] }, look),
  };
  return fitted(homeView(home, { cursor: 0, selected: [], length: glance.length }, look), look);
}

interface DeckList {
  readonly cursor: number;
  readonly selected: readonly string[];
  readonly length: number;
}

function homeView(home: HomeView, { cursor, selected, length }: DeckList, look: Look): View {
  const { decks } = home.overview;
  const { draw, width } = deckRows(decks, look);
  const around = { top: homeTop(home, width, look), bottom: homeBottom(home, look) };
  if (length === 0) return betweenLines(around, noDecks(look), look);
  const row = (index: number, isCursor: boolean) => {
    const deck = decks[index];
    return deck === undefined ? [] : draw(deck, isCursor, selected.includes(deck.key));
  };
  return { ...around, list: { length, cursor, row } };
}

function bannerOf(
  { corrected, errors }: Overview,
  { recognised, notices }: Pick<Desk, 'recognised' | 'notices'>,
  { messages: { home } }: Look,
): Shown | undefined {
  if (notices[0] !== undefined) return notices[0];
  if (recognised > 0) return home.recognised(recognised);
  if (corrected > 0) return home.corrected(corrected);
  return errors && home.errors(errors.count, clean(raw(errors.root)));
}

function viewMenu(app: App, kind: 'drill-menu' | 'settings' | 'exam-menu', desk: Desk, look: Look): MenuView {
  const { drillMenu, settings } = look.messages;
  const exam = examMessagesIn(look.language);
  const rows = menuOf(app, desk);
  const texts = {
    'drill-menu': { title: drillMenu.title, hint: drillMenu.counts },
    settings: { title: settings.title, hint: settings.hint },
    'exam-menu': { title: exam.title, hint: rows.length === 0 ? exam.noExams : exam.choose },
  }[kind];
  const head = { left: texts.title, right: shown`` };
  return menuLines({ head, hint: texts.hint, rows, bindings: currentBindings(app, desk) }, app, look);
}
