import { minute, second } from '../../core/schedule/time.ts';
import { isOver, type Sitting } from '../../core/session/sitting.ts';
import { nextAlarm } from '../../core/session/sitting-clock.ts';
import type { Shown } from '../../core/text/shown.ts';
import type { Desk } from '../app/desk.ts';
import type { ExamRequest } from '../app/exam-desk.ts';
import { reportOf } from '../app/exam-step.ts';
import { drawExam, reopenExam } from '../app/open-exam.ts';
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
  if (drawing.emptyPlaces !== undefined) {
    await say(
      [...wrapText(drawing.emptyPlaces.words, look), ...wrapText(text.lines.beginAnyway, look)],
      system,
    );
    const line = await lines.next(undefined);
    if (typeof line !== 'object' || line.text.trim() !== '') return 0;
  } else if (system.stdin.isTTY !== true && (await lines.isOver(firstLine))) {
    await say(wrapText(text.lines.noInput, look), system);
    return 1;
  }
  if (drawing.foreign !== undefined) await say(wrapText(drawing.foreign, look), system);
  return beginExam(drawing.step, table);
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
  /** Whether there is no line at all, as far as that is known after so many milliseconds. */
  isOver(wait: number): Promise<boolean>;
  close(): void;
}

/** No sitting begins where nobody can answer: input that is at its end says so at once. */
const firstLine = second;

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
  const peek = async (wait: number | undefined) => {
    pending ??= read();
    const alarm = new Promise<'alarm'>((resolve) => {
      if (wait !== undefined) timer = setTimeout(() => resolve('alarm'), Math.min(wait, longestWait));
    });
    const first = await Promise.race([pending, alarm]);
    clearTimeout(timer);
    return first;
  };
  return {
    async next(wait) {
      const first = await peek(wait);
      if (first !== 'alarm') pending = undefined;
      return first;
    },
    isOver: async (wait) => (await peek(wait)) === 'end',
    close() {
      // Nobody waits for that line any more.
      pending?.catch(() => undefined);
    },
  };
}
