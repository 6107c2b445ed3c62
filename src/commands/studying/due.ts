import { isBounded, type Overview, titleIn } from '../../core/session/overview.ts';
import { clean, joinShown, type Shown, shown } from '../../core/text/shown.ts';
import { displayWidth } from '../../core/text/width.ts';
import { type CommandContext, flagValues, isSet, type Run } from '../command.ts';
import { openProgram, type Program, show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';

export const run: Run = async (context: CommandContext): Promise<number> => {
  const names = [...context.arguments.operands, ...flagValues(context, 'deck')];
  const program = await openProgram(context, names, 'titles');
  if (!isSet(context, 'json')) {
    printOverview(context, program);
    return 0;
  }
  const { decks, due, learning, fresh, forecast } = chosen(program);
  printJson(context, 'due', {
    due,
    learning,
    new: fresh,
    forecast,
    decks: decks.map((deck) => {
      const [collection = '', id = ''] = deck.key.split('\n');
      return {
        collection: show(collection),
        deck: show(id),
        title: clean(titleIn(deck, context.language)),
        due: deck.due,
        learning: deck.learning,
        new: deck.fresh,
        known: deck.known,
        total: deck.total,
      };
    }),
  });
  return 0;
};

/** The overview of the decks that were named, or of all; the forecast is of all in any case. */
function chosen({ desk, choice }: Program): Overview {
  const overview = desk.overview();
  if (choice.decks.length === 0) return overview;
  const decks = overview.decks.filter((deck) => choice.decks.includes(deck.key));
  const sum = (of: 'due' | 'learning' | 'fresh') => decks.reduce((total, deck) => total + deck[of], 0);
  const fresh = Math.min(overview.fresh, sum('fresh'));
  return { ...overview, decks, due: sum('due'), learning: sum('learning'), fresh };
}

/** What is due, as lines: a sum, then a row for each deck with the name that commands take and, as it may be long, its title last. */
export function printOverview(context: CommandContext, program: Program): void {
  const { desk } = program;
  const { messages, language } = context;
  const overview = chosen(program);
  const { decks, due, learning } = overview;
  for (const notice of desk.notices) context.print(notice);
  if (desk.recognised > 0) context.print(messages.home.recognised(desk.recognised));
  const { counts, fresh, freshInAll } = messages.home;
  const newCards = isBounded(overview) ? freshInAll(overview.fresh) : fresh(overview.fresh);
  context.print(counts(due + learning, learning, newCards));
  const rows = decks.map((deck) => [
    messages.home.due(deck.due + deck.learning),
    messages.home.fresh(deck.fresh),
    messages.home.known(deck.known, deck.total),
    show(deck.key.slice(Math.max(deck.key.lastIndexOf('\n'), deck.key.lastIndexOf('/')) + 1)),
    clean(titleIn(deck, language)),
  ]);
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? shown``))));
  for (const row of rows)
    context.print(
      shown`  ${joinShown(
        row.map((cell, at) => padded(cell, widths[at] ?? 0)),
        '  ',
      )}`,
    );
}

const padded = (text: Shown, width: number): Shown =>
  shown`${text}${' '.repeat(Math.max(0, width - displayWidth(text))) as Shown}`;
