import { isClosed } from '../../core/exam/collect-sittings.ts';
import { titleIn } from '../../core/session/overview.ts';
import { everyCard, everything, type SessionPlan } from '../../core/session/session.ts';
import { clean, raw, type Shown, shown } from '../../core/text/shown.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import { messagesIn } from '../messages/messages.ts';
import { actionMenu } from './action-menu.ts';
import type { App, AppEvent, Screen } from './app.ts';
import type { Desk } from './desk.ts';
import { drillChoices } from './drill-choices.ts';

/** A row of a menu. */
export interface MenuRow {
  readonly key: string;
  readonly label: Shown;
  /** The letter that does the same as choosing the row. */
  readonly letter: Shown | undefined;
  /** What choosing it does. */
  readonly event: AppEvent;
}

/** What menus are about. */
export type MenuDesk = Pick<Desk, 'overview' | 'settings'> & {
  readonly exams: Pick<Desk['exams'], 'blueprints' | 'sittings'>;
};

type ScreenOf<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

/** The rows of the menu that is open, from the first to the last; none where there is no menu. */
export function menuOf(app: App, desk: MenuDesk): readonly MenuRow[] {
  const { screen, overlay } = app;
  if (overlay !== undefined) return overlay.kind === 'actions' ? actionRows(app) : [];
  switch (screen.kind) {
    case 'home':
      return deckRows(app, screen, desk);
    case 'drill-menu':
      return drillRows(app, screen);
    case 'settings':
      return settingRows(app, desk);
    case 'exam-menu':
      return examRows(app, screen, desk);
    default:
      return [];
  }
}

/** The row that Enter takes: the one moved to, where it still is, or the first. */
export function menuRowOf({ screen, overlay, menuRow }: App, rows: readonly MenuRow[]): MenuRow | undefined {
  const wanted = screen.kind === 'home' && overlay === undefined ? screen.highlighted : menuRow;
  return rows.find(({ key }) => key === wanted) ?? rows[0];
}

/** Where the row that Enter takes stands, from 0. */
export const rowIndex = (app: App, rows: readonly MenuRow[]): number =>
  Math.max(
    0,
    rows.findIndex(({ key }) => key === menuRowOf(app, rows)?.key),
  );

/** Single steps go on at the other end of the menu; pages stop there. */
export function moveInMenu(app: App, by: number, desk: MenuDesk): App {
  const rows = menuOf(app, desk);
  const next = rowIndex(app, rows) + by;
  if (Math.abs(by) === 1) return goTo(app, rows.at(next % rows.length));
  return goTo(app, rows[Math.max(0, Math.min(rows.length - 1, next))]);
}

/** A number beyond the last row is none. */
export const goToRow = (app: App, row: number, desk: MenuDesk): App => goTo(app, menuOf(app, desk)[row]);

function goTo(app: App, row: MenuRow | undefined): App {
  if (row === undefined) return app;
  return app.screen.kind === 'home' && app.overlay === undefined
    ? { ...app, screen: { ...app.screen, highlighted: row.key } }
    : { ...app, menuRow: row.key };
}

function actionRows(app: App): readonly MenuRow[] {
  const { actions } = messagesIn(app.language);
  return actionMenu(app).flatMap(({ keys, action, event }) => {
    const key = keys.find((name) => name.length === 1) ?? keys[0] ?? '';
    const does = event(key);
    const letter = clean(raw(key.replace('M-', '')));
    return does === undefined ? [] : [{ key, label: actions[action], letter, event: does }];
  });
}

const study = (plan: Partial<SessionPlan>): AppEvent => ({
  kind: 'study',
  plan: { ...everything, ...plan },
});

/** Choosing a deck studies it, or those that were selected. */
function deckRows({ language }: App, { selected }: ScreenOf<'home'>, desk: MenuDesk): readonly MenuRow[] {
  return desk.overview().decks.map((deck) => ({
    key: deck.key,
    // Of a thousand decks one is chosen.
    get label() {
      return clean(titleIn(deck, language));
    },
    letter: undefined,
    get event() {
      return study({ filter: { ...everyCard, decks: selected.length > 0 ? selected : [deck.key] } });
    },
  }));
}

function drillRows({ language }: App, { decks }: ScreenOf<'drill-menu'>): readonly MenuRow[] {
  const { drillMenu } = messagesIn(language);
  return drillChoices(decks).map(({ key, filter }) => ({
    key,
    label: drillMenu[key],
    letter: undefined,
    event: study({ mode: 'drill', title: drillMenu[key], filter }),
  }));
}

const settingRows = ({ language }: App, desk: MenuDesk): readonly MenuRow[] =>
  desk.settings(messagesIn(language)).map(({ key, summary, value }) => ({
    key,
    label: shown`${summary}: ${value}`,
    letter: undefined,
    event: key === 'language' ? { kind: 'interface-language' } : { kind: 'change-setting', key },
  }));

/**
 * The exams to choose from; what was asked for on the command line holds for the one that is chosen. The report of the
 * last one comes after them.
 */
function examRows({ language }: App, { wishes }: ScreenOf<'exam-menu'>, desk: MenuDesk): readonly MenuRow[] {
  const text = examMessagesIn(language);
  const exams = desk.exams.blueprints().map(
    ({ id, title, questions, minutes }): MenuRow => ({
      key: id,
      label: shown`${clean(title)} · ${text.questions(questions, minutes)}`,
      letter: undefined,
      event: { kind: 'start-exam', request: { ...wishes, exam: id } },
    }),
  );
  if (!desk.exams.sittings().some(isClosed)) return exams;
  return [
    ...exams,
    { key: 'last report', label: text.lastReport, letter: undefined, event: { kind: 'last-report' } },
  ];
}
