import { type Progress, progressOf } from '../core/history/progress.ts';
import type { Instant } from '../core/schedule/time.ts';
import type { Question } from '../core/session/question.ts';
import { clean, raw, type Shown, shown } from '../core/text/shown.ts';
import { type StyledLine, span } from '../core/text/styled-line.ts';
import { explanationLines } from './answer-lines.ts';
import type { Look } from './look.ts';
import { indented, sentenceLines } from './question-lines.ts';
import { spanText } from './study-frame.ts';

/** Explanation and sources of a card, where it stands, and how its learning went so far. */
export function sourceLines(question: Question, progress: Progress, now: Instant, look: Look): StyledLine[] {
  const { messages } = look;
  const { item, file, card } = question;
  const name = shown`${clean(raw(item.ref.deck))}${look.glyphs.separator}${clean(raw(item.ref.card))}`;
  const path = messages.deckPage.path(shown`${clean(file.path)}:${card.line}`);
  return [
    ...explanationLines({ question }, look),
    [],
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
  const { study, actions, decimal } = look.messages;
  const standing = progressOf(progress, item.ref);
  const memory = standing?.memory;
  const flag = standing?.flag === undefined ? [] : [shown`${actions.flag}: ${clean(raw(standing.flag))}`];
  if (standing === undefined || memory === undefined) return [study.never, ...flag];
  const days = decimal(clean(raw(String(Math.round(memory.stability * 10) / 10))));
  return [
    study.times(standing.tally.answers, memory.lapses),
    study.stability(days),
    study.nextDue(spanText(Math.max(0, memory.due - now), look)),
    ...flag,
  ];
}
