import type { Card } from '../decks/card.ts';
import type { Answer } from '../grading/answer.ts';
import { type Raw, raw } from '../text/shown.ts';
import { wantedOptions } from './question.ts';

/** A line that is being typed. */
export interface TextField {
  readonly graphemes: readonly Raw[];
  /** How many of them stand before the cursor. */
  readonly cursor: number;
}

export const emptyField: TextField = { graphemes: [], cursor: 0 };

export const fieldText = (field: TextField): Raw => raw(field.graphemes.join(''));

/** An answer in the making. Positions are those shown on the screen. */
export type Draft =
  | { readonly kind: 'recall' }
  | { readonly kind: 'choice'; readonly cursor: number; readonly chosen: readonly number[] }
  | {
      readonly kind: 'order';
      readonly cursor: number;
      readonly lifted: boolean;
      /** The lines from first to last. */
      readonly sequence: readonly number[];
      /** How many lines were put in place by their number; `sequence` begins with them. */
      readonly placed: number;
      readonly arranged: boolean;
    }
  | {
      readonly kind: 'typed';
      readonly fields: readonly TextField[];
      readonly active: number;
      /** An empty Enter was pressed once; the second one means "don't know". */
      readonly emptyOnce: boolean;
    };

export type DraftEvent =
  | { readonly kind: 'move'; readonly by: number }
  /** One option was named: selects it, or toggles it where several are wanted. */
  | { readonly kind: 'choose'; readonly position: number }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'place'; readonly position: number }
  | { readonly kind: 'take-back' }
  | { readonly kind: 'edit'; readonly field: TextField };

/** Why an answer cannot be handed in yet. */
export type Refusal =
  | { readonly kind: 'none-chosen' }
  | { readonly kind: 'too-few'; readonly chosen: number; readonly wanted: number }
  | { readonly kind: 'too-many'; readonly wanted: number }
  | { readonly kind: 'not-all-placed'; readonly placed: number; readonly wanted: number }
  | { readonly kind: 'empty-once' };

export function emptyDraft(card: Card): Draft {
  const { content } = card;
  switch (content.kind) {
    case 'choice':
      return { kind: 'choice', cursor: 0, chosen: [] };
    case 'order': {
      const sequence = content.lines.map((_, i) => i);
      return { kind: 'order', cursor: 0, lifted: false, sequence, placed: 0, arranged: false };
    }
    case 'typed': {
      const fields = content.all ? content.answers.map(() => emptyField) : [emptyField];
      return { kind: 'typed', fields, active: 0, emptyOnce: false };
    }
    default:
      return { kind: 'recall' };
  }
}

/** The draft after an event; events of another kind leave it as it is. */
export function stepDraft(draft: Draft, event: DraftEvent, card: Card): Draft {
  switch (draft.kind) {
    case 'choice':
      return stepChoice(draft, event, card);
    case 'order':
      return stepOrder(draft, event);
    case 'typed':
      return stepTyped(draft, event);
    default:
      return draft;
  }
}

type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>;

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

function stepChoice(draft: DraftOf<'choice'>, event: DraftEvent, card: Card): Draft {
  const count = card.content.kind === 'choice' ? card.content.options.length : 0;
  switch (event.kind) {
    case 'move':
      return withCursor(draft, clamp(draft.cursor + event.by, count), card);
    case 'choose':
      if (event.position >= count) return draft;
      return wantedOptions(card) > 1
        ? toggled({ ...draft, cursor: event.position })
        : withCursor(draft, event.position, card);
    case 'toggle':
      return wantedOptions(card) > 1 ? toggled(draft) : { ...draft, chosen: [draft.cursor] };
    default:
      return draft;
  }
}

/** Where one option is wanted, the one under the cursor is the chosen one. */
function withCursor(draft: DraftOf<'choice'>, cursor: number, card: Card): Draft {
  return { ...draft, cursor, chosen: wantedOptions(card) > 1 ? draft.chosen : [cursor] };
}

function toggled(draft: DraftOf<'choice'>): Draft {
  const { chosen, cursor } = draft;
  const without = chosen.filter((position) => position !== cursor);
  return { ...draft, chosen: without.length < chosen.length ? without : [...chosen, cursor] };
}

function stepOrder(draft: DraftOf<'order'>, event: DraftEvent): Draft {
  const { sequence, placed, cursor, lifted } = draft;
  switch (event.kind) {
    case 'choose':
    case 'place': {
      const already = sequence.indexOf(event.position);
      if (already < placed) return draft;
      const others = sequence.filter((position) => position !== event.position);
      const next = [...others.slice(0, placed), event.position, ...others.slice(placed)];
      return { ...draft, sequence: next, placed: placed + 1, cursor: placed, lifted: false, arranged: false };
    }
    case 'take-back':
      return { ...draft, placed: Math.max(0, placed - 1) };
    case 'toggle':
      return { ...draft, lifted: !lifted };
    case 'move':
      return movedLine(draft, clamp(cursor + event.by, sequence.length));
    default:
      return draft;
  }
}

function movedLine(draft: DraftOf<'order'>, target: number): Draft {
  const { sequence, cursor, lifted } = draft;
  if (!lifted || target === cursor) return { ...draft, cursor: target };
  const next = [...sequence];
  const [line] = next.splice(cursor, 1);
  if (line !== undefined) next.splice(target, 0, line);
  return { ...draft, sequence: next, cursor: target, placed: 0, arranged: true };
}

function stepTyped(draft: DraftOf<'typed'>, event: DraftEvent): Draft {
  switch (event.kind) {
    case 'edit': {
      const fields = draft.fields.map((field, i) => (i === draft.active ? event.field : field));
      return { ...draft, fields, emptyOnce: false };
    }
    case 'move':
      return { ...draft, active: clamp(draft.active + event.by, draft.fields.length) };
    default:
      return draft;
  }
}

/**
 * What Enter does: the answer that the draft holds, the draft's next field, or the reason why it is too early.
 * Positions of the answer are those of the deck file.
 */
export function submitDraft(
  draft: Draft,
  card: Card,
  order: readonly number[],
): { readonly answer: Answer } | { readonly draft: Draft; readonly refusal: Refusal | undefined } {
  switch (draft.kind) {
    case 'recall':
      return { answer: { kind: 'blank' } };
    case 'choice': {
      const refusal = choiceRefusal(draft, card);
      return refusal === undefined ? { answer: draftAnswer(draft, order) } : { draft, refusal };
    }
    case 'order': {
      const { placed, sequence, arranged } = draft;
      const isComplete = placed >= sequence.length - 1 || (placed === 0 && arranged);
      const refusal = { kind: 'not-all-placed', placed, wanted: sequence.length } as const;
      return isComplete ? { answer: draftAnswer(draft, order) } : { draft, refusal };
    }
    case 'typed':
      return submitTyped(draft);
  }
}

function choiceRefusal(draft: DraftOf<'choice'>, card: Card): Refusal | undefined {
  const wanted = wantedOptions(card);
  const chosen = draft.chosen.length;
  if (chosen === wanted) return undefined;
  if (wanted === 1) return { kind: 'none-chosen' };
  return chosen > wanted ? { kind: 'too-many', wanted } : { kind: 'too-few', chosen, wanted };
}

function submitTyped(draft: DraftOf<'typed'>) {
  const last = draft.fields.length - 1;
  if (draft.active < last) return { draft: { ...draft, active: draft.active + 1 }, refusal: undefined };
  const isEmpty = draft.fields.every((field) => fieldText(field).trim() === '');
  if (!isEmpty) return { answer: draftAnswer(draft, []) };
  if (draft.emptyOnce) return { answer: { kind: 'blank' } as const };
  return { draft: { ...draft, emptyOnce: true }, refusal: { kind: 'empty-once' } as const };
}

/** The answer as it stands, complete or not: an exam takes incomplete answers too. */
export function draftAnswer(draft: Draft, order: readonly number[]): Answer {
  const inDeck = (position: number) => order[position] ?? position;
  switch (draft.kind) {
    case 'choice':
      return { kind: 'choice', chosen: draft.chosen.map(inDeck).sort((a, b) => a - b) };
    case 'order':
      return { kind: 'order', lines: draft.sequence.map(inDeck) };
    case 'typed':
      return { kind: 'typed', lines: draft.fields.map(fieldText) };
    default:
      return { kind: 'blank' };
  }
}
