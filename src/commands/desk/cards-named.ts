import type { StudyItem } from '../../core/session/library.ts';
import { nearest } from '../../core/text/nearest.ts';
import { UserError } from '../../core/user-error.ts';
import type { CommandContext } from '../command.ts';
import { type Program, show } from './open-program.ts';

/** The items of a card, by its id or by `deck/id`. A usage error names the nearest when there is none. */
export function cardsNamed(name: string, context: CommandContext, { desk }: Program): readonly StudyItem[] {
  const items = [...desk.library().items.values()];
  const found = items.filter(({ ref }) => ref.card === name || `${ref.deck}/${ref.card}` === name);
  if (found.length > 0) return found;
  const near = nearest(
    name,
    items.map(({ ref }) => ref.card),
  );
  const { errors } = context.messages;
  throw new UserError(
    errors.noSuchCard(show(name)),
    near === undefined ? errors.listCards : errors.didYouMean(show(near)),
    2,
  );
}
