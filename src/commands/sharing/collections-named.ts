import { nearest } from '../../core/text/nearest.ts';
import { UserError } from '../../core/user-error.ts';
import type { AddedCollection } from '../../storage/added-collections.ts';
import { nameOfCollection } from '../../storage/read-collection.ts';
import { sharing } from '../../terminal/messages/sharing.ts';
import type { CommandContext } from '../command.ts';
import { show } from '../desk/open-program.ts';

/** The added collections that the operands name, by the name they were added under or their own; all without any. */
export function collectionsNamed(
  context: CommandContext,
  all: readonly AddedCollection[],
): readonly AddedCollection[] {
  const { operands } = context.arguments;
  if (operands.length === 0) return all;
  return operands.map((operand) => {
    const found =
      all.find(({ name }) => name === operand) ?? all.find(({ root }) => nameOfCollection(root) === operand);
    if (found !== undefined) return found;
    const text = sharing[context.language];
    const near = nearest(
      operand,
      all.map(({ name }) => name),
    );
    const hint = near === undefined ? text.seeCollections : context.messages.errors.didYouMean(show(near));
    throw new UserError(text.noSuch(show(operand)), hint, 2);
  });
}
