import { type CommandContext, isSet, type Run } from './command.ts';
import { openProgram } from './open-program.ts';
import { runScreens } from './run-screens.ts';
import { sessionPlan } from './study-flags.ts';

export const run: Run = async (context: CommandContext): Promise<number> => {
  const program = await openProgram(context, context.arguments.operands);
  const plan = sessionPlan(context, 'drill', program.choice.decks);
  return runScreens(context, program, { kind: 'study', plan: { ...plan, counts: isSet(context, 'count') } });
};
