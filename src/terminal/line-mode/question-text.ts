import { ratings } from '../../core/schedule/memory.ts';
import type { Draft } from '../../core/session/draft.ts';
import type { Drill, Revealed } from '../../core/session/drill.ts';
import type { Pace } from '../../core/session/pace.ts';
import { type AskedCard, type Question, wantedOptions } from '../../core/session/question.ts';
import { drawInline } from '../../core/text/draw-markdown.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, span } from '../../core/text/styled-line.ts';
import { instruction, letterOf, promptLines, tipLines } from '../frames/question-lines.ts';
import { intervalOf, ratingLabel } from '../frames/study-frame.ts';
import { textWidth } from '../output/look.ts';
import { type LineLook, labelled, plainLines, wrapText } from './line-look.ts';
import type { Asking } from './read-answer.ts';

/** Where the session is, and the question with what can be answered. */
export function questionText(drill: Drill, phase: Asking, pace: Pace, look: LineLook): Shown[] {
  const { question } = phase;
  const ask = instruction(question, look);
  return [
    shown``,
    ...wrapText(placeText(drill, question, pace, look), look),
    ...(question.corrected ? wrapText(look.messages.study.corrected, look) : []),
    ...plainLines(promptLines(question, false, look)),
    ...(ask === undefined ? [] : wrapText(ask, look)),
    ...choices(question, look),
    ...plainLines(tipLines(question, look)),
    ...(isFirstOfKind(drill, phase) ? wrapText(howText(phase, look), look) : []),
  ];
}

function placeText(drill: Drill, { item, file, card }: Question, pace: Pace, look: LineLook): Shown {
  const number = pace.seen + (drill.answered.some((one) => one.item.key === item.key) ? 0 : 1);
  const title = clean(file.deck.head.title);
  // A card that is asked beside the plan, as after an undo, is not among those that are left.
  const place = look.messages.study.progress(number, Math.max(number, pace.total));
  return look.lines.place(place, card.group === undefined ? title : shown`${title}, ${clean(card.group)}`);
}

/** Options with their letters, lines with their numbers. */
export function choices({ card, order }: AskedCard, look: LineLook): Shown[] {
  const { content } = card;
  if (content.kind !== 'choice' && content.kind !== 'order') return [];
  return order.flatMap((index, position) => {
    const text = content.kind === 'choice' ? content.options[index]?.text : content.lines[index];
    const label = content.kind === 'choice' ? letterOf(position) : shown`${position + 1}`;
    if (text === undefined) return [];
    if (content.kind === 'order') return labelled(label, clean(text), look);
    const margins = { indent: [span(shown`${label}) `)], hanging: blank(3) };
    return plainLines(drawInline(text, textWidth(look), margins));
  });
}

/** How to answer is said for the first card of each kind, and where the answers are counted. */
function isFirstOfKind({ answered }: Drill, { question, draft }: Asking): boolean {
  const { kind } = question.card.content;
  if (draft.kind === 'typed' && draft.fields.length > 1) return true;
  return answered.every(({ item }) => item.card.content.kind !== kind);
}

/** What a line must be now. */
export function howText(
  { question, draft }: { readonly question: AskedCard; readonly draft: Draft },
  { lines }: LineLook,
): Shown {
  const count = question.order.length;
  switch (draft.kind) {
    case 'recall':
      return lines.howRecall;
    case 'choice': {
      const wanted = wantedOptions(question.card);
      const last = letterOf(count - 1);
      return wanted === 1 ? lines.howOne(last) : lines.howSeveral(wanted, last);
    }
    case 'order':
      return lines.howOrder(exampleOrder(count));
    case 'typed': {
      const { fields, active } = draft;
      return fields.length === 1 ? lines.howTyped : lines.howTypedOf(active + 1, fields.length);
    }
  }
}

/** The numbers from the last to the first, which no learner takes for a hint. */
const exampleOrder = (count: number): Shown =>
  clean(raw(Array.from({ length: count }, (_, i) => count - i).join(' ')));

/** The ratings, each with the time until the card comes again. */
export function ratingText(phase: Revealed, look: LineLook): Shown[] {
  const labels = ratings
    .filter((rating) => phase.allowed.includes(rating))
    .map((rating) => ratingLabel(rating, intervalOf(phase, rating, look), true, look));
  return wrapText(look.lines.rate(joinShown(labels, ', '), phase.suggested), look);
}
