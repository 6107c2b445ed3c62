import type { Answer } from '../../core/grading/answer.ts';
import type { AnswerVerdict, Grade } from '../../core/grading/verdict.ts';
import type { Revealed } from '../../core/session/drill.ts';
import type { ToldCard } from '../../core/session/question.ts';
import { drawInline } from '../../core/text/draw-markdown.ts';
import { clean, joinShown, type Raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, lineWidth, type StyledLine, span, withStyle } from '../../core/text/styled-line.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import type { Messages } from '../messages/messages.ts';
import { reasonText } from '../messages/reason-text.ts';
import { type Look, marginOf, textWidth } from '../output/look.ts';
import {
  type Body,
  gapFocus,
  indented,
  instruction,
  letterOf,
  markdown,
  promptLines,
  row3,
} from './question-lines.ts';
import { typedAnswerLines } from './typed-answer-lines.ts';

/** What the answer screens show of an answered question. */
export interface Answered {
  readonly question: ToldCard;
  readonly answer: Answer;
  readonly grade: Grade | undefined;
  readonly overridden: boolean;
  /** Show the reasons of all options, not only of the right and the chosen ones. */
  readonly allReasons: boolean;
}

export const answeredOf = (phase: Revealed): Answered => phase;

/** The question with its answer, the verdict, the explanation and the sources; answer and verdict are the focus. */
export function answerBody(answered: Answered, look: Look): Body {
  const { question } = answered;
  const isCloze = question.card.content.kind === 'cloze';
  const ask = instruction(question, look);
  const asked = [
    ...promptLines(question, isCloze, look),
    ...(ask === undefined ? [] : [[], ...indented(wrapPlain(ask, look).map(dimmed), look)]),
    ...(isCloze ? [] : [[]]),
  ];
  const lines = [...asked, ...contentLines(answered, look), ...verdictLines(answered, look)];
  const focus = isCloze
    ? gapFocus(asked)
    : { row: asked.length, last: Math.max(asked.length, lines.length - 1), column: undefined };
  return { lines: [...lines, ...explanationLines(answered, look)], focus };
}

function contentLines(answered: Answered, look: Look): StyledLine[] {
  const { card, item } = answered.question;
  const { content } = card;
  switch (content.kind) {
    case 'basic':
      return item.ref.part === 'reverse'
        ? indented(drawInline(card.prompt, textWidth(look)), look)
        : markdown(content.answer, look);
    case 'choice':
      return optionLines(answered, look);
    case 'order':
      return orderAnswerLines(answered, look);
    case 'typed':
      return typedAnswerLines(answered, look);
    case 'cloze':
      return [];
  }
}

function optionLines({ question, answer, allReasons }: Answered, look: Look): StyledLine[] {
  const { content } = question.card;
  if (content.kind !== 'choice') return [];
  const chosen = answer.kind === 'choice' ? answer.chosen : [];
  const beside = columnBeside(content.options, look);
  return question.order.flatMap((index, position) => {
    const option = content.options[index];
    if (option === undefined) return [];
    const isChosen = chosen.includes(index);
    const letter = shown`${letterOf(position)}  `;
    const mark = option.right
      ? span(look.glyphs.right, 'right', 'strong')
      : span(isChosen ? look.glyphs.wrong : shown` `, 'wrong');
    const sign = isChosen ? look.glyphs.chosen : shown` `;
    const before = [
      mark,
      span(shown` ${sign} `, 'accent'),
      option.right ? span(letter, 'right', 'strong') : span(letter),
    ];
    const lines = row3(option.text, before, look);
    const isTold = allReasons || option.right || isChosen;
    if (option.reason === undefined || !isTold) return lines;
    if (beside !== undefined) return reasonBeside(option.reason, lines, beside, look);
    const margins = { indent: blank(7), hanging: blank(7) };
    return [...lines, ...indented(drawInline(option.reason, textWidth(look), margins).map(dimmed), look)];
  });
}

/** Options up to this many columns leave room for their reasons beside them. */
const shortOption = 24;

/** Where reasons begin when they stand beside the options; undefined where they stand under them. */
function columnBeside(options: readonly { readonly text: Raw }[], look: Look): number | undefined {
  if (look.size.columns < 72) return undefined;
  const widths = options.flatMap(({ text }) => drawInline(text, shortOption * 2).map(lineWidth));
  const widest = Math.max(...widths);
  return widest > shortOption ? undefined : marginOf(look) + 7 + widest + 3;
}

function reasonBeside(reason: Raw, option: readonly StyledLine[], column: number, look: Look): StyledLine[] {
  const width = textWidth(look) + marginOf(look) - column;
  const [first = []] = option;
  return drawInline(reason, width).map((line, row) => {
    const before = row === 0 ? [...first, ...blank(column - lineWidth(first))] : blank(column);
    return [...before, ...dimmed(line)];
  });
}

const dimmed = (line: StyledLine): StyledLine => withStyle(line, 'dim');

function orderAnswerLines({ question, answer }: Answered, look: Look): StyledLine[] {
  const { content } = question.card;
  if (content.kind !== 'order') return [];
  const given = answer.kind === 'order' ? answer.lines : [];
  return indented(
    content.lines.flatMap((line, place) => {
      const isRight = given.length === 0 || given[place] === place;
      const mark = isRight ? span(look.glyphs.right, 'right') : span(look.glyphs.wrong, 'wrong');
      const was = given.indexOf(place) + 1;
      const note = isRight || was === 0 ? [] : [span(shown`  (${look.messages.study.you}: ${was})`, 'dim')];
      const row = [mark, span(shown` ${place + 1}  `), span(clean(line)), ...note];
      return wrapSpans(row, textWidth(look), { hanging: blank(5) });
    }),
    look,
  );
}

export const verdictWord = (verdict: AnswerVerdict, { study }: Messages): Shown =>
  ({
    exact: study.right,
    equivalent: study.right,
    near: study.near,
    partial: study.partial,
    wrong: study.wrong,
    blank: study.blank,
  })[verdict];

/** The verdict in a word, a glyph and a colour, with its reasons as sentences. */
export function verdictSentences(answered: Answered, look: Look): readonly Shown[] {
  const { grade, overridden, question, answer } = answered;
  if (grade === undefined) return [];
  const { study } = look.messages;
  const sentences = [overridden ? study.overridden : verdictWord(grade.verdict, look.messages)];
  for (const reason of grade.reasons) sentences.push(reasonText(reason, look.language));
  if (answer.kind === 'choice' && grade.verdict !== 'exact') {
    const letters = answer.chosen.map((index) => letterOf(question.order.indexOf(index))).sort();
    if (letters.length > 0) sentences.push(study.youChose(letters));
  }
  return sentences;
}

/** The verdict in one line: where an answer is taller than the window, it stays in view. */
export function verdictHead(answered: Answered, look: Look): StyledLine[] {
  const { grade, overridden } = answered;
  const [first] = verdictSentences(answered, look);
  if (grade === undefined || first === undefined) return [];
  const isRight = overridden || grade.verdict === 'exact' || grade.verdict === 'equivalent';
  const glyph = isRight ? look.glyphs.right : look.glyphs.wrong;
  const words = span(shown`${glyph} ${first}`, isRight ? 'right' : 'wrong', 'strong');
  return indented(wrapSpans([words], textWidth(look), { hanging: blank(2) }), look);
}

function verdictLines(answered: Answered, look: Look): StyledLine[] {
  const head = verdictHead(answered, look);
  if (head.length === 0) return [];
  const reasons = joinShown(verdictSentences(answered, look).slice(1), ' ');
  return [[], ...head, ...indented(wrapPlain(reasons, look), look)];
}

const wrapPlain = (text: Shown, look: Look): readonly StyledLine[] =>
  text === '' ? [] : wrapSpans([span(text)], textWidth(look));

/** Notes, checked examples and sources, after the answer. */
export function explanationLines({ question }: Pick<Answered, 'question'>, look: Look): StyledLine[] {
  const { card, item } = question;
  const lines: StyledLine[] = [];
  if (card.explanation.trim() !== '') lines.push([], ...markdown(card.explanation, look));
  for (const transcript of card.transcripts) lines.push([], ...markdown(transcript, look));
  const cited = citedLines({ card, item }, look);
  return cited.length === 0 ? lines : [...lines, [], ...cited];
}

/** The sources of a card, else those of its deck. */
export function citedLines({ card, item }: Pick<ToldCard, 'card' | 'item'>, look: Look): StyledLine[] {
  const own = card.attributes.sources.length > 0 ? card.attributes.sources : item.card.attributes.sources;
  const sources = own.length > 0 ? own : item.deck.base.deck.head.sources;
  if (sources.length === 0) return [];
  const list = joinShown(sources.map(clean), '; ');
  return indented(wrapPlain(look.messages.study.sources(list), look).map(dimmed), look);
}
