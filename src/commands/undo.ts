import { shown } from '../core/text/shown.ts';
import { type CommandContext, isSet, type Run } from './command.ts';
import { openProgram, show } from './open-program.ts';
import { printJson } from './print-json.ts';

/** Takes the last answer or change back; again and again as far as the journal goes. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const { desk, messages } = await openProgram(context, []);
  const undoable = desk.lastUndoable();
  if (undoable === undefined) {
    if (isSet(context, 'json')) printJson(context, 'undo', { undone: null });
    else context.print(messages.study.nothingToUndo);
    return 0;
  }
  const { last, ids } = undoable;
  desk.append(ids.map((of) => ({ kind: 'undo', of })));
  const what = 'card' in last ? show(`${last.kind} ${last.deck}/${last.card}`) : show(last.kind);
  if (isSet(context, 'json')) printJson(context, 'undo', { undone: what });
  else context.print(shown`${messages.study.undone} ${what}`);
  return 0;
};
