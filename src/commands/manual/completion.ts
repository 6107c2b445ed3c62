import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { readCollection } from '../../storage/read-collection.ts';
import { readExams } from '../../storage/read-exams.ts';
import type { Command, CommandContext, Flag, Run } from '../command.ts';
import { knownRoots } from '../desk/open-program.ts';
import { bashCompletion } from './bash-completion.ts';
import { fishCompletion } from './fish-completion.ts';
import { zshCompletion } from './zsh-completion.ts';

type Answer = (context: CommandContext) => readonly string[];

const scripts = (
  commands: readonly Command[],
  common: readonly Flag[],
): Readonly<Record<'bash' | 'zsh' | 'fish', Answer>> => ({
  bash: () => [bashCompletion(commands, common)],
  zsh: ({ language }) => [zshCompletion(commands, common, language)],
  fish: ({ language }) => [fishCompletion(commands, common, language)],
});

/** What the scripts ask for while they complete. */
const words: Readonly<Record<'decks' | 'cards' | 'exams' | 'collections', Answer>> = {
  decks: (context) => collectionsOf(context).flatMap(({ decks }) => decks.flatMap(({ id }) => namesOf(id))),
  cards: (context) =>
    collectionsOf(context).flatMap(({ decks }) =>
      decks.flatMap(({ base }) => base.deck.cards.flatMap(({ attributes }) => attributes.id ?? [])),
    ),
  exams: (context) =>
    collectionsOf(context).flatMap((one) => readExams(one).exams.map(({ blueprint }) => blueprint.id)),
  collections: (context) => collectionsOf(context).map(({ name }) => name),
};

/** Prints a script, or words one a line. The commands come in because the catalogue names this file. */
export const completionFor = (commands: readonly Command[], common: readonly Flag[]): Run => {
  const answers = new Map<string, Answer>(Object.entries({ ...scripts(commands, common), ...words }));
  return async (context) => {
    const answer = answers.get(context.arguments.operands[0] ?? '');
    if (answer === undefined) throw new UserError(shown`kartei completion bash | zsh | fish`, undefined, 2);
    const found = [...new Set(answer(context))];
    if (found.length > 0) context.print(lines(found));
    return 0;
  };
};

const lines = (words: readonly string[]): Shown =>
  joinShown(
    words.map((word) => clean(raw(word))),
    '\n',
  );

const collectionsOf = (context: CommandContext) => knownRoots(context).map((root) => readCollection(root));

/** A deck is named by its id or by the last part of it. */
const namesOf = (id: string): readonly string[] => [id.split('/').at(-1) ?? id, id];
