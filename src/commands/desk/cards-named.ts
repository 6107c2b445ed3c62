import type { MemoryRef } from '../../core/history/entry.ts';
import type { StudyItem } from '../../core/session/library.ts';
import { nearest } from '../../core/text/nearest.ts';
import { UserError } from '../../core/user-error.ts';
import type { CommandContext } from '../command.ts';
import { type Program, show } from './open-program.ts';

/** Whether a learner means this card: by its id or by `deck/id`. */
export const isCalled = ({ deck, card }: Pick<MemoryRef, 'deck' | 'card'>, name: string): boolean =>
  card === name || `${deck}/${card}` === name;

/** The items of a card, by its id or by `deck/id`. A usage error names the nearest when there is none. */
export function cardsNamed(name: string, context: CommandContext, { desk }: Program): readonly StudyItem[] {
  const items = [...desk.library().items.values()];
  const found = items.filter(({ ref }) => isCalled(ref, name));
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
