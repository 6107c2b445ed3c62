import { progressOf } from '../../core/history/progress.ts';
import { emptyField } from '../../core/session/draft.ts';
import type { DrillEvent } from '../../core/session/drill.ts';
import { newLeftOn } from '../../core/session/overview.ts';
import type { SessionPlan } from '../../core/session/session.ts';
import { startSession } from '../../core/session/start-session.ts';
import { stepDrill } from '../../core/session/step-drill.ts';
import type { Shown } from '../../core/text/shown.ts';
import { languages, type Messages, messagesIn } from '../messages/messages.ts';
import type { App, AppEvent, AppStep, Screen } from './app.ts';
import type { Desk } from './desk.ts';
import { examStep, mergeExam, missedDue, missedStudy } from './exam-step.ts';
import { goToRow, menuOf, menuRowOf, moveInMenu } from './menu.ts';
import { homeOf, opened } from './opened.ts';
import { stepSearch } from './search-step.ts';

/** The next state and what is to be done for it. `chunk` is the piece of input that brought the event. */
export function step(app: App, event: AppEvent, desk: Desk, chunk: number): AppStep {
  switch (event.kind) {
    case 'drill':
      return stepStudy(app, event.event, desk, chunk);
    case 'merged':
    case 'reloaded':
      return stepChanged(app, event.kind, desk, chunk);
    case 'sitting':
    case 'start-exam':
    case 'begin-exam':
    case 'last-report':
    case 'exams':
    case 'grid-digit':
      return examStep(app, event, desk, chunk);
    case 'close-exam':
      return closeExam(app);
    case 'study-missed':
      return studyMissed(app, desk, chunk);
    case 'study':
      return still(startStudy(app, event.plan, desk, chunk));
    case 'quit':
      return quit(app, desk, chunk);
    case 'open':
      return still(opened(app, event.screen));
    case 'edit-card':
      return editCard(app);
    case 'flag-card':
      return flagCard(app, desk, chunk);
    case 'interrupt':
      return { app, effects: [{ kind: 'rest' }, { kind: 'interrupt' }] };
    case 'raise-new-limit':
    case 'undo-last':
    case 'suspend-program':
      return { app, effects: [{ kind: event.kind }] };
    case 'change-setting':
      return { app, effects: [{ kind: 'cycle-setting', key: event.key }] };
    default:
      return still(stepView(app, event, desk));
  }
}

/** Others recorded something, or the decks were read again. */
function stepChanged(app: App, kind: 'merged' | 'reloaded', desk: Desk, chunk: number): AppStep {
  if (app.screen.kind === 'study') return stepStudy(app, { kind }, desk, chunk);
  return kind === 'merged' && app.screen.kind === 'sitting' ? mergeExam(app, desk) : still({ ...app });
}

const still = (app: App): AppStep => ({ app, effects: [] });

type ViewEvent = Extract<
  AppEvent,
  {
    kind:
      | 'overlay'
      | 'menu-move'
      | 'menu-row'
      | 'open-home'
      | 'toggle-deck'
      | 'open-deck'
      | 'scroll'
      | 'interface-language'
      | 'search-text'
      | 'search-move'
      | 'open-found'
      | 'back-to-search'
      | 'flag-text'
      | 'resize'
      | 'drawn'
      | 'notice';
  }
>;

/** Events that change only what is seen. */
function stepView(app: App, event: ViewEvent, desk: Desk): App {
  switch (event.kind) {
    case 'overlay':
      return { ...app, overlay: event.overlay, scroll: undefined, menuRow: undefined };
    case 'menu-move':
      return moveInMenu(app, event.by, desk);
    case 'menu-row':
      return goToRow(app, event.row, desk);
    case 'open-home':
      return opened(app, homeOf(app));
    case 'toggle-deck':
      return { ...app, screen: toggledDeck(app, desk) };
    case 'open-deck': {
      const deck = menuRowOf(app, menuOf(app, desk))?.key;
      if (deck === undefined) return app;
      desk.needCards([deck]);
      return opened(app, { kind: 'deck', deck });
    }
    case 'scroll':
      return { ...app, scroll: Math.max(0, (app.scroll ?? 0) + event.by) };
    case 'interface-language': {
      const next = languages[(languages.indexOf(app.language) + 1) % languages.length];
      return { ...app, language: next ?? app.language };
    }
    case 'search-text':
      return app.screen.kind === 'search'
        ? { ...app, screen: { kind: 'search', field: event.field, selected: 0 } }
        : app;
    case 'search-move':
    case 'open-found':
    case 'back-to-search':
      return stepSearch(app, event, desk);
    case 'flag-text':
      return { ...app, overlay: { kind: 'flag', field: event.field } };
    case 'resize':
      return { ...app, size: event.size };
    case 'drawn':
      return app.arrival.drawnAt === undefined
        ? { ...app, arrival: { ...app.arrival, drawnAt: event.at } }
        : app;
    case 'notice':
      return { ...app, notice: event.notice };
  }
}

function toggledDeck(app: App, desk: Desk): Screen {
  const { screen } = app;
  const deck = menuRowOf(app, menuOf(app, desk))?.key;
  if (screen.kind !== 'home' || deck === undefined) return screen;
  const without = screen.selected.filter((key) => key !== deck);
  return {
    ...screen,
    selected: without.length < screen.selected.length ? without : [...screen.selected, deck],
  };
}

function startStudy(app: App, plan: SessionPlan, desk: Desk, chunk: number): App {
  const now = desk.now();
  const session = desk.openSession(plan);
  const drill = startSession(plan, session, now);
  if (drill.phase.phase === 'finished') {
    // A report is not shown again.
    const rest = app.screen.kind === 'report' ? app : opened(app, homeOf(app));
    return { ...rest, notice: nothingNotice(plan, desk, messagesIn(app.language)) };
  }
  return { ...opened(app, { kind: 'study', plan, session, drill }), arrival: { chunk, drawnAt: undefined } };
}

/** Why a session has nothing to ask. */
function nothingNotice({ mode, filter }: SessionPlan, desk: Desk, { study }: Messages): Shown {
  const now = desk.now();
  // What an exam has missed is not new any more.
  const takesNew = mode === 'study' && filter.missedInExams === undefined;
  const isUsedUp = desk.overview().fresh === 0 && newLeftOn(desk.progress(), now, desk.tz(now)) === 0;
  return takesNew && isUsedUp ? study.newUsedUp : study.nothing(mode);
}

/** Begins the study of what an exam has missed, once that is recorded as due. */
function studyMissed(app: App, desk: Desk, chunk: number): AppStep {
  const happenings = app.screen.kind === 'report' ? missedDue(app.screen.report, desk) : [];
  if (happenings.length > 0) return { app, effects: [{ kind: 'append', happenings }] };
  return still(startStudy(app, missedStudy, desk, chunk));
}

function stepStudy(app: App, event: DrillEvent, desk: Desk, chunk: number): AppStep {
  if (app.screen.kind !== 'study' && app.screen.kind !== 'summary') return still(app);
  const { plan, session, drill: before } = app.screen;
  const { drill, effects } = stepDrill(before, event, session, desk.now());
  const study = { kind: 'study', plan, session, drill } as const;
  // What is being taken back comes before the learner again.
  const isTakingBack = drill.pending?.kind === 'undo';
  if (drill.phase.phase === 'finished' && !isTakingBack) return ended(app, study, effects);
  const next = {
    ...app,
    screen: study,
    overlay: closesOverlay(event) ? undefined : app.overlay,
  };
  const isNewPhase = drill.asked !== before.asked || drill.phase.phase !== before.phase.phase;
  if (!isNewPhase) return { app: seesDraft(event) ? { ...next, scroll: undefined } : next, effects };
  return { app: { ...next, scroll: undefined, arrival: { chunk, drawnAt: undefined } }, effects };
}

/** Whoever goes on answering, or asked for a tip, sees that again after scrolling. */
const seesDraft = ({ kind }: DrillEvent): boolean => kind === 'draft' || kind === 'tip';

const closesOverlay = (event: DrillEvent): boolean => event.kind !== 'draft' && event.kind !== 'merged';

function editCard(app: App): AppStep {
  if (app.screen.kind !== 'study' || app.screen.drill.phase.phase === 'finished') return still(app);
  const { question } = app.screen.drill.phase;
  return { app: { ...app, overlay: undefined }, effects: [{ kind: 'open-editor', question }] };
}

/** Asks what is wrong with the card; a flag that is there is taken off. */
function flagCard(app: App, desk: Desk, chunk: number): AppStep {
  if (app.screen.kind !== 'study' || app.screen.drill.phase.phase === 'finished') return still(app);
  const { ref } = app.screen.drill.phase.question.item;
  const isFlagged = progressOf(desk.progress(), ref)?.flag !== undefined;
  if (isFlagged) return stepStudy(app, { kind: 'flag', on: false, text: '' }, desk, chunk);
  return still({ ...app, overlay: { kind: 'flag', field: emptyField } });
}

/** Leaves what is open: an overlay, a session (with its summary), a screen, and at last the program. */
function quit(app: App, desk: Desk, chunk: number): AppStep {
  if (app.overlay !== undefined) return still({ ...app, overlay: undefined });
  const leaving: AppStep = { app, effects: [{ kind: 'rest' }, { kind: 'quit' }] };
  switch (app.screen.kind) {
    case 'home':
      return leaving;
    case 'study':
      return stepStudy(app, { kind: 'finish' }, desk, chunk);
    case 'summary':
      return app.startedBy === 'session' ? leaving : still(opened(app, homeOf(app)));
    default:
      return still(opened(app, homeOf(app)));
  }
}

/** Ends a report or a sitting that was left: to the home screen, or out of the program where it began. */
function closeExam(app: App): AppStep {
  if (app.startedBy === 'session') return { app, effects: [{ kind: 'rest' }, { kind: 'quit' }] };
  return { app: opened(app, homeOf(app)), effects: [{ kind: 'rest' }] };
}

type StudyScreen = Extract<Screen, { kind: 'study' }>;

/** The summary of a session; one without an answer has none. */
function ended(app: App, study: StudyScreen, effects: AppStep['effects']): AppStep {
  const rest = { kind: 'rest' } as const;
  if (study.drill.answered.length > 0) {
    return { app: opened(app, { ...study, kind: 'summary' }), effects: [...effects, rest] };
  }
  const leave = app.startedBy === 'session' ? [{ kind: 'quit' } as const] : [];
  return { app: opened(app, homeOf(app)), effects: [...effects, rest, ...leave] };
}
