import { type CardChange, compareDecks, writtenDecks } from '../../core/session/compare-decks.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { truncate } from '../../core/text/width.ts';
import { UserError } from '../../core/user-error.ts';
import { remoteUrl, updateCollection } from '../../git/clone-collection.ts';
import { readRemotePlace } from '../../git/remote-place.ts';
import { repositoryAt } from '../../git/run-git.ts';
import { type AddedCollection, listAddedCollections } from '../../storage/added-collections.ts';
import { locate } from '../../storage/locations.ts';
import { readCollection } from '../../storage/read-collection.ts';
import { sayIn } from '../../terminal/messages/say.ts';
import { sharing } from '../../terminal/messages/sharing.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';
import { collectionsNamed } from './collections-named.ts';

/** Cards named one by one, each kind. */
const mostNamed = 20;

type Update =
  | { readonly kind: 'folder' | 'same'; readonly added: AddedCollection }
  | { readonly kind: 'unreachable'; readonly added: AddedCollection; readonly why: Shown }
  | {
      readonly kind: 'updated';
      readonly added: AddedCollection;
      readonly difference: Difference;
      /** The names under which its progress was kept and is kept from now on. */
      readonly names: { readonly before: string; readonly after: string };
    };

/** What matters to a learner: an id that was added, or a card that was moved, does not. */
interface Difference {
  readonly added: readonly CardChange[];
  readonly changed: readonly CardChange[];
  readonly gone: readonly CardChange[];
}

/** Fetches what is new in one or all added collections. A remote that is gone costs nothing that is here. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const { collections } = locate(context.system, flagValue(context, 'progress'));
  const all = listAddedCollections(collections);
  const chosen = collectionsNamed(context, all);
  const updates: Update[] = [];
  for (const added of chosen) {
    const update = await updateOne(context, added);
    updates.push(update);
    if (!isSet(context, 'json')) report(context, update);
  }
  if (isSet(context, 'json')) printJson(context, 'update', { collections: updates.map(updateJson) });
  else if (all.length === 0) context.print(sharing[context.language].none);
  return updates.some(({ kind }) => kind === 'unreachable') ? 1 : 0;
};

async function updateOne(context: CommandContext, added: AddedCollection): Promise<Update> {
  const { system } = context;
  if (added.kind === 'folder') return { kind: 'folder', added };
  const place = { env: system.env, repository: repositoryAt(added.root) };
  const remote = readRemotePlace(await remoteUrl(place));
  const before = readCollection(added.root);
  try {
    const outcome = await updateCollection(
      place,
      remote?.kind === 'local' ? 'local' : 'remote',
      system.now(),
    );
    if (outcome.kind === 'unreachable') return { kind: 'unreachable', added, why: outcome.why };
    if (outcome.kind === 'same') return { kind: 'same', added };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const say = await sayIn(isSet(context, 'json') ? 'en' : context.language);
    const why = joinShown([error.told, ...(error.hint === undefined ? [] : [error.hint])].map(say), ' ');
    return { kind: 'unreachable', added, why };
  }
  const after = readCollection(added.root);
  const changes = compareDecks(writtenDecks(before), writtenDecks(after));
  const names = { before: before.name, after: after.name };
  return { kind: 'updated', added, difference: differenceOf(changes), names };
}

const differenceOf = (changes: readonly CardChange[]): Difference => ({
  added: changes.filter(({ kind }) => kind === 'new'),
  changed: changes.filter(({ kind }) => kind === 'key' || kind === 'wording'),
  gone: changes.filter(({ kind }) => kind === 'gone'),
});

function report(context: CommandContext, update: Update): void {
  const text = sharing[context.language];
  const name = show(update.added.name);
  if (update.kind === 'unreachable') context.warn(shown`${text.unreachable(name)}\n${update.why}`);
  else if (update.kind === 'updated') {
    reportCards(context, name, update.difference);
    const { before, after } = update.names;
    if (before !== after) context.warn(text.renamed(show(before), show(after)));
  } else if (update.kind === 'same') context.print(text.upToDate(name));
  else context.print(text.openedInPlace(name, show(update.added.root)));
}

function reportCards({ print, language }: CommandContext, name: Shown, difference: Difference): void {
  const text = sharing[language];
  const { added, changed, gone } = difference;
  const isAny = added.length + changed.length + gone.length > 0;
  print(isAny ? text.updated(name, added.length, changed.length, gone.length) : text.updatedWithout(name));
  for (const kind of ['added', 'changed', 'gone'] as const) {
    const cards = difference[kind];
    for (const card of cards.slice(0, mostNamed)) print(cardLine(text.marks[kind], card));
    if (cards.length > mostNamed) print(shown`  ${text.andMore(cards.length - mostNamed)}`);
  }
}

const cardLine = (mark: Shown, { deck, prompt }: CardChange): Shown =>
  shown`  ${mark}  ${show(deck)}: ${truncate(clean(raw(prompt)).replace(/\n/gu, ' ') as Shown, 100)}`;

function updateJson(update: Update) {
  const cards = (list: readonly CardChange[]) =>
    list.map(({ deck, card, prompt }) => ({ deck: show(deck), card: show(card), prompt: show(prompt) }));
  const base = { name: show(update.added.name), outcome: show(update.kind) };
  if (update.kind === 'unreachable') return { ...base, why: update.why };
  if (update.kind !== 'updated') return base;
  const { added, changed, gone } = update.difference;
  const collection = show(update.names.after);
  return { ...base, collection, added: cards(added), changed: cards(changed), gone: cards(gone) };
}
