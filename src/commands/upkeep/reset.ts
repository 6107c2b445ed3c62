import { progressOf } from '../../core/history/progress.ts';
import type { StudyItem } from '../../core/session/library.ts';
import { UserError } from '../../core/user-error.ts';
import { upkeep } from '../../terminal/messages/upkeep.ts';
import { type CommandContext, flagValues, isSet, type Run } from '../command.ts';
import { cardsNamed } from '../desk/cards-named.ts';
import { openProgram, type Program } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';
import { keepSnapshot } from './keep-snapshot.ts';

/** Lets cards start anew, as if never studied. Their past stays in the journal, and a snapshot is taken before. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const names = context.arguments.operands;
  const decks = flagValues(context, 'deck');
  const messages = upkeep[context.language];
  if ((names.length === 0) === (decks.length === 0)) {
    throw new UserError(messages.whatToReset, undefined, 2);
  }
  const program = await openProgram(context, decks);
  const { desk } = program;
  const items =
    names.length > 0 ? names.flatMap((name) => cardsNamed(name, context, program)) : inDecks(program);
  desk.needCards();
  const studied = items.filter(({ ref }) => progressOf(desk.progress(), ref)?.memory !== undefined);
  if (studied.length > 0) {
    keepSnapshot(context, program.locations, 'reset');
    desk.append(studied.map(({ ref }) => ({ kind: 'reset', ...ref })));
  }
  if (isSet(context, 'json')) printJson(context, 'reset', { reset: studied.length });
  else context.print(studied.length === 0 ? messages.nothingToReset : messages.reset(studied.length));
  return 0;
};

const inDecks = ({ desk, choice }: Program): readonly StudyItem[] =>
  [...desk.library().items.values()].filter(({ ref }) =>
    choice.decks.includes(`${ref.collection}\n${ref.deck}`),
  );
