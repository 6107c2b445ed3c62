import { existsSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { webAddress } from '../../core/decks/web-address.ts';
import { deckKeyOf } from '../../core/history/entry.ts';
import { progressOf } from '../../core/history/progress.ts';
import { isInState, matches } from '../../core/session/card-filter.ts';
import { readIn, type StudyItem } from '../../core/session/library.ts';
import { type CardState, everyCard } from '../../core/session/session.ts';
import { clean, type Shown, shown } from '../../core/text/shown.ts';
import { readRemote } from '../../storage/collection-name.ts';
import { knownPlaces } from '../../storage/collection-places.ts';
import { type CommandContext, flagValues, isSet, type Run } from '../command.ts';
import { openProgram, type Program, show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';
import { shortPath } from '../short-path.ts';

/** `path:line: prompt (id)`, and with `--flagged` what the learner wrote. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const program = await openProgram(context, context.arguments.operands);
  program.desk.needCards();
  const items = listed(context, program);
  const { desk } = program;
  for (const words of outside(context, program)) context.warn(words);
  if (isSet(context, 'json')) {
    printJson(context, 'cards', { cards: items.map((item) => cardJson(item, desk)) });
    return 0;
  }
  for (const item of items) context.print(line(item, isSet(context, 'flagged'), context.language, desk));
  return 0;
};

const statesOf = (context: CommandContext): readonly CardState[] =>
  (['flagged', 'suspended'] as const).filter((state) => isSet(context, state));

function listed(context: CommandContext, { desk, choice }: Program): readonly StudyItem[] {
  const filter = {
    ...everyCard,
    decks: choice.decks,
    tags: flagValues(context, 'tag'),
    objectives: flagValues(context, 'objective'),
    only: statesOf(context),
  };
  return [...desk.library().items.values()].filter((item) =>
    matches(item, filter, desk.progress(), undefined),
  );
}

/** How many cards in such a state are in decks that are not open, and how to see them. */
function outside(context: CommandContext, { desk, choice, locations }: Program): readonly Shown[] {
  const states = statesOf(context);
  if (states.length === 0 || choice.decks.length > 0) return [];
  const { decks } = desk.library();
  const counts = new Map<string, number>();
  for (const standing of desk.progress().cards.values()) {
    const { collection } = standing.ref;
    if (!decks.has(deckKeyOf(standing.ref)) && states.every((state) => isInState(state, standing)))
      counts.set(collection, (counts.get(collection) ?? 0) + 1);
  }
  const places = knownPlaces(locations.state);
  const command = `kartei list ${states.map((state) => `--${state}`).join(' ')}`;
  return [...counts].map(([collection, count]) => {
    const root = places.get(collection);
    const path = root !== undefined && existsSync(root) ? shortPath(context.system.cwd, root, '.') : 'PATH';
    return context.messages.overview.outside(count, show(`${command} ${path}`));
  });
}

function line(item: StudyItem, withFlag: boolean, lang: string, desk: Program['desk']): Shown {
  const { card, part } = item.ref;
  const written = readIn(item, lang);
  const base = shown`${show(written.file.absolutePath)}:${written.card.line}: ${oneLine(clean(written.card.prompt))}`;
  const flag = progressOf(desk.progress(), item.ref)?.flag;
  if (!withFlag || flag === undefined)
    return shown`${base} (${show(part === '' ? card : `${card} ${part}`)})`;
  const address = addressOf(written);
  const asked = part === '' ? base : shown`${base} (${show(part)})`;
  const told = flag === '' ? asked : shown`${asked}: ${oneLine(show(flag))}`;
  return address === undefined ? told : shown`${told}\n  ${show(address)}`;
}

/** Where the card stands on the web, for a report to its authors. */
function addressOf({ file: { absolutePath }, card }: ReturnType<typeof readIn>): string | undefined {
  const remote = readRemote(dirname(absolutePath));
  if (remote?.branch === undefined) return undefined;
  const path = relative(remote.top, absolutePath).split(sep).join('/');
  return webAddress({ remote: remote.url, branch: remote.branch, path, line: card.line });
}

const oneLine = (text: Shown): Shown => text.replace(/\n/gu, ' ') as Shown;

function cardJson(item: StudyItem, desk: Program['desk']) {
  const standing = progressOf(desk.progress(), item.ref);
  const { collection, deck, card, part } = item.ref;
  return {
    collection: show(collection),
    deck: show(deck),
    card: show(card),
    part: show(part),
    kind: show(item.card.content.kind),
    prompt: clean(item.card.prompt),
    path: show(item.deck.base.absolutePath),
    line: item.card.line,
    due: standing?.memory?.due ?? null,
    stability: standing?.memory?.stability ?? null,
    suspended: standing?.suspended ?? false,
    flag: standing?.flag === undefined ? null : show(standing.flag),
    url:
      standing?.flag === undefined ? null : show(addressOf({ card: item.card, file: item.deck.base }) ?? ''),
  };
}
