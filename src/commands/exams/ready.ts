import type { Blueprint } from '../../core/exam/blueprint.ts';
import { calibration } from '../../core/exam/calibration.ts';
import { clean, joinShown } from '../../core/text/shown.ts';
import { plainText } from '../../core/text/styled-line.ts';
import { UserError } from '../../core/user-error.ts';
import type { ExamDesk } from '../../terminal/app/exam-desk.ts';
import { inOrder, type ReadyView, readyLines } from '../../terminal/frames/ready-lines.ts';
import { examMessagesIn } from '../../terminal/messages/exam-messages.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { examDesk } from '../desk/exam-desk.ts';
import { openProgram, type Program, show } from '../desk/open-program.ts';
import { plainLook } from '../plain-look.ts';
import { printJson } from '../print-json.ts';

/** Coverage, chance to pass and what would raise it, for one exam or for all. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const program = await openProgram(context, []);
  const exams = examDesk(context, program);
  const views = inOrder(wantedBlueprints(context, program).map((blueprint) => viewOf(exams, blueprint)));
  if (isSet(context, 'json')) {
    printJson(context, 'readiness', { exams: views.map(viewJson) });
    return 0;
  }
  const look = plainLook(context);
  const blocks = views.map((view) => joinShown(readyLines(view, look).map(plainText), '\n'));
  context.print(joinShown(blocks, '\n\n'));
  return 0;
};

export function wantedBlueprints(context: CommandContext, program: Program): readonly Blueprint[] {
  const blueprints = examDesk(context, program).blueprints();
  const id = flagValue(context, 'exam');
  const text = examMessagesIn(context.language);
  if (id === undefined && blueprints.length > 0) return blueprints;
  const found = blueprints.filter((blueprint) => blueprint.id === id);
  if (found.length > 0) return found;
  if (id === undefined) throw new UserError(text.noExams);
  throw new UserError(
    text.noSuchExam(show(id)),
    text.exams(show(blueprints.map((one) => one.id).join(', '))),
    2,
  );
}

function viewOf(exams: ExamDesk, blueprint: Blueprint): ReadyView {
  const own = exams.sittings().filter(({ start }) => start.exam === blueprint.id);
  return { blueprint, readiness: exams.readiness(blueprint), calibration: calibration(own) };
}

function viewJson({ blueprint, readiness: ready, calibration: measured }: ReadyView) {
  return {
    exam: show(blueprint.id),
    title: clean(blueprint.title),
    coverage: ready.coverage,
    seen: ready.seen,
    lacks: ready.lacks.map(({ kind }) => show(kind)),
    chance: ready.band === undefined ? null : { low: ready.band.low, high: ready.band.high },
    objectives: ready.objectives.map(({ objective, coverage, cards, seen, recall }) => ({
      objective: show(objective.id),
      coverage,
      cards,
      seen,
      recall,
    })),
    raises: ready.raises.map(({ kind, objective, gain, points }) => ({
      kind: show(kind),
      objective: show(objective.id),
      gain,
      points,
    })),
    brier: measured?.brier ?? null,
    offset: measured?.offset ?? null,
  };
}
