import type { CommandContext, Run } from '../command.ts';
import { findPlaces } from '../desk/find-places.ts';
import { glanceAtHome } from '../desk/glance-at-home.ts';
import { offeredDecks } from '../desk/offered-decks.ts';
import { knownRoots, openProgram } from '../desk/open-program.ts';
import { hasTerminal, runScreens, wantsLines } from '../desk/run-screens.ts';
import { printOverview } from './due.ts';

export const run: Run = async (context: CommandContext): Promise<number> => {
  const places = findPlaces(context);
  const offered = await offeredDecks(context, knownRoots(context));
  const onScreen = hasTerminal(context.system) && !wantsLines(context, places);
  const terminal = onScreen ? await glanceAtHome(context, places, knownRoots(context, offered)) : undefined;
  const program = await openProgram(context, [], 'titles', offered);
  if (onScreen) return runScreens(context, program, undefined, terminal);
  printOverview(context, program);
  context.print(context.messages.overview.howOn);
  return 0;
};
