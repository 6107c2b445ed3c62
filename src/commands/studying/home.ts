import type { CommandContext, Run } from '../command.ts';
import { findPlaces } from '../desk/find-places.ts';
import { glanceAtHome } from '../desk/glance-at-home.ts';
import { offeredDecks } from '../desk/offered-decks.ts';
import { knownRoots, openProgram } from '../desk/open-program.ts';
import { hasTerminal, runScreens, wantsLines } from '../desk/run-screens.ts';
import { printOverview } from './due.ts';

export const run: Run = async (context: CommandContext): Promise<number> => {
  const places = findPlaces(context);
  const known = knownRoots(context);
  const offered = await offeredDecks(context, known);
  if (hasTerminal(context.system) && !wantsLines(context, places)) {
    const roots = offered === undefined ? known : [...known, offered];
    const terminal = await glanceAtHome(context, places, roots);
    return runScreens(context, await openProgram(context, [], 'titles', offered), undefined, terminal);
  }
  printOverview(context, await openProgram(context, [], 'titles', offered));
  context.print(context.messages.overview.howOn);
  return 0;
};
