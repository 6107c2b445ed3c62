import { basename, resolve } from 'node:path';
import { slugOfText } from '../../core/decks/add-ids.ts';
import { deckIdPattern } from '../../core/decks/parse-head.ts';
import { UserError } from '../../core/user-error.ts';
import { readFrontMatter } from '../../storage/front-matter.ts';
import { askLines } from '../../terminal/input/ask-lines.ts';
import { type RepositoryMessages, repositoryMessages } from '../../terminal/messages/repository.ts';
import { type CommandContext, flagValue, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { createFile } from './create-file.ts';
import { type NewDeck, newDeckText } from './new-deck.ts';
import { parseSource } from './read-sources.ts';

const fields = ['title', 'id', 'lang', 'objective', 'license'] as const;
type Field = (typeof fields)[number];
type Answers = ReadonlyMap<Field, string>;

/** As a shell says it of a program that was ended by Ctrl-C. */
const interrupted = 130;

/** The language of the cards; `--lang` is that of the interface. */
const flagOf: Readonly<Record<Field, string>> = {
  title: 'title',
  id: 'id',
  lang: 'deck-lang',
  objective: 'objective',
  license: 'license',
};

/** Asks a few questions, of those that no flag answers, and writes a deck with one card of each common kind. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const messages = repositoryMessages[context.language].new;
  const [operand, ...more] = context.arguments.operands;
  if (more.length > 0) throw new UserError(messages.oneName, undefined, 2);
  const isAsking = context.system.stdin.isTTY === true && context.system.stdout.isTTY === true;
  if (operand === undefined && flagValue(context, 'title') === undefined && !isAsking)
    throw new UserError(messages.nameNeeded, undefined, 2);
  const deck = await describe(context, operand, isAsking, messages);
  if (deck === undefined) return interrupted;
  const name = operand ?? deck.id.split('/').at(-1) ?? 'deck';
  const file = name.endsWith('.md') ? name : `${name}.md`;
  const text = newDeckText(deck);
  checkDeck(deck, text, file, messages);
  const outcome = createFile(resolve(context.system.cwd, file), text);
  if (outcome === 'exists') throw new UserError(messages.exists(show(file)));
  if (outcome !== 'created') throw new UserError(messages.notWritten(show(file), show(outcome.code)));
  context.print(messages.written(show(file)));
  return 0;
};

async function describe(
  context: CommandContext,
  operand: string | undefined,
  isAsking: boolean,
  messages: RepositoryMessages['new'],
): Promise<NewDeck | undefined> {
  const name = basename(operand ?? '').replace(/\.md$/u, '');
  const given = (field: Field): string | undefined => flagValue(context, flagOf[field]);
  const presets: Readonly<Record<Field, (answers: Answers) => string>> = {
    title: () => name,
    id: (answers) => slugOfText(name || (given('title') ?? answers.get('title') ?? '')) || 'deck',
    lang: () => context.language,
    objective: () => '',
    license: () => '',
  };
  const open = fields.filter((field) => given(field) === undefined);
  const questions = open.map(
    (field) => [field, { text: messages.questions[field], preset: presets[field] }] as const,
  );
  const answers: Answers | undefined = isAsking ? await askLines(context.system, questions) : new Map();
  if (answers === undefined) return undefined;
  const answerTo = (field: Field): string => given(field) ?? answers.get(field) ?? presets[field](answers);
  const [chosenTitle, id] = [answerTo('title'), answerTo('id')];
  return {
    title: chosenTitle === '' ? id : chosenTitle,
    id,
    lang: answerTo('lang'),
    objective: answerTo('objective'),
    license: answerTo('license'),
  };
}

/** What the flags say must be a deck that can be read. */
function checkDeck(
  { id }: NewDeck,
  text: ReturnType<typeof newDeckText>,
  file: string,
  messages: RepositoryMessages['new'],
): void {
  if (!deckIdPattern.test(id)) throw new UserError(messages.badId(show(id)), undefined, 2);
  const frontMatter = readFrontMatter(text);
  const problems =
    frontMatter.kind === 'found'
      ? parseSource('/', { path: file, text, frontMatter }, file).parsed.problems
      : [{ message: show(frontMatter.kind) }];
  const [first] = problems;
  if (first !== undefined) throw new UserError(first.message, undefined, 2);
}
