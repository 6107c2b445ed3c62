import type { CommandContext, Run } from '../command.ts';
import { isSet } from '../command.ts';
import { openProgram } from '../desk/open-program.ts';
import { runScreens } from '../desk/run-screens.ts';
import { sessionPlan } from '../desk/study-flags.ts';

export const run: Run = async (context: CommandContext): Promise<number> => {
  const program = await openProgram(context, context.arguments.operands, 'questions');
  const mode = isSet(context, 'ahead') ? 'ahead' : 'study';
  return runScreens(context, program, {
    kind: 'study',
    plan: sessionPlan(context, mode, program.choice.decks),
  });
};
