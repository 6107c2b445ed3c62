import { ratings } from '../../core/schedule/memory.ts';
import type { Drill } from '../../core/session/drill.ts';
import { type ActionWord, actionEvents, actionWords, type Request, requests } from './action-word.ts';
import { type AnswerReading, events, readAnswer, refused } from './read-answer.ts';

/** What a line means: events of the session, something to show or start, or nothing, and why. */
export type LineReading = AnswerReading | { readonly kind: 'request'; readonly request: Request };

/** Characters that a line may have: more than any answer needs, and few enough to grade and show at once. */
export const longestLine = 4000;

/**
 * Reads a line in the light of the session. One that begins with a colon and a known word is an action; on a typed
 * card any other word is an answer, and two colons begin an answer that begins with one.
 */
export function readLine(input: string, drill: Drill): LineReading {
  const line = input.replace(controls, '');
  if (drill.phase.phase === 'finished') return events();
  if (line.length > longestLine) return refused({ kind: 'too-long', most: longestLine });
  const text = line.trim();
  if (text.startsWith('::')) return readText(text.slice(1), drill);
  if (!text.startsWith(':')) return readText(line, drill);
  // What is wrong with a card may follow its sign at once.
  const word = text.startsWith(':!') ? '!' : (text.slice(1).split(/\s/u, 1)[0] ?? '');
  const action = actionWords.find((one) => one === word);
  const isKnown = action !== undefined && (action !== 'r' || drill.unsaved !== undefined);
  if (isKnown) return readAction(action, text.slice(1 + word.length).trim(), drill);
  const { phase } = drill;
  const isTyping = phase.phase === 'asking' && phase.draft.kind === 'typed';
  return isTyping ? readText(line, drill) : refused({ kind: 'no-such-action', word });
}

/** What no keyboard writes into a line; the tab stays. */
const controls = /[\u0000-\u0008\u000a-\u001f\u007f]/gu;

/** An answer to a question, or a rating of an answer that is shown. */
function readText(line: string, drill: Drill): LineReading {
  if (drill.unsaved !== undefined) return refused({ kind: 'unsaved' });
  const { phase } = drill;
  if (phase.phase === 'asking') return readAnswer(line, phase, false);
  const text = line.trim();
  if (text === '') return events({ kind: 'rate-suggested' });
  const rating = ratings.find((one) => String(one) === text);
  return rating === undefined ? refused({ kind: 'no-rating', text }) : events({ kind: 'rate', rating });
}

/** What can be asked for while something is unsaved; all else would be lost or go unheard. */
const worksUnsaved: readonly ActionWord[] = ['q', 'r', '?', 'i'];

function readAction(word: ActionWord, rest: string, drill: Drill): LineReading {
  if (drill.unsaved !== undefined && !worksUnsaved.includes(word)) return refused({ kind: 'unsaved' });
  if (word === '!') return events({ kind: 'flag', on: true, text: rest });
  if (word === 'w') return readGuess(rest, drill);
  if (rest !== '') return refused({ kind: 'takes-nothing', word });
  if (word === '?' || word === 'i' || word === 'v') return { kind: 'request', request: requests[word] };
  return events(actionEvents[word]);
}

function readGuess(rest: string, { phase }: Drill): LineReading {
  if (phase.phase !== 'asking') return events({ kind: 'submit', guessed: true });
  if (rest === '' && phase.draft.kind !== 'recall') return refused({ kind: 'guess-wants' });
  return readAnswer(rest, phase, true);
}
