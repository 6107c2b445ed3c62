import { cutFor } from '../../core/exam/blueprint.ts';
import { calibration } from '../../core/exam/calibration.ts';
import { lastRecorded } from '../../core/exam/collect-sittings.ts';
import { dayOf } from '../../core/schedule/day.ts';
import { timeLeft } from '../../core/session/sitting.ts';
import { clean, type Shown, shown } from '../../core/text/shown.ts';
import { type StyledLine, span } from '../../core/text/styled-line.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import type { App, Screen } from '../app/app.ts';
import { keysLine } from '../app/bindings.ts';
import { currentBindings } from '../app/current-bindings.ts';
import type { Desk } from '../app/desk.ts';
import { type ExamOffer, runningExam } from '../app/open-exam.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import { type Frame, layOut } from '../output/layout.ts';
import { type Look, textWidth } from '../output/look.ts';
import { clockText, sittingFrame } from './exam-frames.ts';
import { indented, sentenceLines } from './question-lines.ts';
import { inOrder, readyLines } from './ready-lines.ts';
import { decimal, reportLines } from './report-lines.ts';

type ScreenOf<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

/** The screens of the exam that are laid out in whole. */
export function examFrame(
  app: App,
  screen: ScreenOf<'exam-rules' | 'sitting' | 'report' | 'ready'>,
  desk: Desk,
  look: Look,
): Frame {
  const bindings = currentBindings(app, desk);
  if (screen.kind === 'sitting') {
    const { scroll, notice } = app;
    return sittingFrame({ screen, now: desk.examClock.now(), bindings, scroll, notice }, look);
  }
  const { title, body } = pageOf(screen, desk, look);
  const notice = app.notice === undefined ? [] : wrapSpans([span(app.notice, 'accent')], textWidth(look));
  const fixed = indented(notice, look);
  const head = { left: title, right: shown`` };
  return layOut({ head, body, fixed, keys: keysLine(bindings, look), scroll: app.scroll }, look);
}

interface Page {
  readonly title: Shown;
  readonly body: readonly StyledLine[];
}

function pageOf(screen: ScreenOf<'exam-rules' | 'report' | 'ready'>, desk: Desk, look: Look): Page {
  const text = examMessagesIn(look.language);
  switch (screen.kind) {
    case 'exam-rules': {
      const rules = rulesSentences(screen.offer, look).flatMap((words) => sentenceLines(words, look));
      return { title: clean(screen.offer.title), body: rules };
    }
    case 'report': {
      const title = shown`${clean(screen.report.title)}${look.glyphs.separator}${text.report.title}`;
      return { title, body: reportLines(screen.report, look) };
    }
    case 'ready':
      return { title: text.ready.title, body: allReadyLines(desk, look) };
  }
}

/** The rules of a paper that waits to be begun, and what is out of the ordinary; line mode says the same. */
export function rulesSentences({ paper, extraTime, remarks }: ExamOffer, look: Look): readonly Shown[] {
  const { rulesPage, report } = examMessagesIn(look.language);
  const { items, rules, custom } = paper;
  const count = items.length;
  return [
    rulesPage.size(count, look.messages.minutes(rules.minutes + extraTime)),
    ...(extraTime > 0 ? [report.extraTime(extraTime)] : []),
    ...(custom ? [report.custom] : []),
    ...remarks,
    rulesPage.pass(decimal(cutFor(rules, count), look), count),
    rulesPage.scoring[rules.scoring],
    rulesPage.navigation[rules.navigation],
    rulesPage.verdict,
    rulesPage.leaving,
    rulesPage.end,
  ];
}

/** The readiness for each exam that the decks have cards for. */
function allReadyLines(desk: Desk, look: Look) {
  const sittings = desk.exams.sittings();
  const views = desk.exams.blueprints().map((blueprint) => {
    const own = sittings.filter(({ start }) => start.exam === blueprint.id);
    return { blueprint, readiness: desk.exams.readiness(blueprint), calibration: calibration(own) };
  });
  return inOrder(views).flatMap((view, i) => [...(i === 0 ? [] : [[]]), ...readyLines(view, look)]);
}

/** What the home screen says of exams: one that is running, and how ready the learner is for the next. */
export interface HomeExam {
  readonly running: Shown | undefined;
  readonly readiness: Shown | undefined;
}

export function homeExam(desk: Desk, look: Look): HomeExam {
  const text = examMessagesIn(look.language);
  const progress = desk.progress();
  // Looking at files is saved for learners who have sat an exam.
  const hasSat = !progress.journal.sittings.entries()[Symbol.iterator]().next().done;
  const open = hasSat ? runningExam(desk) : undefined;
  if (open === undefined) return { running: undefined, readiness: readinessLine(desk, look) };
  const left = timeLeft(open.start, Math.max(desk.examClock.now(), lastRecorded(open)));
  return {
    running: left > 0 ? text.running(clockText(left, look)) : text.expired,
    readiness: readinessLine(desk, look),
  };
}

/** One line for the next exam with a date, once the floors are met. */
function readinessLine(desk: Desk, look: Look): Shown | undefined {
  const now = desk.now();
  const today = dayOf(now, desk.tz(now), 0);
  const [next] = [...desk.exams.dates()]
    .filter(([, date]) => date >= today)
    .sort((a, b) => (a[1] < b[1] ? -1 : 1));
  const blueprint = next === undefined ? undefined : desk.exams.blueprints().find(({ id }) => id === next[0]);
  if (next === undefined || blueprint === undefined) return undefined;
  const { band, coverage } = desk.exams.readiness(blueprint);
  if (band === undefined) return undefined;
  const { ready } = examMessagesIn(look.language);
  const { months, date } = look.messages;
  const day = date(Number(next[1].slice(8)), months[Number(next[1].slice(5, 7)) - 1] ?? shown``);
  return ready.line(clean(blueprint.title), day, percent(coverage), percent(band.low), percent(band.high));
}

const percent = (share: number): number => Math.round(share * 100);
