import { minute } from '../../core/schedule/time.ts';
import { isOver, type Sitting } from '../../core/session/sitting.ts';
import { nextAlarm } from '../../core/session/sitting-clock.ts';
import { clean, type Shown, shown } from '../../core/text/shown.ts';
import type { Desk } from '../app/desk.ts';
import type { ExamRequest } from '../app/exam-desk.ts';
import { reportOf } from '../app/exam-step.ts';
import { beginPaper, drawExam, reopenExam } from '../app/open-exam.ts';
import { rulesSentences } from '../frames/exam-screens.tsx';
import { leave, restoreTerminal } from '../leave.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import type { Language } from '../messages/messages.ts';
import { sayNow } from '../messages/say.ts';
import type { TerminalSystem } from '../output/look.ts';
import {
  beginExam,
  type ExamTable,
  type ExamTurn,
  leaveExam,
  leftSaid,
  passTime,
  takeExamLine,
} from './exam-session.ts';
import { type Keyboard, takeKeyboard } from './keyboard.ts';
import { lineLook, wrapText } from './line-look.ts';
import { reportText } from './report-text.ts';
import { say } from './say.ts';

export interface ExamLinesOptions {
  readonly system: TerminalSystem;
  readonly desk: Desk;
  readonly language: Language;
  /** An exam that is running goes on all the same. */
  readonly request: ExamRequest | undefined;
}

/** Sits an exam on plain lines until it is handed in or left; gives the exit code. */
export async function runExamLines(options: ExamLinesOptions): Promise<number> {
  const { system, desk } = options;
  const table = tableOf(options);
  let sitting: Sitting | undefined;
  const interrupt = () => {
    if (sitting !== undefined) leaveExam(sitting, table);
    void desk.rest().finally(() => leave(130));
  };
  const keyboard = takeKeyboard(system, interrupt);
  const lines = linesOf(keyboard);
  try {
    const begun = await begin(options, table, lines);
    if (typeof begun === 'number') return begun;
    await say(begun.said, system);
    sitting = begun.sitting;
    while (!isOver(sitting)) {
      const line = await lines.next(nextAlarm(sitting, desk.examClock.now()));
      if (line === 'end') break;
      const turn: ExamTurn =
        line === 'alarm' ? passTime(sitting, table) : takeExamLine(sitting, line.text, table);
      sitting = turn.sitting;
      await say(turn.said, system);
    }
    return await end(sitting, options, table);
  } finally {
    restoreTerminal();
    lines.close();
    if (system.stdin.isTTY !== true) system.stdin.destroy();
    keyboard.close();
  }
}

const tableOf = ({ desk, language, system }: ExamLinesOptions): ExamTable => ({
  desk,
  look: lineLook(language, system.stdout.columns),
});

/** The sitting to go on with, or a new one; an exit code where there is none. */
async function begin(
  { request, desk, language, system }: ExamLinesOptions,
  table: ExamTable,
  lines: Lines,
): Promise<ExamTurn | number> {
  const { look } = table;
  const text = examMessagesIn(language);
  const open = reopenExam(desk);
  if (open !== undefined) {
    if (request !== undefined) await say(wrapText(text.stillRunning, look), system);
    return beginExam({ sitting: open, effects: [] }, table);
  }
  if (request === undefined) return 1;
  const drawing = drawExam(request, desk, language);
  if (drawing.kind === 'none') {
    await say(wrapText(drawing.why, look), system);
    return 1;
  }
  const { offer } = drawing;
  const rules = [shown`${clean(offer.title)}.`, ...rulesSentences(offer, look)];
  await say(
    rules.flatMap((words) => wrapText(words, look)),
    system,
  );
  const wish = await wishToBegin(lines, table, system);
  if (wish === 'begin') return beginExam(beginPaper(offer, desk), table);
  if (wish === 'leave') return 0;
  await say(wrapText(text.lines.noInput, look), system);
  return 1;
}

/**
 * Whether the learner begins, now that the rules are known. Who writes lines into a pipe has not waited for them: there
 * any other line is the first answer already.
 */
async function wishToBegin(
  lines: Lines,
  { look }: ExamTable,
  system: TerminalSystem,
): Promise<'begin' | 'leave' | 'end'> {
  for (;;) {
    await say(wrapText(examMessagesIn(look.language).lines.howBegin, look), system);
    const line = await lines.peek();
    if (line === 'end') return 'end';
    const text = line.text.trim();
    if (text !== '' && text !== ':q' && system.stdin.isTTY !== true) return 'begin';
    await lines.next(undefined);
    if (text === '') return 'begin';
    if (text === ':q') return 'leave';
  }
}

/** What there is to say at the end: the report, or how to go on. */
async function end(sitting: Sitting, { desk, system }: ExamLinesOptions, table: ExamTable): Promise<number> {
  const last = isOver(sitting) ? sitting : leaveExam(sitting, table);
  await desk.rest();
  await say(endText(last, table), system);
  return last.unsaved === undefined ? 0 : 1;
}

function endText(sitting: Sitting, table: ExamTable): readonly Shown[] {
  const { desk, look } = table;
  if (sitting.unsaved !== undefined) return wrapText(sayNow(sitting.unsaved.why, look.messages), look);
  if (sitting.phase.phase !== 'handed-in') return leftSaid(sitting, table);
  const report = reportOf(desk, sitting.id);
  return report === undefined ? [] : reportText(report, look);
}

interface Lines {
  /** The next line, or `alarm` when it has not come in so many milliseconds. */
  next(wait: number | undefined): Promise<{ readonly text: string } | 'alarm' | 'end'>;
  /** The line that `next` will give. */
  peek(): Promise<{ readonly text: string } | 'end'>;
  close(): void;
}

/** A timer stands still while the machine sleeps: no wait is longer, so that the end comes soon after waking. */
const longestWait = minute;

function linesOf({ lines }: Keyboard): Lines {
  const iterator = lines[Symbol.asyncIterator]();
  let pending: Promise<{ readonly text: string } | 'end'> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const read = async () => {
    const { done, value } = await iterator.next();
    return done === true ? 'end' : { text: value };
  };
  const peek = () => {
    pending ??= read();
    return pending;
  };
  const wait = async (ms: number | undefined) => {
    const alarm = new Promise<'alarm'>((resolve) => {
      if (ms !== undefined) timer = setTimeout(() => resolve('alarm'), Math.min(ms, longestWait));
    });
    const first = await Promise.race([peek(), alarm]);
    clearTimeout(timer);
    return first;
  };
  return {
    peek,
    async next(ms) {
      const first = await wait(ms);
      if (first !== 'alarm') pending = undefined;
      return first;
    },
    close() {
      // Nobody waits for that line any more.
      pending?.catch(() => undefined);
    },
  };
}
