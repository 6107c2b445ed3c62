import { isClosed } from '../../core/exam/collect-sittings.ts';
import { makeReport } from '../../core/exam/make-report.ts';
import type { ExamReport } from '../../core/exam/report.ts';
import type { CardProgress } from '../../core/history/card-progress.ts';
import { type Happening, memoryKey } from '../../core/history/entry.ts';
import { progressOf } from '../../core/history/progress.ts';
import { dueOf } from '../../core/schedule/standing.ts';
import type { Instant } from '../../core/schedule/time.ts';
import { everyCard, everything, type SessionPlan } from '../../core/session/session.ts';
import type { Sitting, SittingEvent, SittingStep } from '../../core/session/sitting.ts';
import { stepSitting } from '../../core/session/step-sitting.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import type { App, AppEvent, AppStep, Screen } from './app.ts';
import type { Desk } from './desk.ts';
import type { ExamRequest } from './exam-desk.ts';
import { beginPaper, drawExam, mergedEvent, reopenExam } from './open-exam.ts';
import { homeOf, opened } from './opened.ts';

const still = (app: App): AppStep => ({ app, effects: [] });

type ExamEvent = Extract<
  AppEvent,
  { kind: 'sitting' | 'start-exam' | 'begin-exam' | 'exams' | 'last-report' | 'grid-digit' }
>;

/** The next state after an event of an exam. `chunk` is the piece of input that brought it. */
export function examStep(app: App, event: ExamEvent, desk: Desk, chunk: number): AppStep {
  switch (event.kind) {
    case 'sitting':
      return arrived(app, stepExam(app, event.event, desk), chunk);
    case 'start-exam':
      return arrived(app, offerExam(app, event.request, desk), chunk);
    case 'begin-exam':
      return arrived(app, beginExam(app, desk), chunk);
    case 'exams':
      return arrived(app, openExams(app, event, desk), chunk);
    case 'last-report':
      return still(openReport(app, undefined, desk));
    case 'grid-digit':
      return typeNumber(app, event.digit, desk);
  }
}

/** The sitting that was neither handed in nor ended, or the exams to choose from. */
function openExams(app: App, { wishes, row }: Extract<ExamEvent, { kind: 'exams' }>, desk: Desk): AppStep {
  const menu = opened(app, { kind: 'exam-menu', wishes });
  return resumeExam(app, desk) ?? still({ ...menu, menuRow: row });
}

/** Draws a paper and shows its rules. While an exam is running that one goes on. */
function offerExam(app: App, request: ExamRequest, desk: Desk): AppStep {
  const running = resumeInstead(app, desk);
  if (running !== undefined) return running;
  const { exam: _, ...wishes } = request;
  const drawing = drawExam(request, desk, app.language);
  return still(
    drawing.kind === 'none'
      ? { ...opened(app, { kind: 'exam-menu', wishes }), notice: drawing.why }
      : opened(app, { kind: 'exam-rules', wishes, offer: drawing.offer }),
  );
}

/** The clock starts now. Another window may have begun an exam while the rules were read. */
function beginExam(app: App, desk: Desk): AppStep {
  if (app.screen.kind !== 'exam-rules') return still(app);
  return resumeInstead(app, desk) ?? sat(app, beginPaper(app.screen.offer, desk), desk);
}

function resumeInstead(app: App, desk: Desk): AppStep | undefined {
  const running = resumeExam(app, desk);
  const { stillRunning } = examMessagesIn(app.language);
  return running && { ...running, app: { ...running.app, notice: stillRunning } };
}

/** Goes back to the sitting that was neither handed in nor ended, if there is one. */
function resumeExam(app: App, desk: Desk): AppStep | undefined {
  const sitting = reopenExam(desk);
  if (sitting === undefined) return undefined;
  const { app: back, effects } = sat({ ...app, homeScreen: homeOf(app) }, { sitting, effects: [] }, desk);
  const ticked = stepExam(back, { kind: 'tick' }, desk);
  return { app: ticked.app, effects: [...effects, ...ticked.effects] };
}

/** The next state of the sitting on the screen. */
function stepExam(app: App, event: SittingEvent, desk: Desk): AppStep {
  if (app.screen.kind !== 'sitting') return still(app);
  const before = app.screen.sitting;
  // Whoever goes on answering sees that again after scrolling.
  const seen = event.kind === 'draft' ? { ...app, scroll: undefined } : app;
  return sat(seen, stepSitting(before, event, desk.examClock.now()), desk, before);
}

/** The sitting with what other windows recorded of it. */
export function mergeExam(app: App, desk: Desk): AppStep {
  const event = app.screen.kind === 'sitting' ? mergedEvent(app.screen.sitting, desk) : undefined;
  return event === undefined ? still(app) : stepExam(app, event, desk);
}

function sat(app: App, { sitting, effects }: SittingStep, desk: Desk, before?: Sitting): AppStep {
  const moved = before === undefined || placeOf(sitting) !== placeOf(before);
  const next: App = {
    ...app,
    screen: { kind: 'sitting', sitting, digits: '' },
    overlay: moved ? undefined : app.overlay,
    scroll: moved ? undefined : app.scroll,
  };
  // The report takes the place of a paper that was handed in.
  if (sitting.phase.phase === 'handed-in') return { app: openReport(next, sitting.id, desk), effects };
  if (sitting.phase.phase === 'left') return { app: next, effects: [...effects, { kind: 'close-exam' }] };
  return { app: next, effects };
}

/** What was pressed before the frame of another item, or of a question before the end, neither opens nor confirms. */
function arrived(before: App, { app, effects }: AppStep, chunk: number): AppStep {
  const [was, is] = [before.screen, app.screen];
  const isSame = is.kind === was.kind && (is.kind !== 'sitting' || placeIn(is) === placeIn(was));
  return isSame ? { app, effects } : { app: { ...app, arrival: { chunk, drawnAt: undefined } }, effects };
}

const placeIn = (screen: Screen): string | undefined =>
  screen.kind === 'sitting' ? placeOf(screen.sitting) : undefined;

const placeOf = ({ phase }: Sitting): string =>
  phase.phase === 'answering' ? `item ${phase.item}` : phase.phase;

function openReport(app: App, sitting: string | undefined, desk: Desk): App {
  const report = reportOf(desk, sitting);
  return report === undefined ? app : opened(app, { kind: 'report', report });
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

/** The study of what the exam that was just handed in has missed. */
export const missedStudy: SessionPlan = { ...everything, filter: { ...everyCard, missedInExams: 1 } };

/** What puts the missed cards into today's study; those that are due already stay as they are. */
export function missedDue({ missed: items }: ExamReport, desk: Desk): readonly Happening[] {
  const now = desk.now();
  const library = desk.library();
  return items
    .filter(({ paper }) => paper.queued && library.items.has(memoryKey(paper)))
    .filter(({ paper }) => !isDue(progressOf(desk.progress(), paper), now))
    .map(
      ({ paper: { collection, deck, card, part } }): Happening => ({
        ...{ kind: 'due', collection, deck, card, part },
        ...{ due: now, why: 'missed' },
      }),
    );
}

const isDue = (standing: CardProgress | undefined, now: Instant): boolean =>
  standing !== undefined && (dueOf(standing) ?? Number.POSITIVE_INFINITY) <= now;

/** A digit in the grid: the cursor goes to the number that the digits so far make; Enter opens it. */
function typeNumber(app: App, digit: string, desk: Desk): AppStep {
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
