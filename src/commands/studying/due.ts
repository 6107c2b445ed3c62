import { titleIn } from '../../core/session/overview.ts';
import { clean, joinShown, type Shown, shown } from '../../core/text/shown.ts';
import { displayWidth } from '../../core/text/width.ts';
import { type CommandContext, flagValues, isSet, type Run } from '../command.ts';
import { openProgram, type Program, show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';

export const run: Run = async (context: CommandContext): Promise<number> => {
  const program = await openProgram(context, flagValues(context, 'deck'), 'titles');
  if (!isSet(context, 'json')) {
    printOverview(context, program);
    return 0;
  }
  const overview = program.desk.overview();
  const wanted = program.choice.decks;
  const decks = overview.decks.filter((deck) => wanted.length === 0 || wanted.includes(deck.key));
  printJson(context, 'due', {
    due: overview.due,
    learning: overview.learning,
    new: overview.fresh,
    forecast: overview.forecast,
    decks: decks.map((deck) => {
      const [collection = '', id = ''] = deck.key.split('\n');
      const { due, learning, fresh, known, total } = deck;
      return {
        collection: show(collection),
        deck: show(id),
        title: clean(titleIn(deck, program.language)),
        due,
        learning,
        new: fresh,
        known,
        total,
      };
    }),
  });
  return 0;
};

/** What is due, as lines: a sum, then a row for each deck. */
export function printOverview(context: CommandContext, { desk, messages, choice, language }: Program): void {
  const overview = desk.overview();
  const decks = overview.decks.filter((deck) => choice.decks.length === 0 || choice.decks.includes(deck.key));
  for (const notice of desk.notices) context.print(notice);
  if (desk.recognised > 0) context.print(messages.home.recognised(desk.recognised));
  context.print(messages.home.counts(overview.due, overview.learning, overview.fresh));
  const width = Math.max(0, ...decks.map((deck) => displayWidth(clean(titleIn(deck, language)))));
  for (const deck of decks) {
    const title = clean(titleIn(deck, language));
    const cells = [
      shown`${title}${pad(width - displayWidth(title))}`,
      padded(messages.home.due(deck.due + deck.learning), 12),
      padded(messages.home.fresh(deck.fresh), 10),
      messages.home.known(deck.known, deck.total),
    ];
    context.print(shown`  ${joinShown(cells, '  ')}`);
  }
}

const pad = (count: number): Shown => ' '.repeat(Math.max(0, count)) as Shown;
const padded = (text: Shown, width: number): Shown => shown`${text}${pad(width - displayWidth(text))}`;
