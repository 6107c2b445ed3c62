import { wantedOptions } from '../../core/session/question.ts';
import {
  type GridFilter,
  gridFilters,
  type Sitting,
  type SittingEvent,
  type SittingItem,
} from '../../core/session/sitting.ts';
import { raw } from '../../core/text/shown.ts';
import { lineOf } from '../input/line-editor.ts';
import type { LineRefusal } from './line-refusal.ts';
import { readOptions, readSequence } from './read-answer.ts';
import { longestLine } from './read-line.ts';

/** Actions of an exam, each after a colon. */
export const examWords = ['n', 'p', 'm', 'r', 'go', 'x', 'q', '?'] as const;
export type ExamWord = (typeof examWords)[number];

/** What a session has and an exam has not. */
const sessionWords = ['u', 's', 'z', '!', 'v', 'l', 't', 'tip', 'o', 'w', 'i'];

/** What a line means: events of the sitting, the list of actions, or nothing, and why. */
export type ExamReading =
  | { readonly kind: 'events'; readonly events: readonly SittingEvent[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly refusal: LineRefusal };

const events = (...all: readonly SittingEvent[]): ExamReading => ({ kind: 'events', events: all });
const refused = (refusal: LineRefusal): ExamReading => ({ kind: 'refused', refusal });

/** Reads a line in the light of the sitting. `filterOf` knows the filters' names in the learner's language. */
export function readExamLine(
  input: string,
  sitting: Sitting,
  filterOf: (name: string) => GridFilter | undefined,
): ExamReading {
  const line = input.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/gu, '');
  if (line.length > longestLine) return refused({ kind: 'too-long', most: longestLine });
  const text = line.trim();
  if (sitting.unsaved !== undefined)
    return text === ':r' ? events({ kind: 'retry' }) : refused({ kind: 'unsaved' });
  const { phase } = sitting.phase;
  if (phase === 'asking-leave' || phase === 'asking-hand-in')
    return events({ kind: text === (phase === 'asking-leave' ? ':q' : ':x') ? 'confirm' : 'cancel' });
  if (text.startsWith('::')) return readText(text.slice(1), sitting);
  if (!text.startsWith(':')) return readText(line, sitting);
  const word = text.slice(1).split(/\s/u, 1)[0] ?? '';
  const rest = text.slice(1 + word.length).trim();
  if (sessionWords.includes(word)) return events({ kind: 'not-in-exam' });
  const action = examWords.find((one) => one === word);
  if (action !== undefined) return readAction(action, rest, sitting, filterOf);
  return itemOf(sitting)?.draft.kind === 'typed'
    ? readText(line, sitting)
    : refused({ kind: 'no-such-action', word });
}

function readAction(
  word: ExamWord,
  rest: string,
  sitting: Sitting,
  filterOf: (name: string) => GridFilter | undefined,
): ExamReading {
  if (word === 'go') return goTo(rest, sitting);
  if (word === 'r' && rest !== '') {
    const filter = filterOf(rest);
    return filter === undefined ? refused({ kind: 'no-filter', text: rest }) : review(sitting, filter);
  }
  if (rest !== '') return refused({ kind: 'takes-nothing', word });
  const inGrid = sitting.phase.phase === 'grid';
  switch (word) {
    case 'n':
      return events({ kind: inGrid ? 'submit' : 'next' });
    case 'p':
      return events({ kind: 'back' });
    case 'm':
      return events({ kind: 'mark' });
    case 'r':
      return review(sitting, 'all');
    case 'x':
      return events({ kind: 'hand-in' });
    case 'q':
      return events({ kind: 'leave' });
    case '?':
      return { kind: 'help' };
  }
}

/** The review, turned to a filter. */
function review({ phase }: Sitting, filter: GridFilter): ExamReading {
  const turns =
    phase.phase === 'grid' ? gridFilters.indexOf(filter) - gridFilters.indexOf(phase.filter) : undefined;
  const count =
    turns === undefined ? gridFilters.indexOf(filter) : (turns + gridFilters.length) % gridFilters.length;
  const turn = Array.from({ length: count }, () => ({ kind: 'grid-filter' }) as const);
  return events(...(phase.phase === 'grid' ? [] : [{ kind: 'grid' } as const]), ...turn);
}

function goTo(text: string, { items }: Sitting): ExamReading {
  const number = /^\d{1,6}$/u.test(text) ? Number(text) : 0;
  return number >= 1 && number <= items.length
    ? events({ kind: 'go-to', item: number - 1 })
    : refused({ kind: 'no-item', text, count: items.length });
}

export const itemOf = ({ phase, items }: Sitting): SittingItem | undefined =>
  phase.phase === 'answering' ? items[phase.item] : undefined;

/** An answer, or in the review a number. An empty line goes on and leaves the answer as it is. */
function readText(text: string, sitting: Sitting): ExamReading {
  if (text.trim() === '') return events({ kind: 'submit' });
  if (sitting.phase.phase === 'grid') return goTo(text.trim(), sitting);
  const item = itemOf(sitting);
  return item === undefined ? events() : readAnswer(text, item);
}

/** A line takes the place of what was answered before. Fewer options or lines than wanted are taken without a word. */
function readAnswer(text: string, { question, draft }: SittingItem): ExamReading {
  if (question === undefined) return events();
  const asked = { card: question.card, order: question.order, tips: 0, item: { ref: question.item.ref } };
  switch (draft.kind) {
    case 'choice': {
      const reading = readOptions(text, asked);
      if (reading.kind === 'refused') return reading;
      const isSeveral = wantedOptions(question.card) > 1;
      const dropped = isSeveral ? draft.chosen.filter((place) => !reading.places.includes(place)) : [];
      const added = reading.places.filter((place) => !isSeveral || !draft.chosen.includes(place));
      const choose = (position: number) => ({ kind: 'draft', event: { kind: 'choose', position } }) as const;
      return events(...[...dropped, ...added].map(choose), { kind: 'submit' });
    }
    case 'order': {
      const reading = readSequence(text, asked);
      if (reading.kind === 'refused') return reading;
      const undone = Array.from(
        { length: draft.placed },
        () => ({ kind: 'draft', event: { kind: 'take-back' } }) as const,
      );
      const place = (position: number) => ({ kind: 'draft', event: { kind: 'place', position } }) as const;
      return events(...undone, ...reading.places.map(place), { kind: 'submit' });
    }
    case 'typed':
      return events({ kind: 'draft', event: { kind: 'edit', field: lineOf(raw(text)) } }, { kind: 'submit' });
    default:
      return events();
  }
}
