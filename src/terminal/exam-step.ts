import { isClosed } from '../core/exam/collect-sittings.ts';
import { makeReport } from '../core/exam/make-report.ts';
import type { ExamReport } from '../core/exam/report.ts';
import type { CardProgress } from '../core/history/card-progress.ts';
import type { Happening } from '../core/history/entry.ts';
import { progressOf } from '../core/history/progress.ts';
import { dueOf } from '../core/schedule/study-queue.ts';
import type { Instant } from '../core/schedule/time.ts';
import type { Sitting, SittingEvent, SittingStep } from '../core/session/sitting.ts';
import { stepSitting } from '../core/session/step-sitting.ts';
import type { App, AppStep, Screen } from './app.ts';
import type { Desk } from './desk.ts';
import type { ExamRequest } from './exam-desk.ts';
import { examMessagesIn } from './messages/exam-messages.ts';
import { drawExam, reopenExam } from './open-exam.ts';

const still = (app: App): AppStep => ({ app, effects: [] });

/** Draws a paper and begins to sit it; a word about empty places comes first, once. */
export function startExam(app: App, request: ExamRequest, desk: Desk): AppStep {
  const drawing = drawExam(request, desk, app.language);
  if (drawing.kind === 'none') return still({ ...app, notice: drawing.why });
  const isWarned = app.screen.kind === 'exam-menu' && app.screen.warned?.exam === request.exam;
  if (drawing.emptyPlaces !== undefined && !isWarned) {
    const screen: Screen = { kind: 'exam-menu', warned: request };
    return still({ ...app, screen, notice: drawing.emptyPlaces, overlay: undefined });
  }
  return sat(app, drawing.step, desk);
}

/** Goes back to the sitting that was neither handed in nor ended. */
export function resumeExam(app: App, desk: Desk): AppStep {
  const sitting = reopenExam(desk);
  if (sitting === undefined) return still(app);
  const { app: opened, effects } = sat(app, { sitting, effects: [] }, desk);
  const ticked = stepExam(opened, { kind: 'tick' }, desk);
  return { app: ticked.app, effects: [...effects, ...ticked.effects] };
}

/** The next state of the sitting on the screen. */
export function stepExam(app: App, event: SittingEvent, desk: Desk): AppStep {
  if (app.screen.kind !== 'sitting') return still(app);
  const before = app.screen.sitting;
  return sat(app, stepSitting(before, event, desk.now()), desk, before);
}

function sat(app: App, { sitting, effects }: SittingStep, desk: Desk, before?: Sitting): AppStep {
  const moved = before === undefined || placeOf(sitting) !== placeOf(before);
  const next: App = {
    ...app,
    screen: { kind: 'sitting', sitting, digits: '' },
    overlay: moved ? undefined : app.overlay,
    scroll: moved ? 0 : app.scroll,
  };
  if (sitting.phase.phase === 'handed-in') return { app: reported(next, sitting, desk), effects };
  if (sitting.phase.phase === 'left') return { app: next, effects: [...effects, { kind: 'close-exam' }] };
  return { app: next, effects };
}

/** What was pressed before the frame of another item, or of a question before the end, neither opens nor confirms. */
export function arrived(before: App, { app, effects }: AppStep, chunk: number): AppStep {
  const [was, is] = [before.screen, app.screen];
  const isSame = is.kind === was.kind && (is.kind !== 'sitting' || placeIn(is) === placeIn(was));
  return isSame ? { app, effects } : { app: { ...app, arrival: { chunk, drawnAt: undefined } }, effects };
}

const placeIn = (screen: Screen): string | undefined =>
  screen.kind === 'sitting' ? placeOf(screen.sitting) : undefined;

const placeOf = ({ phase }: Sitting): string =>
  phase.phase === 'answering' ? `item ${phase.item}` : phase.phase;

/** The report takes the place of a paper that was handed in. */
function reported(app: App, sitting: Sitting, desk: Desk): App {
  const report = reportOf(desk, sitting.id);
  return report === undefined
    ? app
    : { ...app, screen: { kind: 'report', report }, overlay: undefined, scroll: 0 };
}

/** The report of one sitting, or of the last one that was handed in. */
export function reportOf(
  desk: Pick<Desk, 'exams' | 'library'>,
  id: string | undefined,
): ExamReport | undefined {
  const sittings = desk.exams.sittings();
  const sitting = id === undefined ? sittings.filter(isClosed).at(-1) : sittings.find((one) => one.id === id);
  if (sitting === undefined || !isClosed(sitting)) return undefined;
  const blueprint = desk.exams.blueprints().find((one) => one.id === sitting.start.exam);
  return makeReport(sitting, desk.library(), blueprint, sittings);
}

/** Puts the missed cards into today's study; those that are due already stay as they are. */
export function studyMissed(app: App, desk: Desk): AppStep {
  if (app.screen.kind !== 'report') return still(app);
  const now = desk.now();
  const missed = app.screen.report.missed.filter(
    ({ paper, question }) => paper.queued && question !== undefined,
  );
  const happenings = missed
    .filter(({ paper }) => !isDue(progressOf(desk.progress(), paper), now))
    .map(
      ({ paper: { collection, deck, card, part } }): Happening => ({
        ...{ kind: 'due', collection, deck, card, part },
        ...{ due: now, why: 'missed' },
      }),
    );
  const notice = examMessagesIn(app.language).report.toStudy(missed.length);
  return {
    app: { ...app, notice },
    effects: happenings.length === 0 ? [] : [{ kind: 'append', happenings }],
  };
}

const isDue = (standing: CardProgress | undefined, now: Instant): boolean =>
  standing !== undefined && (dueOf(standing) ?? Number.POSITIVE_INFINITY) <= now;

/** A digit in the grid: the cursor goes to the number that the digits so far make; Enter opens it. */
export function typeNumber(app: App, digit: string, desk: Desk): AppStep {
  if (app.screen.kind !== 'sitting' || app.screen.sitting.phase.phase !== 'grid') return still(app);
  const { sitting, digits } = app.screen;
  const { phase } = app.screen.sitting;
  const fits = (text: string) => Number(text) >= 1 && Number(text) <= sitting.items.length;
  const typed = [digits + digit, digit].find(fits);
  if (typed === undefined || phase.phase !== 'grid') return still(app);
  const { app: moved } = stepExam(app, { kind: 'grid-cursor', item: Number(typed) - 1 }, desk);
  return still(
    moved.screen.kind === 'sitting' ? { ...moved, screen: { ...moved.screen, digits: typed } } : moved,
  );
}
