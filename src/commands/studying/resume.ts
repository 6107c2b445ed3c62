import { progressOf } from '../../core/history/progress.ts';
import { shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import type { CommandContext, Run } from '../command.ts';
import { cardsNamed } from '../desk/cards-named.ts';
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
  const { desk, messages } = program;
  desk.needCards();
  const suspended = cardsNamed(name, context, program).filter(
    (item) => progressOf(desk.progress(), item.ref)?.suspended,
  );
  if (suspended.length > 0) desk.append(suspended.map(({ ref }) => ({ kind: 'resume', ...ref })));
  for (const { ref } of suspended) context.print(messages.study.resumed(show(`${ref.deck}/${ref.card}`)));
  if (suspended.length === 0) context.print(messages.study.notSuspended(show(name)));
  return 0;
};
