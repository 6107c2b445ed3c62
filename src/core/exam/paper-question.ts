import type { Card, CardContent } from '../decks/card.ts';
import type { DeckFile } from '../decks/collection.ts';
import type { Answer } from '../grading/answer.ts';
import { deckContext } from '../grading/deck-context.ts';
import { gradeAnswer } from '../grading/grade-answer.ts';
import type { Grade } from '../grading/verdict.ts';
import { memoryKey, type PaperItem } from '../history/entry.ts';
import { crc32Hex } from '../text/hash.ts';
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
 * The card of an item, its options in the order in which they stood when the paper was drawn; `undefined` when it is
 * gone, is no longer written in that language, or asks something else than it did then.
 */
export function questionOf(paper: PaperItem, library: ExamLibrary, lang: string): PaperQuestion | undefined {
  const item = library.items.get(memoryKey(paper));
  const written = item?.languages.get(lang);
  if (item === undefined || written === undefined || !isExaminable({ card: item.card, retired: false }))
    return undefined;
  const card = asDrawn(written.card, paper);
  return card && { item, card, file: written.file, order: paper.order };
}

/** Check sums of all that a paper shows of a card: first the question with what it asks for, then options or lines. */
export function textsOf({ hash, content }: Card): readonly string[] {
  const asked =
    content.kind === 'choice'
      ? content.options.filter(({ right }) => right).length
      : content.kind === 'typed' && content.all
        ? content.answers.length
        : 1;
  return [`${hash} ${content.kind} ${asked}`, ...partsOf(content)].map(crc32Hex);
}

const partsOf = (content: CardContent): readonly string[] => {
  if (content.kind === 'choice') return content.options.map(({ text }) => text);
  return content.kind === 'order' ? content.lines : [];
};

/**
 * The card as the paper has it: options that were put into another order since are put back. Lines in another order
 * have another answer, so they are another question, as every other text is.
 */
function asDrawn(card: Card, { order, texts }: PaperItem): Card | undefined {
  const { content } = card;
  const count = partsOf(content).length;
  const isWhole = order.length === count && new Set(order).size === count && order.every((i) => i < count);
  if (!isWhole) return undefined;
  const now = textsOf(card);
  if (texts === undefined || texts.join() === now.join()) return card;
  if (content.kind !== 'choice' || texts[0] !== now[0]) return undefined;
  const options = texts.slice(1).flatMap((text) => content.options[now.indexOf(text, 1) - 1] ?? []);
  return new Set(options).size === count ? { ...card, content: { ...content, options } } : undefined;
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

const answerStates = ['open', 'incomplete', 'answered'] as const;
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
