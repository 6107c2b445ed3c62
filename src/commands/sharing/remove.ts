import { shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { listAddedCollections, removeAddedCollection } from '../../storage/added-collections.ts';
import { locate } from '../../storage/locations.ts';
import { sharing } from '../../terminal/messages/sharing.ts';
import { type CommandContext, flagValue, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { collectionsNamed } from './collections-named.ts';

/** Takes collections off the list. Their progress stays. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  if (context.arguments.operands.length === 0) {
    const hint = context.messages.errors.seeHelp(shown`kartei remove`);
    throw new UserError(shown`kartei remove NAME`, hint, 2);
  }
  const { collections } = locate(context.system, flagValue(context, 'progress'));
  for (const added of collectionsNamed(context, listAddedCollections(collections))) {
    removeAddedCollection(collections, added);
    context.print(sharing[context.language].removed(show(added.name)));
  }
  return 0;
};
