import type { Drill, Revealed } from '../../core/session/drill.ts';
import type { Pace } from '../../core/session/pace.ts';
import { type Shown, shown } from '../../core/text/shown.ts';
import { promptLines, tipLines } from '../frames/question-lines.ts';
import { noticeText, spanText } from '../frames/study-frame.ts';
import { sayNow } from '../messages/say.ts';
import { answerText, verdictText } from './answer-text.ts';
import { type LineLook, plainLines, wrapText } from './line-look.ts';
import { howText, questionText, ratingText } from './question-text.ts';
import type { Asking } from './read-answer.ts';

type Open = Asking | Revealed;

/** What has happened between two states of a session, in sentences, and what comes next. */
export function lineText(before: Drill, after: Drill, pace: Pace, look: LineLook): Shown[] {
  if (after.unsaved !== undefined) {
    const why =
      after.unsaved === before.unsaved ? [] : wrapText(sayNow(after.unsaved.why, look.messages), look);
    return [...why, ...wrapText(look.lines.unsaved, look)];
  }
  const notice = noticeText(after.notice, look);
  return [
    ...savedText(before, after, look),
    ...(notice === undefined ? [] : wrapText(notice, look)),
    ...nextText(before, after, pace, look),
  ];
}

/** The rating that is on disk now, or that what had failed is. */
function savedText(before: Drill, after: Drill, look: LineLook): Shown[] {
  const { lines, messages } = look;
  const rated = after.answered.length > before.answered.length ? after.answered.at(-1) : undefined;
  if (rated === undefined || before.phase.phase !== 'revealed') {
    return before.unsaved === undefined ? [] : wrapText(lines.savedAgain, look);
  }
  const label = shown`${rated.rating} ${messages.ratings[rated.rating]}`;
  const { outcomes, shownAt } = before.phase;
  const memory = outcomes?.[rated.rating];
  const sentence =
    memory === undefined ? lines.saved(label) : lines.savedUntil(label, spanText(memory.due - shownAt, look));
  return wrapText(sentence, look);
}

function nextText(before: Drill, after: Drill, pace: Pace, look: LineLook): Shown[] {
  const [was, is] = [before.phase, after.phase];
  if (was.phase === 'finished' || is.phase === 'finished') return [];
  const isSame = before.asked === after.asked && isSameCard(was, is);
  if (is.phase === 'revealed') {
    if (isSame && was.phase === 'revealed') return changedAnswer(was, is, look);
    // After an undo the question was not the last thing that was said.
    const isAsked = was.phase === 'asking' && was.question.card === is.question.card;
    return [...(isAsked ? [] : plainLines(promptLines(is.question, false, look))), ...answerText(is, look)];
  }
  if (!isSame) return questionText(after, is, pace, look);
  return was.phase === 'asking' ? changedQuestion(was, is, look) : [];
}

/** An undo may lead back to an earlier answer of the same card. */
const isSameCard = (was: Open, is: Open): boolean =>
  was.phase === is.phase &&
  was.question.card === is.question.card &&
  was.question.item === is.question.item &&
  (was.phase === 'asking' || is.phase === 'asking' || was.shownAt === is.shownAt);

/** The verdict once more when the learner overrode it. */
const changedAnswer = (was: Revealed, is: Revealed, look: LineLook): Shown[] =>
  was.overridden === is.overridden ? [] : [...verdictText(is, look), ...ratingText(is, look)];

/** A tip, or the next of several answers. */
function changedQuestion(was: Asking, is: Asking, look: LineLook): Shown[] {
  const tips = plainLines(tipLines(is.question, look, was.question.tips));
  const isNext =
    was.draft.kind === 'typed' && is.draft.kind === 'typed' && was.draft.active !== is.draft.active;
  return [...tips, ...(isNext ? wrapText(howText(is, look), look) : [])];
}
