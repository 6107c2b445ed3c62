import type { CardEvent } from '../../core/history/card-progress.ts';
import type { MemoryRef } from '../../core/history/entry.ts';
import { historyOf } from '../../core/history/statistics.ts';
import { day, type Instant, minute } from '../../core/schedule/time.ts';
import { clean, raw, type Shown, shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { verdictWord } from '../../terminal/frames/answer-lines.ts';
import type { Messages } from '../../terminal/messages/messages.ts';
import { type CommandContext, isSet, type Run } from '../command.ts';
import { cardsEverNamed } from '../desk/cards-named.ts';
import { openProgram, type Program, show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';

/** Every answer to a card, oldest first, with what became of its memory. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const [name] = context.arguments.operands;
  if (name === undefined)
    throw new UserError(
      context.messages.errors.cardMissing(shown`kartei history`),
      context.messages.errors.seeHelp(shown`kartei history`),
      2,
    );
  const program = await openProgram(context, []);
  program.desk.needHistory();
  const cards = cardsEverNamed(name, context, program).map((card) => ({
    ...card,
    rows: rowsOf(card.ref, program.desk, context.messages),
  }));
  if (isSet(context, 'json')) {
    printJson(context, 'history', { entries: cards.flatMap(({ rows }) => rows.map(({ json }) => json)) });
    return 0;
  }
  for (const { ref, prompt, rows } of cards) {
    context.print(
      shown`${show(ref.deck)} · ${show(ref.card)}${ref.part === '' ? shown`` : shown` · ${show(ref.part)}`}`,
    );
    if (prompt !== undefined) context.print(shown`  ${clean(prompt)}`);
    for (const { text } of rows) context.print(shown`  ${text}`);
    if (rows.length === 0) context.print(shown`  ${context.messages.study.never}`);
  }
  return 0;
};

function rowsOf(ref: MemoryRef, desk: Program['desk'], messages: Messages) {
  return historyOf(desk.progress(), ref).map(({ event, memory }) => {
    // Both in the time zone of the answer. The time of day tells something only within a day.
    const local = (at: Instant) =>
      show(
        new Date(at + event.tz * minute)
          .toISOString()
          .slice(0, at - event.t < day ? 16 : 10)
          .replace('T', ' '),
      );
    const verdict =
      event.kind === 'review' && event.verdict !== undefined
        ? shown`  ${verdictWord(event.verdict, messages)}`
        : shown``;
    const next =
      memory === undefined || !movesDue.has(event.kind)
        ? shown``
        : shown`  ${messages.study.nextDue(local(memory.due))}`;
    return {
      text: shown`${local(event.t)}  ${whatHappened(event, messages)}${verdict}${next}`,
      json: {
        card: show(ref.card),
        part: show(ref.part),
        t: event.t,
        kind: show(event.kind),
        rating: event.kind === 'review' ? event.rating : null,
        ms: event.kind === 'review' ? event.ms : null,
        mode: event.kind === 'review' ? show(event.mode) : null,
        due: memory?.due ?? null,
        stability: memory?.stability ?? null,
      },
    };
  });
}

/** After these a card has another due date than before. */
const movesDue: ReadonlySet<CardEvent['kind']> = new Set(['review', 'due']);

function whatHappened(event: CardEvent, { ratings, study, happened }: Messages): Shown {
  if (event.kind === 'review') return ratings[event.rating];
  if (event.kind !== 'flag') return happened[event.kind];
  return event.on ? study.flaggedWith(clean(raw(event.text))) : happened.unflag;
}
