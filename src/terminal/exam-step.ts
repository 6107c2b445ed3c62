import type { Blueprint } from '../core/exam/blueprint.ts';
import { isClosed, openSittingOf } from '../core/exam/collect-sittings.ts';
import { drawPaper, type Paper } from '../core/exam/draw-paper.ts';
import { makeReport } from '../core/exam/make-report.ts';
import type { ExamReport } from '../core/exam/report.ts';
import type { CardProgress } from '../core/history/card-progress.ts';
import type { Happening } from '../core/history/entry.ts';
import { progressOf } from '../core/history/progress.ts';
import { dueOf } from '../core/schedule/study-queue.ts';
import type { Instant } from '../core/schedule/time.ts';
import { resumeSitting, startSitting } from '../core/session/open-sitting.ts';
import type { Sitting, SittingEvent, SittingStep } from '../core/session/sitting.ts';
import { stepSitting } from '../core/session/step-sitting.ts';
import { clean, raw, shown } from '../core/text/shown.ts';
import type { App, AppStep, Screen } from './app.ts';
import type { Desk } from './desk.ts';
import type { ExamRequest } from './exam-desk.ts';
import { examMessagesIn } from './messages/exam-messages.ts';

const still = (app: App): AppStep => ({ app, effects: [] });

/** Draws a paper and begins to sit it; says why when no card can be asked. */
export function startExam(app: App, request: ExamRequest, desk: Desk): AppStep {
  const blueprint = desk.exams.blueprints().find(({ id }) => id === request.exam);
  const text = examMessagesIn(app.language);
  if (blueprint === undefined) return still({ ...app, notice: text.noSuchExam(clean(raw(request.exam))) });
  const now = desk.now();
  const { exam: _, extraTime = 0, seed = desk.examSeed(), ...rest } = request;
  const history = { sittings: desk.exams.sittings(), progress: desk.progress() };
  const paper = drawPaper(blueprint, desk.library(), history, { ...rest, seed, lang: app.language, now });
  if (paper.items.length === 0) return still({ ...app, notice: text.noCards });
  const isWarned = app.screen.kind === 'exam-menu' && app.screen.warned === request.exam;
  if (paper.gaps.length > 0 && !isWarned) return still(offered(app, paper, blueprint, desk));
  return sat(app, startSitting(paper, desk.library(), { title: blueprint.title, extraTime, now }), desk);
}

/** Most places would stay empty or some would: the learner hears of it, and of the exam that the decks can fill. */
function offered(app: App, paper: Paper, blueprint: Blueprint, desk: Desk): App {
  const text = examMessagesIn(app.language);
  const missing = paper.gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const full = desk.exams.blueprints().find((other) => other !== blueprint && isFillable(other, app, desk));
  const words = text.emptyPlaces(paper.items.length + missing, paper.items.length);
  const notice = full === undefined ? words : shown`${words} ${text.offerTopic(clean(full.title))}`;
  return { ...app, screen: { kind: 'exam-menu', warned: blueprint.id }, notice, overlay: undefined };
}

function isFillable(blueprint: Blueprint, app: App, desk: Desk): boolean {
  const history = { sittings: [], progress: desk.progress() };
  return (
    drawPaper(blueprint, desk.library(), history, { seed: 0, lang: app.language, now: desk.now() }).gaps
      .length === 0
  );
}

/** Goes back to the sitting that was neither handed in nor ended. */
export function resumeExam(app: App, desk: Desk): AppStep {
  const record = openSittingOf(desk.exams.sittings());
  if (record === undefined) return still(app);
  const blueprint = desk.exams.blueprints().find(({ id }) => id === record.start.exam);
  const title = blueprint?.title ?? raw(record.start.exam);
  const sitting = resumeSitting(record, desk.library(), title, desk.now());
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
