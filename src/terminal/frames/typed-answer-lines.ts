import { otherAnswers } from '../../core/decks/answer-text.ts';
import { type TypedDiff, typedDiff } from '../../core/grading/typed-diff.ts';
import type { Grade } from '../../core/grading/verdict.ts';
import { clean, type Raw, raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span } from '../../core/text/styled-line.ts';
import { displayWidth } from '../../core/text/width.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import { repeat } from '../output/layout.ts';
import { type Look, textWidth } from '../output/look.ts';
import type { Answered } from './answer-lines.ts';
import { indented } from './question-lines.ts';

/** What was typed and what was wanted, with marks under the letters that differ. */
export function typedAnswerLines({ question, answer, grade }: Answered, look: Look): StyledLine[] {
  const { content } = question.card;
  if (content.kind !== 'typed') return [];
  const { study } = look.messages;
  const width = Math.max(displayWidth(study.you), displayWidth(study.answer)) + 3;
  const label = (text: Shown): StyledLine => [
    span(shown`${text}${repeat(shown` `, width - displayWidth(text))}`, 'dim'),
  ];
  const row = (text: Shown, line: StyledLine): readonly StyledLine[] =>
    wrapSpans(line, textWidth(look), { indent: label(text), hanging: blank(width) });
  if (content.all) {
    const given = answer.kind === 'typed' ? answer.lines : [];
    const { written, wanted } = allLines(given, content.answers, grade, look);
    const labelled = (text: Shown, lines: readonly StyledLine[]) =>
      lines.flatMap((line, i) => row(i === 0 ? text : shown``, line));
    return indented([...labelled(study.you, written), ...labelled(study.answer, wanted)], look);
  }
  const typed = answer.kind === 'typed' ? (answer.lines[0] ?? raw('')) : raw('');
  const expected = grade?.expected ?? content.answers[0] ?? raw('');
  const isRight = grade?.verdict === 'exact' || grade?.verdict === 'equivalent';
  const { others, more } = otherAnswers(content.answers, expected);
  const also = [...others.map(clean), ...(more === 0 ? [] : [study.moreAnswers(more)])].flatMap((text) =>
    row(shown``, [span(text, 'dim')]),
  );
  if (typed.trim() === '')
    return indented([...row(study.answer, [span(clean(expected), 'right')]), ...also], look);
  const diff = typedDiff(typed, expected);
  const lines = [
    ...row(study.you, [span(clean(diff.typed), isRight ? 'right' : 'wrong')]),
    ...row(study.answer, [span(clean(diff.expected), 'right')]),
  ];
  // Under a line that was broken the marks would point at nothing.
  const marks = isRight || lines.length > 2 ? '' : tellingMarks(diff);
  if (marks !== '') lines.push(...row(shown``, [span(clean(raw(marks)), 'accent')]));
  return indented([...lines, ...also], look);
}

/** Marks under most of a line tell nothing: what was typed is something else. */
const tellingMarks = ({ marks, expected }: TypedDiff): string =>
  marks.replaceAll(' ', '').length * 2 <= displayWidth(expected) ? marks : '';

/** What was typed where every line is wanted, each line marked, and what was wanted, marked where it was typed. */
function allLines(
  given: readonly Raw[],
  answers: readonly Raw[],
  grade: Grade | undefined,
  { glyphs }: Look,
): { readonly written: readonly StyledLine[]; readonly wanted: readonly StyledLine[] } {
  const matched = grade?.matched;
  const sign = (isIn: boolean | undefined, otherwise: Shown): StyledLine =>
    isIn === undefined ? [] : [span(isIn ? glyphs.right : otherwise, isIn ? 'right' : 'wrong'), ...blank(1)];
  return {
    written: given.flatMap((line, i) =>
      line.trim() === '' ? [] : [[...sign(matched?.typed.has(i), glyphs.wrong), span(clean(line))]],
    ),
    wanted: answers.map((text, i) => [...sign(matched?.wanted.has(i), shown` `), span(clean(text), 'right')]),
  };
}
