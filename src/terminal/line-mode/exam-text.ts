import type { Instant } from '../../core/schedule/time.ts';
import { fieldText } from '../../core/session/draft.ts';
import type { GridFilter, Sitting, SittingItem } from '../../core/session/sitting.ts';
import { timeLeft } from '../../core/session/sitting.ts';
import { readClock } from '../../core/session/sitting-clock.ts';
import { countItems, filteredItems, stateOf } from '../../core/session/sitting-grid.ts';
import { drawInline } from '../../core/text/draw-markdown.ts';
import { clean, joinShown, type Shown, shown } from '../../core/text/shown.ts';
import { truncate } from '../../core/text/width.ts';
import { clockText, handInQuestion } from '../frames/exam-frames.ts';
import { instruction, letterOf, promptLines } from '../frames/question-lines.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import { textWidth } from '../output/look.ts';
import { type LineLook, plainLines, wrapText } from './line-look.ts';
import { choices, howText } from './question-text.ts';
import { examWords } from './read-exam-line.ts';

/** Where the learner is now: an item, the review, or a question before the end. */
export function examPlaceText(sitting: Sitting, now: Instant, look: LineLook): Shown[] {
  const { phase } = sitting;
  const { lines, askLeave } = examMessagesIn(look.language);
  switch (phase.phase) {
    case 'answering':
      return itemText(sitting, phase.item, now, look);
    case 'grid':
      return reviewText(sitting, phase.filter, now, look);
    case 'asking-hand-in':
      return wrapText(shown`${handInQuestion(phase, sitting, look)} ${lines.again(shown`:x`)}`, look);
    case 'asking-leave':
      return wrapText(shown`${askLeave} ${lines.again(shown`:q`)}`, look);
    default:
      return [];
  }
}

/** The time left as it is read aloud. */
export function leftText(sitting: Pick<Sitting, 'deadline'>, now: Instant, look: LineLook): Shown {
  const left = timeLeft(sitting, now);
  const reading = readClock(left);
  const time = reading.kind === 'minutes' ? look.lines.span.minutes(reading.minutes) : clockText(left, look);
  return examMessagesIn(look.language).left(time);
}

function itemText(sitting: Sitting, index: number, now: Instant, look: LineLook): Shown[] {
  const item = sitting.items[index];
  if (item === undefined) return [];
  const text = examMessagesIn(look.language);
  const place = capital(text.item(index + 1, sitting.items.length));
  const head = wrapText(text.lines.place(place, leftText(sitting, now, look), item.marked), look);
  if (item.question === undefined) return [shown``, ...head, ...wrapText(text.gone, look)];
  const asked = { ...item.question, item: { ref: item.question.item.ref }, tips: 0 };
  const ask = instruction(asked, look);
  const answer = answerSoFar(item);
  return [
    shown``,
    ...head,
    ...plainLines(promptLines(asked, false, look)),
    ...(ask === undefined ? [] : wrapText(ask, look)),
    ...choices(asked, look),
    ...(answer === undefined ? [] : wrapText(text.lines.answerSoFar(answer), look)),
    ...(isFirstOfKind(sitting, index) ? wrapText(examHowText(item, look), look) : []),
  ];
}

const capital = (text: Shown): Shown => `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Shown;

/** How to answer is said for the first item of each kind, and where the answers are counted. */
function isFirstOfKind({ items }: Sitting, index: number): boolean {
  const draft = items[index]?.draft;
  if (draft?.kind === 'typed' && draft.fields.length > 1) return true;
  return items.findIndex((item) => item.question !== undefined && item.draft.kind === draft?.kind) === index;
}

/** What a line must be now. */
export function examHowText({ question, draft }: SittingItem, look: LineLook): Shown {
  if (question === undefined) return shown``;
  if (draft.kind === 'typed' && draft.fields.length === 1)
    return examMessagesIn(look.language).lines.howTyped;
  return howText({ question: { ...question, item: { ref: question.item.ref }, tips: 0 }, draft }, look);
}

/** The answer in the making, as it would be written in a line. */
function answerSoFar({ draft }: SittingItem): Shown | undefined {
  switch (draft.kind) {
    case 'choice':
      return draft.chosen.length === 0 ? undefined : joinShown([...draft.chosen].sort().map(letterOf), ' ');
    case 'order': {
      const { placed, arranged, sequence } = draft;
      const isWhole = placed >= sequence.length - 1 || (placed === 0 && arranged);
      const count = isWhole ? sequence.length : placed;
      const numbers = sequence.slice(0, count).map((position) => shown`${position + 1}`);
      return numbers.length === 0 ? undefined : joinShown(numbers, ' ');
    }
    case 'typed': {
      const lines = draft.fields.map(fieldText).filter((line) => line.trim() !== '');
      return lines.length === 0 ? undefined : joinShown(lines.map(clean), ', ');
    }
    default:
      return undefined;
  }
}

/** The review grid as a list, an item a line. */
function reviewText(sitting: Sitting, filter: GridFilter, now: Instant, look: LineLook): Shown[] {
  const text = examMessagesIn(look.language);
  const { answered, incomplete, open, marked } = countItems(sitting);
  const items = filteredItems(sitting, filter);
  const words = { answered: text.answered, incomplete: text.incomplete, open: text.open };
  const rows = items.map((index) => {
    const item = sitting.items[index];
    const state = item === undefined ? text.open : words[stateOf(item)];
    const told = item?.marked ? text.lines.markedState(state) : state;
    return truncate(
      text.lines.row(index + 1, told, promptOf(item, look)),
      textWidth(look),
      look.glyphs.ellipsis,
    );
  });
  return [
    shown``,
    ...wrapText(text.lines.reviewHead(text.filter[filter], leftText(sitting, now, look)), look),
    ...wrapText(text.lines.counts(answered, incomplete, open, marked), look),
    ...(rows.length === 0 ? [text.none] : rows),
    ...wrapText(text.lines.howReview, look),
  ];
}

const promptOf = (item: SittingItem | undefined, look: LineLook): Shown =>
  item?.question === undefined
    ? shown``
    : joinShown(plainLines(drawInline(item.question.card.prompt, textWidth(look) * 2)), ' ');

/** All actions with what they do. */
export function examHelpText(look: LineLook): Shown[] {
  const { actions, literal } = examMessagesIn(look.language).lines;
  const rows = examWords.map((word) => shown`:${word as Shown} - ${actions[word]}`);
  return [look.lines.actions, ...rows, literal].flatMap((text) => wrapText(text, look));
}
