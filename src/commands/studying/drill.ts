import { type CommandContext, isSet, type Run } from '../command.ts';
import { openProgram } from '../desk/open-program.ts';
import { runScreens } from '../desk/run-screens.ts';
import { sessionPlan } from '../desk/study-flags.ts';

export const run: Run = async (context: CommandContext): Promise<number> => {
  const program = await openProgram(context, context.arguments.operands, 'questions');
  const plan = sessionPlan(context, 'drill', program.choice.decks);
  return runScreens(context, program, { kind: 'study', plan: { ...plan, counts: isSet(context, 'count') } });
};
