import type { Answer } from '../../core/grading/answer.ts';
import type { AnswerVerdict, Grade } from '../../core/grading/verdict.ts';
import type { ToldCard } from '../../core/session/question.ts';
import { drawInline } from '../../core/text/draw-markdown.ts';
import { clean, joinShown, type Raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, lineWidth, type StyledLine, span, withStyle } from '../../core/text/styled-line.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import type { Messages } from '../messages/messages.ts';
import { reasonText } from '../messages/reason-text.ts';
import type { Rows } from '../output/layout.ts';
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
  const content = contentBody(answered, look);
  const lines = [...asked, ...content.lines, ...verdictLines(answered, look)];
  const row = asked.length;
  const heart = content.right && { row: row + content.right.row, last: row + content.right.last };
  const focus = isCloze
    ? gapFocus(asked)
    : { row, last: Math.max(row, lines.length - 1), heart, column: undefined };
  return { lines: [...lines, ...explanationLines(answered, look)], focus };
}

interface Content {
  readonly lines: readonly StyledLine[];
  /** The first right option. */
  readonly right?: Rows | undefined;
}

function contentBody(answered: Answered, look: Look): Content {
  const { card, item } = answered.question;
  const { content } = card;
  switch (content.kind) {
    case 'basic':
      return {
        lines:
          item.ref.part === 'reverse'
            ? indented(drawInline(card.prompt, textWidth(look)), look)
            : markdown(content.answer, look),
      };
    case 'choice':
      return optionsBody(answered, look);
    case 'order':
      return { lines: orderAnswerLines(answered, look) };
    case 'typed':
      return { lines: typedAnswerLines(answered, look) };
    case 'cloze':
      return { lines: [] };
  }
}

function optionsBody(answered: Answered, look: Look): Content {
  const blocks = optionBlocks(answered, look);
  const lines = blocks.flatMap((block) => block.lines);
  const at = blocks.findIndex(({ isRight }) => isRight);
  const row = blocks.slice(0, at).reduce((sum, block) => sum + block.lines.length, 0);
  const right = blocks[at] && { row, last: row + blocks[at].lines.length - 1 };
  return { lines, right };
}

interface OptionBlock {
  readonly isRight: boolean;
  readonly lines: readonly StyledLine[];
}

/** Each option with its mark, and with its reason where that is told. */
function optionBlocks({ question, answer, allReasons }: Answered, look: Look): readonly OptionBlock[] {
  const { content } = question.card;
  if (content.kind !== 'choice') return [];
  const chosen = answer.kind === 'choice' ? answer.chosen : [];
  const beside = columnBeside(content.options, look);
  return question.order.flatMap((index, position) => {
    const option = content.options[index];
    if (option === undefined) return [];
    const isRight = option.right;
    const isChosen = chosen.includes(index);
    const letter = shown`${letterOf(position)}  `;
    const mark = isRight
      ? span(look.glyphs.right, 'right', 'strong')
      : span(isChosen ? look.glyphs.wrong : shown` `, 'wrong');
    const sign = isChosen ? look.glyphs.chosen : shown` `;
    const before = [
      mark,
      span(shown` ${sign} `, 'accent'),
      isRight ? span(letter, 'right', 'strong') : span(letter),
    ];
    const lines = row3(option.text, before, look);
    const isTold = allReasons || isRight || isChosen;
    const told =
      option.reason === undefined || !isTold ? lines : withReason(option.reason, lines, beside, look);
    return [{ isRight, lines: told }];
  });
}

function withReason(
  reason: Raw,
  option: readonly StyledLine[],
  beside: number | undefined,
  look: Look,
): readonly StyledLine[] {
  if (beside !== undefined) return reasonBeside(reason, option, beside, look);
  const margins = { indent: blank(7), hanging: blank(7) };
  return [...option, ...indented(drawInline(reason, textWidth(look), margins).map(dimmed), look)];
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

/**
 * The verdict where an answer is taller than the window: it stays in view, and names the right options where there are
 * several, of which some may not be seen.
 */
export function pinnedVerdict(answered: Answered, look: Look): StyledLine[] {
  const { card, order } = answered.question;
  const options = card.content.kind === 'choice' ? card.content.options : [];
  const right = order.flatMap((index, position) => (options[index]?.right ? [letterOf(position)] : []));
  const isKnown = answered.grade?.verdict === 'exact' || right.length < 2;
  return verdictHead(answered, look, isKnown ? [] : [look.messages.study.rightOnes(right)]);
}

/** The verdict in a line, with more to be said there. */
function verdictHead(answered: Answered, look: Look, more: readonly Shown[] = []): StyledLine[] {
  const { grade, overridden } = answered;
  const [first] = verdictSentences(answered, look);
  if (grade === undefined || first === undefined) return [];
  const isRight = overridden || grade.verdict === 'exact' || grade.verdict === 'equivalent';
  const glyph = isRight ? look.glyphs.right : look.glyphs.wrong;
  const words = span(shown`${glyph} ${first}`, isRight ? 'right' : 'wrong', 'strong');
  const line = [words, ...more.map((sentence) => span(shown` ${sentence}`))];
  return indented(wrapSpans(line, textWidth(look), { hanging: blank(2) }), look);
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
