import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { deckNameOf } from '../../core/decks/deck-name.ts';
import { limits } from '../../core/decks/limits.ts';
import {
  type CardChange,
  changeKinds,
  compareDecks,
  type WrittenDeck,
} from '../../core/session/compare-decks.ts';
import { clean, joinShown, type Raw, raw, type Shown, shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { differing, openCommit, openWorkTree, type State } from '../../git/read-states.ts';
import { repositoryAt } from '../../git/run-git.ts';
import { findCollectionRoot } from '../../storage/collection-name.ts';
import { decodeText } from '../../storage/decode-text.ts';
import { readFrontMatter } from '../../storage/front-matter.ts';
import { readRegularFile } from '../../storage/read-regular-file.ts';
import { type RepositoryMessages, repositoryMessages } from '../../terminal/messages/repository.ts';
import { type CommandContext, isSet, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';
import { parseSource } from './read-sources.ts';

/** Lists the cards that differ between a commit and the work tree, or between two commits. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const { operands } = context.arguments;
  const messages = repositoryMessages[context.language].diff;
  if (operands.length > 2) throw new UserError(messages.tooMany, undefined, 2);
  const changes = await readChanges(context, operands[0] ?? 'HEAD', operands[1], messages);
  if (isSet(context, 'json')) printJson(context, 'diff', { changes: changes.map(changeJson) });
  else if (changes.length === 0) context.print(messages.none);
  else context.print(isSet(context, 'markdown') ? markdown(changes, messages) : plain(changes, messages));
  return 0;
};

async function readChanges(
  { system }: CommandContext,
  from: string,
  to: string | undefined,
  messages: RepositoryMessages['diff'],
): Promise<readonly CardChange[]> {
  const root = findCollectionRoot(system.cwd);
  const top = topOf(root);
  if (top === undefined) throw new UserError(messages.noRepository);
  const repository = repositoryAt(top);
  const prefix = root === top ? '' : `${relative(top, root).split(sep).join('/')}/`;
  const isOurs = (path: string): boolean => path.startsWith(prefix) && path.endsWith('.md');
  const before = await openCommit(repository, from, system.env);
  const bytesOf = (path: string): Buffer | undefined => readBytes(join(top, path));
  const after: State =
    to === undefined
      ? {
          ...(await openWorkTree(repository, system.env, isOurs, bytesOf)),
          read: async (path) => textOf(bytesOf(path)),
        }
      : await openCommit(repository, to, system.env);
  const changed = differing(before, after).filter(isOurs);
  const stems = new Set(changed.map((path) => deckNameOf(path).stem));
  const isAffected = (path: string): boolean => isOurs(path) && stems.has(deckNameOf(path).stem);
  const decksOf = (state: State) =>
    readDecks(root, prefix, state, [...state.blobs.keys()].filter(isAffected));
  return compareDecks(await decksOf(before), await decksOf(after));
}

function topOf(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function readBytes(path: string): Buffer | undefined {
  const reading = readRegularFile(path, limits.file);
  return reading.kind === 'read' ? reading.content : undefined;
}

const textOf = (bytes: Buffer | undefined): Raw | undefined => bytes && decodeText(bytes).text;

/** Bases first, so that they name a card and lend their ids to translations. */
async function readDecks(
  root: string,
  prefix: string,
  state: State,
  paths: readonly string[],
): Promise<readonly WrittenDeck[]> {
  const decks: WrittenDeck[] = [];
  const isTranslation = (path: string): boolean =>
    paths.includes(`${deckNameOf(path).stem}.md`) && deckNameOf(path).lang !== undefined;
  const sorted = [...paths].sort(
    (a, b) => Number(isTranslation(a)) - Number(isTranslation(b)) || (a < b ? -1 : 1),
  );
  for (const path of sorted) {
    const text = await state.read(path);
    const frontMatter = text === undefined ? undefined : readFrontMatter(text);
    if (text === undefined || frontMatter?.kind !== 'found' || !frontMatter.values.has('deck')) continue;
    const { deck } = parseSource(root, { path: path.slice(prefix.length), text, frontMatter }, path).parsed;
    if (deck === undefined) continue;
    const base = isTranslation(path)
      ? decks.find((one) => one.path === `${deckNameOf(path).stem}.md`)
      : undefined;
    decks.push({ path, id: base?.id ?? deck.head.id, deck });
  }
  return decks;
}

const oneLine = (text: string): Shown => clean(raw(text)).replace(/\s*\n\s*/gu, ' · ') as Shown;

const noteOf = ({ only }: CardChange, messages: RepositoryMessages['diff']): Shown =>
  only.length === 0 ? shown`` : shown` (${messages.only(show(only.join(', ')))})`;

function plain(changes: readonly CardChange[], messages: RepositoryMessages['diff']): Shown {
  const lines = changes.flatMap((change) => {
    const { kind, path, line, card, prompt, key } = change;
    const head = shown`${show(path)}:${line}: ${messages.kinds[kind]}: ${show(card)}: ${oneLine(prompt)}${noteOf(change, messages)}`;
    return key === undefined
      ? [head]
      : [head, shown`    - ${oneLine(key.before)}`, shown`    + ${oneLine(key.after)}`];
  });
  return joinShown([...lines, countLine(changes, messages)], '\n');
}

function countLine(changes: readonly CardChange[], messages: RepositoryMessages['diff']): Shown {
  const counts = changeKinds.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [shown`${messages.kinds[kind]}: ${count}`];
  });
  return joinShown(counts, ', ');
}

/** For the text of a pull request: a list for each file. Marks in prompts lose their meaning. */
function markdown(changes: readonly CardChange[], messages: RepositoryMessages['diff']): Shown {
  const escaped = (text: string): Shown => oneLine(text).replace(/[\\*_[\]<>|#~&]/gu, '\\$&') as Shown;
  const code = (text: string): Shown => {
    const line = oneLine(text);
    const marks = '`'.repeat(
      Math.max(0, ...(line.match(/`+/gu) ?? []).map((run) => run.length)) + 1,
    ) as Shown;
    return marks.length === 1 ? shown`\`${line}\`` : shown`${marks} ${line} ${marks}`;
  };
  const lines: Shown[] = [countLine(changes, messages)];
  let path = '';
  for (const change of changes) {
    if (change.path !== path) lines.push(shown``, shown`### ${code(change.path)}`, shown``);
    path = change.path;
    const { key, kind, card, prompt, line } = change;
    const keys = key === undefined ? shown`` : shown`: ${code(key.before)} → ${code(key.after)}`;
    lines.push(
      shown`- **${messages.kinds[kind]}** ${code(card)} (${line}) ${escaped(prompt)}${noteOf(change, messages)}${keys}`,
    );
  }
  return joinShown(lines, '\n');
}

const changeJson = ({ kind, path, line, card, prompt, key, only }: CardChange) => ({
  kind: show(kind),
  path: show(path),
  line,
  card: show(card),
  prompt: show(prompt),
  before: key === undefined ? null : show(key.before),
  after: key === undefined ? null : show(key.after),
  only: only.map(show),
});
