import type { Card } from '../decks/card.ts';
import type { DeckFile } from '../decks/collection.ts';
import type { Answer } from '../grading/answer.ts';
import { deckContext } from '../grading/deck-context.ts';
import { gradeAnswer } from '../grading/grade-answer.ts';
import type { Grade } from '../grading/verdict.ts';
import { memoryKey, type PaperItem } from '../history/entry.ts';
import { raw } from '../text/shown.ts';
import { type ExamItem, type ExamLibrary, isExaminable } from './exam-item.ts';

/** An answer as the journal keeps it: positions in the card, or typed lines; empty when left blank. */
export type StoredAnswer = readonly number[] | readonly string[];

/** An item of a paper as the decks have it now. */
export interface PaperQuestion {
  readonly item: ExamItem;
  /** In the language of the paper. */
  readonly card: Card;
  readonly file: DeckFile;
  /** Shown position → position in the card, as the paper fixes it. */
  readonly order: readonly number[];
}

/**
 * The card of an item; `undefined` when it is gone, is no longer written in that language, or has another number of
 * options than when the paper was drawn.
 */
export function questionOf(paper: PaperItem, library: ExamLibrary, lang: string): PaperQuestion | undefined {
  const item = library.items.get(memoryKey(paper));
  const written = item?.languages.get(lang);
  if (item === undefined || written === undefined || !isExaminable({ card: item.card, retired: false }))
    return undefined;
  const { content } = written.card;
  const count =
    content.kind === 'choice' ? content.options.length : content.kind === 'order' ? content.lines.length : 0;
  const isWhole =
    paper.order.length === count &&
    new Set(paper.order).size === count &&
    paper.order.every((i) => i < count);
  return isWhole ? { item, card: written.card, file: written.file, order: paper.order } : undefined;
}

export function answerOf({ content }: Card, stored: StoredAnswer): Answer {
  if (stored.length === 0) return { kind: 'blank' };
  const positions = stored.filter((part) => typeof part === 'number');
  if (content.kind === 'choice') return { kind: 'choice', chosen: positions };
  if (content.kind === 'order') return { kind: 'order', lines: positions };
  return { kind: 'typed', lines: stored.map((line) => raw(String(line))) };
}

export const gradeQuestion = ({ card, file, item }: PaperQuestion, stored: StoredAnswer): Grade =>
  gradeAnswer(card, answerOf(card, stored), deckContext(card, file.deck, item.deck.base.deck));

export const answerStates = ['open', 'incomplete', 'answered'] as const;
export type AnswerState = (typeof answerStates)[number];

/** Whether there is an answer, and as much of one as the question asks for. */
export function answerState({ content }: Card, stored: StoredAnswer): AnswerState {
  const given = stored.filter((part) => typeof part === 'number' || part.trim() !== '').length;
  if (given === 0) return 'open';
  const wanted =
    content.kind === 'choice'
      ? content.options.filter(({ right }) => right).length
      : content.kind === 'order'
        ? content.lines.length
        : content.kind === 'typed' && content.all
          ? content.answers.length
          : 1;
  return given < wanted ? 'incomplete' : 'answered';
}
