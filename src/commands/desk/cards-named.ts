import { type MemoryRef, memoryKey } from '../../core/history/entry.ts';
import { recordOf } from '../../core/history/progress.ts';
import { readIn, type StudyItem } from '../../core/session/library.ts';
import { nearest } from '../../core/text/nearest.ts';
import { type Raw, raw } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import type { CommandContext } from '../command.ts';
import { type Program, show } from './open-program.ts';

/** Whether a learner means this card: by its id or by `deck/id`. */
export const isCalled = ({ deck, card }: Pick<MemoryRef, 'deck' | 'card'>, name: string): boolean =>
  card === name || `${deck}/${card}` === name;

const openCards = (name: string, { desk }: Program): readonly StudyItem[] =>
  [...desk.library().items.values()].filter(({ ref }) => isCalled(ref, name));

/** The items of a card in the open decks, by its id or by `deck/id`; a usage error when there is none. */
export function cardsNamed(name: string, context: CommandContext, program: Program): readonly StudyItem[] {
  const found = openCards(name, program);
  if (found.length === 0) throw noSuchCard(name, context, program);
  return found;
}

export interface RecordedCard {
  readonly ref: MemoryRef;
  /** Of a card whose deck is not open, the beginning that the journal keeps, if it does. */
  readonly prompt: Raw | undefined;
}

/** The same with cards that only the journal knows; the progress of all decks was read before. */
export function cardsEverNamed(
  name: string,
  context: CommandContext,
  program: Program,
): readonly RecordedCard[] {
  const { items } = program.desk.library();
  const progress = program.desk.progress();
  const recorded = [...progress.cards.values()].flatMap(({ ref }): readonly RecordedCard[] => {
    if (!isCalled(ref, name) || items.has(memoryKey(ref))) return [];
    const prompt = recordOf(progress, ref)?.prompt;
    return [{ ref, prompt: prompt === undefined ? undefined : raw(prompt) }];
  });
  const open = openCards(name, program).map((item) => ({
    ref: item.ref,
    prompt: readIn(item, context.language).card.prompt,
  }));
  if (open.length + recorded.length === 0) throw noSuchCard(name, context, program);
  return [...open, ...recorded];
}

/** Names the nearest card that there is. */
function noSuchCard(name: string, { messages: { errors } }: CommandContext, { desk }: Program): UserError {
  const near = nearest(
    name,
    [...desk.library().items.values()].map(({ ref }) => ref.card),
  );
  const hint = near === undefined ? errors.listCards : errors.didYouMean(show(near));
  return new UserError(errors.noSuchCard(show(name)), hint, 2);
}
