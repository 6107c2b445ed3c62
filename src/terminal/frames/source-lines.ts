import { type Progress, progressOf } from '../../core/history/progress.ts';
import { day, hour, type Instant, type Milliseconds, minute } from '../../core/schedule/time.ts';
import type { Question } from '../../core/session/question.ts';
import { clean, raw, type Shown, shown } from '../../core/text/shown.ts';
import { type StyledLine, span } from '../../core/text/styled-line.ts';
import type { Look } from '../output/look.ts';
import { citedLines } from './answer-lines.ts';
import { indented, sentenceLines } from './question-lines.ts';

/** Sources of a card, where it stands, and how its learning went so far; nothing that tells its answer. */
export function sourceLines(question: Question, progress: Progress, now: Instant, look: Look): StyledLine[] {
  const { messages } = look;
  const { item, file, card } = question;
  const name = shown`${clean(raw(item.ref.deck))}${look.glyphs.separator}${clean(raw(item.ref.card))}`;
  const path = messages.deckPage.path(shown`${clean(file.path)}:${card.line}`);
  return [
    ...citedLines(question, look),
    ...sentenceLines(name, look),
    ...sentenceLines(path, look),
    [],
    ...indented([[span(messages.study.history, 'strong')]], look),
    ...historySentences(question, progress, now, look).flatMap((sentence) => sentenceLines(sentence, look)),
  ];
}

function historySentences(
  { item }: Question,
  progress: Progress,
  now: Instant,
  look: Look,
): readonly Shown[] {
  const { study, decimal } = look.messages;
  const standing = progressOf(progress, item.ref);
  const memory = standing?.memory;
  const flag = standing?.flag === undefined ? [] : [study.flaggedWith(clean(raw(standing.flag)))];
  if (standing === undefined || memory === undefined) return [study.never, ...flag];
  const days = decimal(clean(raw(String(Math.round(memory.stability * 10) / 10))));
  return [
    study.times(standing.tally.answers, memory.lapses),
    study.stability(days),
    memory.due <= now ? study.dueNow : study.nextDue(fromNow(memory.due - now, look)),
    ...flag,
  ];
}

function fromNow(length: Milliseconds, { messages }: Look): Shown {
  if (length < hour) return messages.inMinutes(Math.max(1, Math.round(length / minute)));
  return length < day
    ? messages.inHours(Math.round(length / hour))
    : messages.inDays(Math.round(length / day));
}
