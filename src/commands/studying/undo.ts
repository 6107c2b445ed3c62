import type { Entry } from '../../core/history/entry.ts';
import { type Shown, shown } from '../../core/text/shown.ts';
import { examMessagesIn } from '../../terminal/messages/exam-messages.ts';
import type { Language, Messages } from '../../terminal/messages/messages.ts';
import { type CommandContext, isSet, type Run } from '../command.ts';
import { openProgram, show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';

/** What becomes of an exam. */
function examWords(kind: string, language: Language): Shown | undefined {
  const { reopened, gone } = examMessagesIn(language).undone;
  if (kind === 'exam-hand-in') return reopened;
  return kind === 'exam-start' ? gone : undefined;
}

/** Takes the last answer or change back; again and again as far as the journal goes. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const { messages, language } = context;
  const { desk } = await openProgram(context, []);
  const undoable = desk.lastUndoable();
  if (undoable === undefined) {
    if (isSet(context, 'json')) printJson(context, 'undo', { undone: null });
    else context.print(messages.study.nothingToUndo);
    return 0;
  }
  const { last, ids } = undoable;
  desk.append(ids.map((of) => ({ kind: 'undo', of })));
  const card = 'card' in last ? show(`${last.deck}/${last.card}`) : undefined;
  if (isSet(context, 'json'))
    printJson(context, 'undo', {
      undone: card === undefined ? show(last.kind) : shown`${show(last.kind)} ${card}`,
    });
  else
    context.print(
      shown`${messages.study.undone} ${examWords(last.kind, language) ?? told(last, card, messages)}`,
    );
  return 0;
};

/** What was taken back, in words where the interface has some. */
function told({ kind }: Pick<Entry, 'kind'>, card: Shown | undefined, { happened }: Messages): Shown {
  const words: Readonly<Partial<Record<string, Shown>>> = happened;
  const what = words[kind] ?? show(kind);
  return card === undefined ? what : shown`${card}: ${what}`;
}
