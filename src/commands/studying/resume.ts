import { shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import type { CommandContext, Run } from '../command.ts';
import { cardsNamed, isCalled } from '../desk/cards-named.ts';
import { openProgram, show } from '../desk/open-program.ts';

/** Takes suspended cards back into the queue. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const [name] = context.arguments.operands;
  if (name === undefined)
    throw new UserError(
      context.messages.errors.cardMissing(shown`kartei resume`),
      context.messages.errors.seeHelp(shown`kartei resume`),
      2,
    );
  const program = await openProgram(context, []);
  const { desk } = program;
  const { messages } = context;
  desk.needCards();
  // Also of decks that were only ever studied by their path: the progress knows them.
  const suspended = [...desk.progress().cards.values()].filter(
    (standing) => standing.suspended && isCalled(standing.ref, name),
  );
  if (suspended.length === 0) {
    // An error when there is no such card.
    cardsNamed(name, context, program);
    context.print(messages.study.notSuspended(show(name)));
    return 0;
  }
  desk.append(suspended.map(({ ref }) => ({ kind: 'resume', ...ref })));
  for (const { ref } of suspended) context.print(messages.study.resumed(show(`${ref.deck}/${ref.card}`)));
  return 0;
};
