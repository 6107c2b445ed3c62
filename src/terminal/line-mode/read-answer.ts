import type { DrillEvent, DrillPhase } from '../../core/session/drill.ts';
import { type AskedCard, type Question, wantedOptions } from '../../core/session/question.ts';
import { raw } from '../../core/text/shown.ts';
import { lineOf } from '../input/line-editor.ts';
import type { LineRefusal } from './line-refusal.ts';

export type Asking = Extract<DrillPhase, { phase: 'asking' }>;

/** Events that a line stands for, or why it stands for none. */
export type AnswerReading =
  | { readonly kind: 'events'; readonly events: readonly DrillEvent[] }
  | { readonly kind: 'refused'; readonly refusal: LineRefusal };

export const events = (...all: readonly DrillEvent[]): AnswerReading => ({ kind: 'events', events: all });
export const refused = (
  refusal: LineRefusal,
): { readonly kind: 'refused'; readonly refusal: LineRefusal } => ({
  kind: 'refused',
  refusal,
});

/** A line as the answer to the question: complete, or refused as a whole. */
export function readAnswer(text: string, { question, draft }: Asking, guessed: boolean): AnswerReading {
  switch (draft.kind) {
    case 'choice':
      return readChoice(text, question, guessed);
    case 'order':
      return readOrder(text, question, guessed);
    case 'typed': {
      const isLast = draft.active === draft.fields.length - 1;
      if (guessed && !isLast) return refused({ kind: 'guess-last' });
      const submit = { kind: 'submit', guessed } as const;
      if (text.trim() === '') return events(submit);
      return events({ kind: 'draft', event: { kind: 'edit', field: lineOf(raw(text)) } }, submit);
    }
    case 'recall':
      return guessed ? refused({ kind: 'guess-not-here' }) : events({ kind: 'show' });
  }
}

const separators = /[\s,;.)>+&-]+/u;
const wordsOf = (text: string): readonly string[] => text.split(separators).filter((word) => word !== '');

/** Places in the question as shown, or why a line names none. */
export type PlaceReading =
  | { readonly kind: 'places'; readonly places: readonly number[] }
  | { readonly kind: 'refused'; readonly refusal: LineRefusal };

/** Options: `a`, `2`, `a c`, `A, C`, `ac`. At most as many as the question wants. */
export function readOptions(text: string, { card, order }: AskedCard): PlaceReading {
  const count = order.length;
  const wanted = wantedOptions(card);
  const marks = [...wordsOf(text.toLowerCase()).join('')];
  if (marks.length === 0)
    return refused({ kind: text.trim() === '' ? 'empty-answer' : 'no-option', text, count });
  const positions = marks.map(optionAt);
  if (positions.some((position) => position < 0 || position >= count)) {
    return refused({ kind: 'no-option', text: text.trim(), count });
  }
  const places = [...new Set(positions)];
  if (places.length > wanted) return refused({ kind: 'too-many', chosen: places.length, wanted });
  return { kind: 'places', places };
}

function readChoice(text: string, question: Question, guessed: boolean): AnswerReading {
  const reading = readOptions(text, question);
  if (reading.kind === 'refused') return reading;
  const chosen = reading.places;
  const wanted = wantedOptions(question.card);
  if (chosen.length < wanted) return refused({ kind: 'too-few', chosen: chosen.length, wanted });
  const choose = (position: number): DrillEvent => ({ kind: 'draft', event: { kind: 'choose', position } });
  return events(...chosen.map(choose), { kind: 'submit', guessed });
}

/** Position of the option that a letter or digit names; -1 for none. */
function optionAt(mark: string): number {
  if (/^[a-z]$/u.test(mark)) return mark.charCodeAt(0) - 'a'.charCodeAt(0);
  return /^[1-9]$/u.test(mark) ? Number(mark) - 1 : -1;
}

/** Lines in their order: `3 1 4 2`, `3,1,4,2`, `3142`, or the beginning of it. */
export function readSequence(text: string, { order }: AskedCard): PlaceReading {
  const count = order.length;
  const words = wordsOf(text);
  const numbers = (words.length === 1 ? [...(words[0] ?? '')] : words).map((word) =>
    /^\d$/u.test(word) ? Number(word) : 0,
  );
  const isSound = numbers.every((number) => number >= 1 && number <= count);
  if (text.trim() === '') return refused({ kind: 'empty-answer' });
  if (!isSound || numbers.length === 0 || new Set(numbers).size < numbers.length) {
    return refused({ kind: 'no-order', text: text.trim(), count });
  }
  return { kind: 'places', places: numbers.map((number) => number - 1) };
}

/** The last number may be left out. */
function readOrder(text: string, question: Question, guessed: boolean): AnswerReading {
  const reading = readSequence(text, question);
  if (reading.kind === 'refused') return reading;
  const { places } = reading;
  const count = question.order.length;
  if (places.length < count - 1) {
    return refused({ kind: 'not-all-placed', placed: places.length, wanted: count });
  }
  const place = (position: number): DrillEvent => ({ kind: 'draft', event: { kind: 'place', position } });
  return events(...places.map(place), { kind: 'submit', guessed });
}
