import { emptyDraft } from '../../core/session/draft.ts';
import type { Question } from '../../core/session/question.ts';
import { clean, raw, type Shown, shown } from '../../core/text/shown.ts';
import { type StyledLine, span } from '../../core/text/styled-line.ts';
import { displayWidth, truncate } from '../../core/text/width.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import type { Look } from '../output/look.ts';
import { answerBody } from './answer-lines.ts';
import { questionBody } from './question-lines.ts';

export interface PreviewCard {
  readonly question: Question;
  /** 1-based line of the heading. */
  readonly line: number;
}

/** What stands at a line of the file besides its cards. */
export interface Remark {
  readonly line: number;
  readonly lines: readonly StyledLine[];
}

export interface PreviewWords {
  readonly line: (line: number) => Shown;
  readonly answer: Shown;
  readonly nothing: Shown;
}

/** A deck file from its top: each card as question with all its tips and as answer, and each problem where it was found. */
export function previewLines(
  cards: readonly PreviewCard[],
  remarks: readonly Remark[],
  look: Look,
  words: PreviewWords,
): StyledLine[] {
  const folded: readonly Remark[] = remarks.map(({ line, lines }) => ({
    line,
    lines: lines.flatMap((one) => foldRemark(one, look)),
  }));
  const pieces: readonly Remark[] = [
    ...folded,
    ...cards.map(({ question, line }) => ({ line, lines: cardLines(question, line, look, words) })),
  ];
  if (cards.length === 0 && remarks.length === 0) return [[span(words.nothing)]];
  const isCard = (piece: Remark): boolean => !folded.includes(piece);
  // A problem at a card's heading stands below the card.
  const sorted = [...pieces].sort((a, b) => a.line - b.line || Number(isCard(b)) - Number(isCard(a)));
  return sorted.flatMap(({ lines }) => [...lines, []]);
}

/** Between words; what is below the first row stands in line with the hint. */
const foldRemark = (line: StyledLine, { size }: Look): StyledLine[] =>
  wrapSpans(line, size.columns, { hanging: [span(shown`    `)] });

function cardLines(question: Question, line: number, look: Look, words: PreviewWords): StyledLine[] {
  const { card, item } = question;
  const part = item.ref.part === '' ? shown`` : shown` (${clean(raw(item.ref.part))})`;
  const title = shown` ${words.line(line)} · ${clean(raw(card.id))}${part} `;
  const answered = {
    question,
    answer: { kind: 'blank' },
    grade: undefined,
    overridden: false,
    allReasons: true,
  } as const;
  return [
    ruleLine(title, look),
    [],
    ...questionBody({ ...question, tips: card.hints.length }, emptyDraft(card), look).lines,
    [],
    ruleLine(shown` ${words.answer} `, look),
    [],
    ...answerBody(answered, look).lines,
  ];
}

/** A line of dashes that begins with a title. */
export function ruleLine(title: Shown, { size, glyphs }: Look): StyledLine {
  const dash = glyphs.left;
  const width = Math.min(size.columns, 72);
  const fitting = truncate(title, width - 2, glyphs.ellipsis);
  const left = Math.max(0, width - 2 - displayWidth(fitting));
  return [span(shown`${dash}${dash}${fitting}${dash.repeat(left) as Shown}`, 'dim')];
}
