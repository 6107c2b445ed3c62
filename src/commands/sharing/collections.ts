import { joinShown, type Shown, shown } from '../../core/text/shown.ts';
import { displayWidth } from '../../core/text/width.ts';
import { withoutSecret } from '../../git/remote-place.ts';
import { listAddedCollections } from '../../storage/added-collections.ts';
import { readRemote } from '../../storage/collection-name.ts';
import { locate } from '../../storage/locations.ts';
import { readCollection } from '../../storage/read-collection.ts';
import { sharing } from '../../terminal/messages/sharing.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';

/** Lists the shipped and the added collections with where they come from. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const text = sharing[context.language];
  const { collections } = locate(context.system, flagValue(context, 'progress'));
  const added = listAddedCollections(collections);
  const shipped = { name: 'kartei', kind: 'shipped', root: context.system.shippedDecks } as const;
  const rows = [shipped, ...added].map(({ name, kind, root }) => {
    const { name: collection, decks } = readCollection(root);
    const cards = decks.reduce((sum, { base }) => sum + base.deck.cards.length, 0);
    const url = kind === 'clone' ? readRemote(root)?.url : undefined;
    return { name, kind, root, collection, decks: decks.length, cards, url: url && withoutSecret(url) };
  });
  if (isSet(context, 'json')) {
    printJson(context, 'collections', {
      collections: rows.map(({ name, kind, root, collection, decks, cards, url }) => ({
        name: show(name),
        kind: show(kind),
        collection: show(collection),
        path: show(root),
        url: url === undefined ? null : show(url),
        decks,
        cards,
      })),
    });
    return 0;
  }
  const cells = rows.map((row) => [
    show(row.name),
    text.cards(row.cards),
    row.kind === 'shipped' ? text.shipped : show(row.url ?? row.root),
  ]);
  for (const line of columns(cells)) context.print(line);
  if (added.length === 0) context.print(text.none);
  return 0;
};

function columns(rows: readonly (readonly Shown[])[]): readonly Shown[] {
  const widths = [0, 1].map((i) => Math.max(...rows.map((row) => displayWidth(row[i] ?? shown``))));
  return rows.map((row) =>
    joinShown(
      row.map(
        (cell, i) => shown`${cell}${' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(cell))) as Shown}`,
      ),
      '  ',
    ),
  );
}
