import type { Segment } from '../../core/decks/card.ts';
import type { Draft, TextField } from '../../core/session/draft.ts';
import type { StudyItem } from '../../core/session/library.ts';
import { type AskedCard, wantedOptions } from '../../core/session/question.ts';
import { drawInline, drawMarkdown } from '../../core/text/draw-markdown.ts';
import { markGap } from '../../core/text/gap-mark.ts';
import { clean, type Raw, raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, plainText, type StyledLine, span, withStyle } from '../../core/text/styled-line.ts';
import { displayWidth } from '../../core/text/width.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import { viewLine } from '../input/line-editor.ts';
import type { Focus } from '../output/layout.ts';
import { drawOptions, type Look, marginOf, textWidth } from '../output/look.ts';

/** Rows of a body, and which of them is being typed or selected. */
export interface Body {
  readonly lines: readonly StyledLine[];
  readonly focus: Focus | undefined;
}

/** What a cloze shows: the asked gaps as placeholders or as answers, the others as plain text. */
function clozeText(
  segments: readonly Segment[],
  part: string,
  isShown: boolean,
  { glyphs }: Pick<Look, 'glyphs'>,
): Raw {
  const pieces = segments.map((segment) => {
    if (segment.kind === 'text' || segment.part !== part) return segment.text;
    if (isShown) return markGap(segment.text);
    return markGap(raw(`[${segment.hint ?? glyphs.ellipsis}]`));
  });
  return raw(pieces.join(''));
}

/** A card's prompt in the learner's language on one line, without its marks. */
export function promptText(item: StudyItem, { language }: Pick<Look, 'language'>): Shown {
  const { prompt } = item.languages.get(language)?.card ?? item.card;
  const [line = []] = drawInline(prompt, Number.MAX_SAFE_INTEGER);
  return plainText(line);
}

/** Heading and question of a card; `isShown` fills the asked gap. */
export function promptLines(question: AskedCard, isShown: boolean, look: Look): StyledLine[] {
  const { card, item } = question;
  const { content } = card;
  const reversed = item.ref.part === 'reverse' && content.kind === 'basic';
  const heading =
    content.kind === 'cloze' ? clozeText(content.heading, item.ref.part, isShown, look) : card.prompt;
  const head = reversed && content.kind === 'basic' ? content.answer : heading;
  const lines: StyledLine[] = reversed
    ? markdown(head, look)
    : indented(
        drawInline(head, textWidth(look)).map((line) => withStyle(line, 'strong')),
        look,
      );
  const body =
    content.kind === 'cloze' ? clozeText(content.text, item.ref.part, isShown, look) : card.question;
  if (!reversed && body.trim() !== '') lines.push([], ...markdown(body, look));
  return lines;
}

/** Markdown in the text column. */
export const markdown = (text: Raw, look: Look): StyledLine[] =>
  indented(drawMarkdown(text, textWidth(look), drawOptions(look)), look);

/** A sentence of ours in the text column. */
export const sentenceLines = (sentence: Shown, look: Look): StyledLine[] =>
  indented(wrapSpans([span(sentence)], textWidth(look)), look);

export const indented = (lines: readonly StyledLine[], look: Look): StyledLine[] =>
  lines.map((line) => (line.length === 0 ? line : [...blank(marginOf(look)), ...line]));

/** The question with the answer in the making under it; `isFamiliar`: nobody has to be told to answer in their head. */
export function questionBody(question: AskedCard, draft: Draft, look: Look, isFamiliar = false): Body {
  const lines = promptLines(question, false, look);
  const ask = instruction(question, look);
  if (ask !== undefined) lines.push([], ...indented(drawInline(raw(ask), textWidth(look)).map(dim), look));
  lines.push([]);
  const draftBody = draftLines(question, draft, look, isFamiliar);
  const before = lines.length;
  const gap = gapFocus(lines);
  lines.push(...draftBody.lines, ...tipLines(question, look));
  const { focus } = draftBody;
  const place = focus === undefined ? gap : { ...focus, row: before + focus.row, last: before + focus.last };
  if (question.tips === 0) return { lines, focus: place };
  // A tip that was asked for is to be seen.
  return { lines, focus: { column: undefined, row: before, ...place, last: lines.length - 1 } };
}

/** The gap that is asked for, which may stand far down in a file. */
export function gapFocus(lines: readonly StyledLine[]): Focus | undefined {
  const row = lines.findIndex((line) => line.some(({ style }) => style?.includes('gap')));
  return row < 0 ? undefined : { row, last: row, column: undefined };
}

const dim = (line: StyledLine): StyledLine => withStyle(line, 'dim');

/** What is wanted, where the heading alone does not say it. */
export function instruction(question: AskedCard, look: Look): Shown | undefined {
  const { content } = question.card;
  if (content.kind === 'typed') return look.messages.shapes[content.shape];
  if (content.kind === 'choice' && wantedOptions(question.card) > 1) {
    return look.messages.chooseCount(wantedOptions(question.card));
  }
  return undefined;
}

function draftLines(question: AskedCard, draft: Draft, look: Look, isFamiliar: boolean): Body {
  switch (draft.kind) {
    case 'choice':
      return choiceLines(question, draft, look);
    case 'order':
      return orderLines(question, draft, look);
    case 'typed':
      return typedLines(draft, look);
    default:
      return {
        lines: isFamiliar ? [] : sentenceLines(look.messages.study.recall, look).map(dim),
        focus: undefined,
      };
  }
}

export const letterOf = (position: number): Shown => shown`${clean(raw(String.fromCharCode(97 + position)))}`;

function choiceLines(question: AskedCard, draft: Extract<Draft, { kind: 'choice' }>, look: Look): Body {
  const { content } = question.card;
  if (content.kind !== 'choice') return { lines: [], focus: undefined };
  const lines: StyledLine[] = [];
  let [row, last] = [0, 0];
  for (const [position, index] of question.order.entries()) {
    const option = content.options[index];
    if (option === undefined) continue;
    if (position === draft.cursor) row = lines.length;
    const isChosen = draft.chosen.includes(position);
    const cursor = position === draft.cursor ? look.glyphs.cursor : shown` `;
    const mark = isChosen ? look.glyphs.chosen : shown` `;
    const before = [
      span(cursor, 'accent'),
      span(shown` ${mark} `, 'accent'),
      span(shown`${letterOf(position)}  `),
    ];
    lines.push(...row3(option.text, before, look));
    if (position === draft.cursor) last = lines.length - 1;
  }
  const wanted = wantedOptions(question.card);
  if (wanted > 1) {
    const count = look.messages.study.chosen(draft.chosen.length, wanted);
    lines.push([], ...indented([[span(count, 'dim')]], look));
  }
  return { lines, focus: { row, last, column: undefined } };
}

/** A text of one paragraph behind seven columns of marks. */
export function row3(text: Raw, before: StyledLine, look: Look): StyledLine[] {
  const width = textWidth(look);
  return indented(drawInline(text, width, { indent: before, hanging: blank(7) }), look);
}

function orderLines(question: AskedCard, draft: Extract<Draft, { kind: 'order' }>, look: Look): Body {
  const { content } = question.card;
  if (content.kind !== 'order') return { lines: [], focus: undefined };
  const lines: StyledLine[] = [];
  let [row, last] = [0, 0];
  for (const [place, position] of draft.sequence.entries()) {
    const index = question.order[position] ?? position;
    const isCursor = place === draft.cursor;
    if (isCursor) row = lines.length;
    const cursor = isCursor ? (draft.lifted ? look.glyphs.lifted : look.glyphs.cursor) : shown` `;
    const isPlaced = place < draft.placed;
    const mark = isPlaced ? look.glyphs.chosen : shown` `;
    const number = span(shown`${position + 1}  `);
    const before = [span(cursor, 'accent'), span(shown` ${mark} `, 'accent'), number];
    const text = span(clean(content.lines[index] ?? raw('')), ...(isPlaced ? (['strong'] as const) : []));
    const margins = { indent: before, hanging: blank(7) };
    lines.push(...indented(wrapSpans([text], textWidth(look), margins), look));
    if (isCursor) last = lines.length - 1;
  }
  return { lines, focus: { row, last, column: undefined } };
}

/** A line that is being written, as much of it as the window shows, and where its cursor stands. */
export function fieldLine(
  field: TextField,
  label: Shown,
  look: Look,
): { readonly line: StyledLine; readonly column: number } {
  const used = marginOf(look) + displayWidth(label);
  const view = viewLine(field, look.size.columns - used - 2);
  const text = span(shown`${view.before}${view.under}${view.after}`);
  return {
    line: [...blank(marginOf(look)), span(label, 'accent'), text],
    column: used + view.cursorColumn,
  };
}

function typedLines(draft: Extract<Draft, { kind: 'typed' }>, look: Look): Body {
  const many = draft.fields.length > 1;
  let focus: Body['focus'];
  const lines = draft.fields.map((field, i): StyledLine => {
    const isActive = i === draft.active;
    const label = many ? shown`${look.messages.study.field(i + 1, draft.fields.length)} ` : shown``;
    const sign = isActive ? look.glyphs.cursor : shown` `;
    const { line, column } = fieldLine(field, shown`${sign} ${label}`, look);
    if (isActive) focus = { row: i, last: i, column };
    return line;
  });
  return { lines, focus };
}

/** The tips that were asked for, but the first `told`. */
export function tipLines(question: AskedCard, look: Look, told = 0): StyledLine[] {
  const { hints } = question.card;
  return hints.slice(0, question.tips).flatMap((hint, i) => {
    if (i < told) return [];
    const label: StyledLine = [span(look.messages.study.tip(i + 1, hints.length), 'accent')];
    return [[], ...indented([label], look), ...markdown(hint, look)];
  });
}
