import { answerOf } from '../../core/exam/paper-question.ts';
import type { ExamReport, MissedItem } from '../../core/exam/report.ts';
import { clean, raw, type Shown, shown } from '../../core/text/shown.ts';
import { explanationLines } from '../frames/answer-lines.ts';
import { promptLines } from '../frames/question-lines.ts';
import { beginText, conductSentences, decimal, scoreSentences } from '../frames/report-lines.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import { contentText, verdictText } from './answer-text.ts';
import { type LineLook, plainLines, wrapText } from './line-look.ts';

/** The report in sentences, without bars and glyphs. */
export function reportText(report: ExamReport, look: LineLook): Shown[] {
  const text = examMessagesIn(look.language).report;
  const { score, byObjective, byKind, missed } = report;
  const objectives = byObjective.map(({ objective, title, points, items, missing }) => {
    const name = shown`${clean(raw(objective))}${title === undefined ? shown`` : shown` ${clean(title)}`}`;
    const empty = missing > 0 ? shown`, ${text.missing(missing)}` : shown``;
    return shown`${name}: ${decimal(points, look)}/${items}${empty}`;
  });
  const kinds = byKind.map(({ kind, points, items }) => {
    const name = kind === 'gone' ? text.gone : look.messages.kinds[kind];
    return shown`${name}: ${decimal(points, look)}/${items}`;
  });
  const said = (sentences: readonly Shown[]) => sentences.flatMap((words) => wrapText(words, look));
  return [
    shown``,
    ...said([score.passed ? text.passed : text.failed, ...scoreSentences(report, look)]),
    ...said([shown`${text.byObjective}:`, ...objectives, shown`${text.byKind}:`, ...kinds]),
    ...said(conductSentences(report, look)),
    ...said(attemptSentences(report, look)),
    ...(missed.length === 0 ? said([text.missedNone]) : []),
    ...missed.flatMap((item) => missedText(item, look)),
  ];
}

function attemptSentences({ earlier }: ExamReport, look: LineLook): readonly Shown[] {
  const text = examMessagesIn(look.language).report;
  if (earlier.length === 0) return [];
  const rows = earlier.map((attempt) => {
    const verdict = attempt.score.passed ? text.passed : text.failed;
    const own = attempt.custom ? shown`, ${text.ownTest}` : shown``;
    return shown`${beginText(attempt)}: ${attempt.score.scaled}${own}. ${verdict}`;
  });
  return [shown`${text.earlier}:`, ...rows];
}

function missedText({ item, paper, question, stored, grade }: MissedItem, look: LineLook): Shown[] {
  const text = examMessagesIn(look.language);
  const place = shown`${text.report.itemOf(item + 1, clean(raw(paper.objective)))}.`;
  const head = [shown``, ...wrapText(place, look)];
  if (question === undefined) return [...head, ...wrapText(text.gone, look)];
  const answer = answerOf(question.card, stored);
  const told = {
    question: { card: question.card, order: question.order, tips: 0, item: question.item },
    ...{ answer, grade, overridden: false, allReasons: true },
  };
  return [
    ...head,
    ...plainLines(promptLines(told.question, false, look)),
    ...verdictText(told, look),
    ...contentText(told, look),
    ...plainLines(explanationLines(told, look)),
  ];
}
