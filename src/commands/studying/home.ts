import type { CommandContext, Run } from '../command.ts';
import { offeredDecks } from '../desk/offered-decks.ts';
import { knownRoots, openProgram } from '../desk/open-program.ts';
import { hasTerminal, runScreens, wantsLines } from '../desk/run-screens.ts';
import { printOverview } from './due.ts';

export const run: Run = async (context: CommandContext): Promise<number> => {
  const program = await openProgram(context, [], 'titles', await offeredDecks(context, knownRoots(context)));
  if (hasTerminal(context.system) && !wantsLines(context, program))
    return runScreens(context, program, undefined);
  printOverview(context, program);
  context.print(context.messages.overview.howOn);
  return 0;
};
