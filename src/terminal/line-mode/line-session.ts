import type { Drill, DrillEvent } from '../../core/session/drill.ts';
import { paceOf } from '../../core/session/pace.ts';
import type { Question } from '../../core/session/question.ts';
import type { Session } from '../../core/session/session.ts';
import { stepDrill } from '../../core/session/step-drill.ts';
import { type Shown, shown } from '../../core/text/shown.ts';
import type { Desk } from '../app/desk.ts';
import { recordEffect } from '../app/record-effect.ts';
import { sourceLines } from '../frames/source-lines.ts';
import { type ActionWord, actionNames, actionWords, type Request } from './action-word.ts';
import { type LineLook, plainLines, wrapText } from './line-look.ts';
import { refusalText } from './line-refusal.ts';
import { lineText } from './line-text.ts';
import { howText, questionText, ratingText } from './question-text.ts';
import { readLine } from './read-line.ts';

/** What a session on lines stands on. */
export interface LineTable {
  readonly desk: Desk;
  readonly session: Session;
  readonly look: LineLook;
}

/** The session after a line, and what is said about it. */
export interface Turn {
  readonly drill: Drill;
  readonly said: readonly Shown[];
  /** A question whose card is to be opened in the editor before `takeEdited` goes on. */
  readonly edit?: Question;
}

/** What is said before the first line: how much there is to do, and the first question. */
export function firstText(drill: Drill, { desk, session, look }: LineTable): Shown[] {
  if (drill.phase.phase !== 'asking') return [];
  const { messages, lines } = look;
  const left = session.left(drill, desk.now());
  const cards = messages.cards(left.due + left.new + left.learning);
  const start = lines.start(cards, messages.minutes(Math.max(1, left.minutes)));
  return [...wrapText(start, look), ...questionText(drill, drill.phase, paceOf(drill, left), look)];
}

/** Takes one line. What it changes is on disk when this returns, or the text says that it is not. */
export function takeLine(drill: Drill, line: string, table: LineTable): Turn {
  const { desk } = table;
  const current = desk.refresh() ? take(drill, [{ kind: 'merged' }], table) : drill;
  // The line was written for a card that another window has answered since.
  if (current.asked !== drill.asked || current.phase.phase === 'finished') return turn(drill, current, table);
  const reading = readLine(line, current);
  switch (reading.kind) {
    case 'events':
      return turn(current, take(current, reading.events, table), table);
    case 'refused': {
      const why = wrapText(refusalText(reading.refusal, table.look), table.look);
      const isUnsaved = reading.refusal.kind === 'unsaved';
      return { drill: current, said: isUnsaved ? why : [...why, ...expectedText(current, table)] };
    }
    case 'request':
      return takeRequest(current, reading.request, table);
  }
}

/** Goes on after the editor, with the decks as they are then and a sentence about it. */
export function takeEdited(drill: Drill, sentence: Shown | undefined, table: LineTable): Turn {
  const { drill: after, said } = turn(drill, take(drill, [{ kind: 'reloaded' }], table), table);
  return { drill: after, said: [...(sentence === undefined ? [] : wrapText(sentence, table.look)), ...said] };
}

/** Leaves the session; what could not be saved is tried once more. */
export function leaveSession(drill: Drill, table: LineTable): Drill {
  const saved = drill.unsaved === undefined ? drill : take(drill, [{ kind: 'retry' }], table);
  return take(saved, [{ kind: 'finish' }], table);
}

/** The session after events, with everything recorded that they want recorded. */
function take(drill: Drill, events: readonly DrillEvent[], { desk, session }: LineTable): Drill {
  let now = drill;
  for (const event of events) {
    const step = stepDrill(now, event, session, desk.now());
    now = step.drill;
    for (const effect of step.effects) {
      now = stepDrill(now, recordEffect(effect, desk), session, desk.now()).drill;
    }
  }
  return now;
}

function turn(before: Drill, after: Drill, { desk, session, look }: LineTable): Turn {
  return {
    drill: after,
    said: lineText(before, after, paceOf(after, session.left(after, desk.now())), look),
  };
}

/** What a line may be now. */
function expectedText({ phase }: Drill, { look }: LineTable): Shown[] {
  if (phase.phase === 'finished') return [];
  return phase.phase === 'asking' ? wrapText(howText(phase, look), look) : ratingText(phase, look);
}

function takeRequest(drill: Drill, request: Request, table: LineTable): Turn {
  const { desk, look } = table;
  const { phase } = drill;
  if (phase.phase === 'finished') return { drill, said: [] };
  switch (request) {
    case 'actions':
      return { drill, said: [...actionsText(drill, look), ...expectedText(drill, table)] };
    case 'source': {
      const source = sourceLines(phase.question, desk.progress(), desk.now(), look);
      return { drill, said: [...plainLines(source), ...expectedText(drill, table)] };
    }
    case 'edit':
      return { drill, said: [], edit: phase.question };
  }
}

/** All actions with what they do; another try only while there is something to save. */
function actionsText({ unsaved }: Drill, look: LineLook): Shown[] {
  const { lines, messages } = look;
  const words = actionWords.filter((word) => word !== 'r' || unsaved !== undefined);
  const rows = words.map((word) => {
    const name = word === '?' ? lines.thisList : messages.actions[actionNames[word]];
    return shown`:${word as Shown}${afterWord(word, look)} - ${name}`;
  });
  return [lines.actions, ...rows, lines.literalColon].flatMap((text) => wrapText(text, look));
}

function afterWord(word: ActionWord, { lines }: LineLook): Shown {
  if (word === 'w') return shown` ${lines.answerWord}`;
  return word === '!' ? shown` ${lines.textWord}` : shown``;
}
