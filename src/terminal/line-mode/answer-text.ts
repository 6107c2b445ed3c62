import { otherAnswers } from '../../core/decks/answer-text.ts';
import type { Segment } from '../../core/decks/card.ts';
import type { Revealed } from '../../core/session/drill.ts';
import { drawInline } from '../../core/text/draw-markdown.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, span } from '../../core/text/styled-line.ts';
import { displayWidth } from '../../core/text/width.ts';
import { type Answered, explanationLines, verdictSentences } from '../frames/answer-lines.ts';
import { letterOf, markdown, promptLines } from '../frames/question-lines.ts';
import { textWidth } from '../output/look.ts';
import { type LineLook, labelled, plainLines, wrapText } from './line-look.ts';
import { ratingText } from './question-text.ts';

/** The verdict first, for it is what one waits for; then the answer, why, and how to rate. */
export function answerText(phase: Revealed, look: LineLook): Shown[] {
  return [
    ...verdictText(phase, look),
    ...contentText(phase, look),
    ...plainLines(explanationLines(phase, look)),
    ...ratingText(phase, look),
  ];
}

export const verdictText = (phase: Answered, look: LineLook): Shown[] => {
  const sentences = joinShown(verdictSentences(phase, look), ' ');
  return sentences === '' ? [] : wrapText(sentences, look);
};

/** What is right, beside what was answered. */
export function contentText(phase: Answered, look: LineLook): Shown[] {
  const { card, item } = phase.question;
  const { content } = card;
  switch (content.kind) {
    case 'basic':
      return item.ref.part === 'reverse'
        ? plainLines(drawInline(card.prompt, textWidth(look)))
        : plainLines(markdown(content.answer, look));
    case 'choice':
      return optionsText(phase, look);
    case 'order':
      return orderText(phase, look);
    case 'typed':
      return typedText(phase, look);
    case 'cloze': {
      const gaps = gapsOf([...content.heading, ...content.text], item.ref.part);
      const answer = shown`${look.messages.study.answer}: ${joinShown(gaps, ', ')}`;
      return [...wrapText(answer, look), ...plainLines(promptLines(phase.question, true, look))];
    }
  }
}

/** What stands in the gaps that were asked for, each once. */
const gapsOf = (segments: readonly Segment[], part: string): readonly Shown[] => {
  const texts = segments.flatMap((segment) =>
    segment.kind === 'gap' && segment.part === part
      ? [joinShown(plainLines(drawInline(segment.text, Number.MAX_SAFE_INTEGER)), ' ')]
      : [],
  );
  return [...new Set(texts)];
};

function optionsText({ question, answer }: Answered, look: LineLook): Shown[] {
  const { content } = question.card;
  if (content.kind !== 'choice') return [];
  const { marks } = look.lines;
  const chosen = answer.kind === 'choice' ? answer.chosen : [];
  return question.order.flatMap((index, position) => {
    const option = content.options[index];
    if (option === undefined) return [];
    const isChosen = chosen.includes(index);
    const mark = option.right
      ? isChosen
        ? marks.rightChosen
        : marks.right
      : isChosen
        ? marks.wrongChosen
        : marks.wrong;
    const indent = [span(shown`${letterOf(position)}) ${mark}: `)];
    const lines = drawInline(option.text, textWidth(look), { indent, hanging: blank(3) });
    const margins = { indent: blank(3), hanging: blank(3) };
    const why = option.reason === undefined ? [] : drawInline(option.reason, textWidth(look), margins);
    return plainLines([...lines, ...why]);
  });
}

function orderText({ question, answer }: Answered, look: LineLook): Shown[] {
  const { content } = question.card;
  if (content.kind !== 'order') return [];
  const given = answer.kind === 'order' ? answer.lines : [];
  const lines = content.lines.flatMap((line, place) => {
    const had = given.indexOf(place);
    const isMoved = had >= 0 && given[place] !== place;
    const note = isMoved ? shown` (${look.lines.placedAt(had + 1)})` : shown``;
    return labelled(shown`${place + 1}`, shown`${clean(line)}${note}`, look);
  });
  return [...wrapText(look.lines.rightOrder, look), ...lines];
}

/** What was written above what was wanted, so that the two can be compared. */
function typedText({ question, answer, grade }: Answered, look: LineLook): Shown[] {
  const { content } = question.card;
  if (content.kind !== 'typed') return [];
  const { study } = look.messages;
  const given = answer.kind === 'typed' ? answer.lines.filter((line) => line.trim() !== '') : [];
  const expected = content.all ? content.answers : [grade?.expected ?? content.answers[0] ?? raw('')];
  const { others, more } = otherAnswers(content.all ? [] : content.answers, expected[0] ?? raw(''));
  const rest = more === 0 ? shown`` : shown` ${study.moreAnswers(more)}`;
  const also = look.lines.alsoRight(shown`${joinShown(others.map(clean), ', ')}${rest}`);
  const width = Math.max(displayWidth(study.you), displayWidth(study.answer)) + 2;
  const row = (label: Shown, text: Shown): Shown[] =>
    wrapText(shown`${label}:${' '.repeat(width - displayWidth(label) - 1) as Shown}${text}`, look);
  return [
    ...given.flatMap((line) => row(study.you, clean(line))),
    ...expected.flatMap((text) => row(study.answer, clean(text))),
    ...(others.length === 0 ? [] : wrapText(also, look)),
  ];
}
