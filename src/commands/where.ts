import { shown } from '../core/text/shown.ts';
import { locate } from '../storage/locations.ts';
import { type CommandContext, flagValue, isSet, type Run } from './command.ts';
import { show } from './desk/open-program.ts';
import { printJson } from './print-json.ts';

/** Prints every folder that the program uses. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const locations = locate(context.system, flagValue(context, 'progress'));
  const rows = [...Object.entries(locations), ['decks', context.system.shippedDecks]] as const;
  if (isSet(context, 'json')) {
    printJson(context, 'where', {
      folders: Object.fromEntries(rows.map(([name, path]) => [name, show(String(path))])),
    });
    return 0;
  }
  const width = Math.max(...rows.map(([name = '']) => name.length));
  for (const [name = '', path = ''] of rows) context.print(shown`${show(name.padEnd(width))}  ${show(path)}`);
  return 0;
};
