import { isClosed } from '../../core/exam/collect-sittings.ts';
import { makeReport } from '../../core/exam/make-report.ts';
import type { ExamReport } from '../../core/exam/report.ts';
import { loadMarkdown } from '../../core/text/markdown.ts';
import { clean, joinShown, shown } from '../../core/text/shown.ts';
import { plainText } from '../../core/text/styled-line.ts';
import { UserError } from '../../core/user-error.ts';
import type { AppEvent } from '../../terminal/app/app.ts';
import type { ExamWishes } from '../../terminal/app/exam-desk.ts';
import { runningExam } from '../../terminal/app/open-exam.ts';
import { reportLines } from '../../terminal/frames/report-lines.ts';
import { examMessagesIn } from '../../terminal/messages/exam-messages.ts';
import { type CommandContext, flagValues, isSet, type Run } from '../command.ts';
import { examDesk } from '../desk/exam-desk.ts';
import { openProgram, type Program, show } from '../desk/open-program.ts';
import { runScreens, wantsLines } from '../desk/run-screens.ts';
import { positiveNumber } from '../desk/study-flags.ts';
import { plainLook } from '../plain-look.ts';
import { printJson } from '../print-json.ts';
import { reportJson } from './report-json.ts';
import { reportMarkdown } from './report-markdown.ts';

export const run: Run = async (context: CommandContext): Promise<number> => {
  const program = await openProgram(context, []);
  const [id, number] = context.arguments.operands;
  if (id === 'report') return printReport(context, program, number);
  const text = examMessagesIn(context.language);
  if (isSet(context, 'json') || isSet(context, 'markdown'))
    throw new UserError(text.onlyReport, undefined, 2);
  const first = firstEvent(context, program, id);
  const isRunning = runningExam(withExams(context, program)) !== undefined;
  if (first.kind === 'exams' && !isRunning && wantsLines(context, program))
    return printExams(context, program);
  return runScreens(context, program, first);
};

const withExams = (context: CommandContext, program: Program) => ({
  exams: examDesk(context, program),
  library: () => program.desk.library(),
});

/** The exams with what starts them, where there is no menu to choose from. */
function printExams(context: CommandContext, program: Program): number {
  const text = examMessagesIn(context.language);
  const blueprints = examDesk(context, program).blueprints();
  if (blueprints.length === 0) context.print(text.noExams);
  for (const { id, title, questions, minutes } of blueprints) {
    context.print(shown`kartei exam ${show(id)}: ${clean(title)}, ${text.questions(questions, minutes)}`);
  }
  return 0;
}

function firstEvent(context: CommandContext, program: Program, id: string | undefined): AppEvent {
  const exams = examDesk(context, program);
  const wishes = wishesOf(context);
  if (id === undefined) return { kind: 'exams', wishes };
  const ids = exams.blueprints().map((blueprint) => blueprint.id);
  if (!ids.includes(id)) {
    const text = examMessagesIn(context.language);
    throw new UserError(text.noSuchExam(show(id)), text.exams(show(ids.join(', '))), 2);
  }
  const known = exams.blueprints().flatMap((blueprint) => (blueprint.id === id ? blueprint.objectives : []));
  const unknown = wishes.objectives?.find((code) => !known.some((objective) => objective.id === code));
  if (unknown !== undefined) {
    const text = examMessagesIn(context.language);
    const codes = known.map((objective) => objective.id).join(', ');
    throw new UserError(text.noSuchObjective(show(unknown)), text.exams(show(codes)), 2);
  }
  return { kind: 'start-exam', request: { ...wishes, exam: id } };
}

function wishesOf(context: CommandContext): ExamWishes {
  const number = (flag: string, key: string) => {
    const value = positiveNumber(context, flag);
    return value === undefined ? {} : { [key]: value };
  };
  const objectives = flagValues(context, 'objective');
  return {
    ...number('questions', 'questions'),
    ...number('minutes', 'minutes'),
    ...number('extra-time', 'extraTime'),
    ...number('missed-in', 'missedIn'),
    ...number('seed', 'seed'),
    ...(objectives.length === 0 ? {} : { objectives }),
    ...(isSet(context, 'unseen') ? { unseen: true } : {}),
  };
}

/** Prints a report: the last one, or the one so many before it. */
async function printReport(context: CommandContext, program: Program, number = '1'): Promise<number> {
  const report = findReport(context, program, number);
  const text = examMessagesIn(context.language);
  if (report === undefined) throw new UserError(text.report.none(Number(number)));
  await loadMarkdown();
  const look = plainLook(context);
  if (isSet(context, 'json')) printJson(context, 'exam-report', { report: reportJson(report) });
  else if (isSet(context, 'markdown')) context.print(reportMarkdown(report, look));
  else context.print(joinShown(reportLines(report, look).map(plainText), '\n'));
  return 0;
}

function findReport(context: CommandContext, program: Program, number: string): ExamReport | undefined {
  const back = Number(number);
  if (!Number.isInteger(back) || back < 1) {
    throw new UserError(shown`kartei exam report [N]`, undefined, 2);
  }
  const exams = examDesk(context, program);
  const sittings = exams.sittings();
  const sitting = sittings.filter(isClosed).at(-back);
  if (sitting === undefined) return undefined;
  const blueprint = exams.blueprints().find(({ id }) => id === sitting.start.exam);
  return makeReport(sitting, program.desk.library(), blueprint, sittings);
}
