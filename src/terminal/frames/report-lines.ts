import { answerOf } from '../../core/exam/paper-question.ts';
import type { Attempt, ExamReport, KindScore, MissedItem } from '../../core/exam/report.ts';
import { dayOf, startOfDay } from '../../core/schedule/day.ts';
import { type Milliseconds, minute, second } from '../../core/schedule/time.ts';
import { drawInline } from '../../core/text/draw-markdown.ts';
import { clean, raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span, withStyle } from '../../core/text/styled-line.ts';
import { displayWidth, truncate } from '../../core/text/width.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import { repeat } from '../output/layout.ts';
import { type Look, textWidth } from '../output/look.ts';
import { answerBody } from './answer-lines.ts';
import { indented } from './question-lines.ts';

const barWidth = 20;

/** The whole report as rows: the verdict first, the missed items with every option explained last. */
export function reportLines(report: ExamReport, look: Look): readonly StyledLine[] {
  const text = examMessagesIn(look.language).report;
  return [
    ...verdictRows(report, look),
    [],
    ...indented([[span(text.byObjective, 'strong')]], look),
    ...objectiveRows(report, look),
    [],
    ...indented([[span(text.byKind, 'strong')]], look),
    ...kindRows(report, look),
    [],
    ...conductSentences(report, look).flatMap((words) => sentence(words, look)),
    ...attemptRows(report, look),
    [],
    ...missedRows(report, look),
  ];
}

const sentence = (words: Shown, look: Look): StyledLine[] =>
  indented(wrapSpans([span(words)], textWidth(look)), look);

/** A number with at most one decimal, in the learner's way of writing it. */
export const decimal = (value: number, look: Pick<Look, 'messages'>, digits = 1): Shown =>
  look.messages.decimal(clean(raw(String(Math.round(value * 10 ** digits) / 10 ** digits))));

function verdictRows(report: ExamReport, look: Look): StyledLine[] {
  const text = examMessagesIn(look.language).report;
  const { passed } = report.score;
  const verdict = passed ? text.passed : text.failed;
  const glyph = passed ? look.glyphs.right : look.glyphs.wrong;
  return [
    ...indented([[span(shown`${glyph} ${verdict}`, passed ? 'right' : 'wrong', 'strong')]], look),
    ...scoreSentences(report, look).flatMap((words) => sentence(words, look)),
  ];
}

/** The points, the score with its assumption, and what was out of the ordinary. */
export function scoreSentences(report: ExamReport, look: Look): Shown[] {
  const { score, rules, why, custom, conditions, byObjective } = report;
  const text = examMessagesIn(look.language).report;
  const missing = byObjective.reduce((sum, objective) => sum + objective.missing, 0);
  const { min, pass, max } = rules.scale;
  return [
    text.points(decimal(score.points, look), score.items, decimal(score.cut, look)),
    shown`${text.scaled(score.scaled, min, pass, max)} ${text.assumption}`,
    ...(missing > 0 ? [text.placesEmpty(missing, score.items + missing)] : []),
    ...voidSentence(report, look),
    ...(why === 'time-ran-out' ? [text.timeRanOut] : []),
    ...(custom ? [text.custom] : []),
    ...(conditions.extraTime > 0 ? [text.extraTime(conditions.extraTime)] : []),
    ...(conditions.leaves > 0 ? [text.left(conditions.leaves)] : []),
  ];
}

function voidSentence({ void: items }: ExamReport, look: Look): Shown[] {
  if (items.length === 0) return [];
  const { report, joined } = examMessagesIn(look.language);
  return [report.void(joined(items.map((item) => shown`${item + 1}`)), items.length)];
}

/** A bar, filled to a share between 0 and 1. */
export function bar(share: number, look: Look, width = barWidth): StyledLine {
  const full = Math.round(Math.max(0, Math.min(1, share)) * width);
  return [
    span(repeat(look.glyphs.barFull, full), 'accent'),
    span(repeat(look.glyphs.barEmpty, width - full), 'dim'),
  ];
}

const padded = (text: Shown, width: number): Shown =>
  shown`${text}${repeat(shown` `, width - displayWidth(text))}`;

/** Narrow windows have figures without bars. */
const hasBars = (look: Look): boolean => textWidth(look) >= 56;

const barIn = (share: number, look: Look): StyledLine =>
  hasBars(look) ? [...blank(1), ...bar(share, look)] : [];

function objectiveRows({ byObjective }: ExamReport, look: Look): StyledLine[] {
  const text = examMessagesIn(look.language).report;
  const rows = byObjective.map(({ objective, title, items, points, missing }) => {
    const share = shown`  ${decimal(points, look)}/${items}`;
    const empty = missing > 0 ? shown`  ${text.missing(missing)}` : shown``;
    return {
      name: shown`${clean(raw(objective))} ${title === undefined ? shown`` : clean(title)}`,
      share: items === 0 ? undefined : points / items,
      figures: items === 0 ? empty : shown`${share}${empty}`,
    };
  });
  const beside =
    (hasBars(look) ? barWidth + 1 : 0) + Math.max(...rows.map(({ figures }) => displayWidth(figures)));
  const width = Math.max(4, Math.min(38, textWidth(look) - beside));
  return indented(
    rows.map(({ name, share, figures }) => [
      span(padded(truncate(name, width, look.glyphs.ellipsis), width)),
      ...(share === undefined ? [] : barIn(share, look)),
      span(figures, ...(share === undefined ? (['dim'] as const) : [])),
    ]),
    look,
  );
}

function kindRows({ byKind }: ExamReport, look: Look): StyledLine[] {
  const text = examMessagesIn(look.language).report;
  const nameOf = (kind: KindScore['kind']) => (kind === 'gone' ? text.gone : look.messages.kinds[kind]);
  const width = Math.max(...byKind.map(({ kind }) => displayWidth(nameOf(kind))));
  return indented(
    byKind.map(
      ({ kind, items, points }): StyledLine => [
        span(padded(nameOf(kind), width)),
        ...barIn(items === 0 ? 0 : points / items, look),
        span(shown`  ${decimal(points, look)}/${items}`),
      ],
    ),
    look,
  );
}

/** How the time was spent, which answers were changed, what was marked and what was known. */
export function conductSentences(report: ExamReport, look: Look): Shown[] {
  const { times, changes, marked, seenBefore, rules, conditions } = report;
  const messages = examMessagesIn(look.language);
  const text = messages.report;
  const slowest = times.slowest.map(({ item, ms }) => text.slowItem(item + 1, timeText(ms)));
  const { wrongToRight, rightToWrong, wrongToWrong } = changes;
  const allowed = (rules.minutes + conditions.extraTime) * minute;
  return [
    text.times(timeText(times.all), timeText(allowed), timeText(times.median)),
    ...(slowest.length === 0 ? [] : [text.slowest(messages.joined(slowest))]),
    text.changes(wrongToRight, rightToWrong, wrongToWrong),
    ...(marked.items > 0 ? [text.marked(marked.wrong, marked.items)] : []),
    text.seen(Math.round(seenBefore * 100)),
  ];
}

/** `m:ss`. */
function timeText(ms: Milliseconds): Shown {
  const seconds = Math.round(ms / second);
  return shown`${Math.floor(seconds / 60)}:${clean(raw(String(seconds % 60).padStart(2, '0')))}`;
}

/** Earlier attempts and this one as a small plot: a bar each, on the scale. */
function attemptRows(
  { earlier, score, startedAt, tz, rules, sitting, custom }: ExamReport,
  look: Look,
): StyledLine[] {
  if (earlier.length === 0) return [];
  const text = examMessagesIn(look.language).report;
  const all: readonly Attempt[] = [...earlier, { sitting, startedAt, tz, custom, score }];
  const { min, max } = rules.scale;
  const rows = all.slice(-10).map((attempt): StyledLine => {
    const { scaled, passed } = attempt.score;
    const mark = passed ? span(look.glyphs.right, 'right') : span(look.glyphs.wrong, 'wrong');
    const share = (scaled - min) / Math.max(1, max - min);
    const isWide = hasBars(look);
    const own = attempt.custom && isWide ? [span(shown`  ${text.ownTest}`, 'dim')] : [];
    const begun = isWide ? beginText(attempt) : dayText(attempt);
    return [span(shown`${begun}  `), mark, ...barIn(share, look), span(shown`  ${scaled}`), ...own];
  });
  return [[], ...indented([[span(text.earlier, 'strong')], ...rows], look)];
}

type Beginning = Pick<Attempt, 'startedAt' | 'tz'>;

/** The day of the beginning, where the learner was. */
const dayText = ({ startedAt, tz }: Beginning): Shown => clean(raw(dayOf(startedAt, tz, 0)));

/** Day and time of the beginning, where the learner was. */
export function beginText(beginning: Beginning): Shown {
  const { startedAt, tz } = beginning;
  const minutes = Math.floor((startedAt - startOfDay(dayOf(startedAt, tz, 0), tz, 0)) / minute);
  const two = (count: number): string => String(count).padStart(2, '0');
  return shown`${dayText(beginning)} ${clean(raw(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`))}`;
}

function missedRows({ missed }: ExamReport, look: Look): StyledLine[] {
  const text = examMessagesIn(look.language).report;
  if (missed.length === 0) return sentence(text.missedNone, look);
  return [
    ...indented([[span(shown`${text.missed} (${missed.length})`, 'strong')]], look),
    ...missed.flatMap((item) => [[], ...missedItemRows(item, look)]),
  ];
}

function missedItemRows({ item, question, grade, paper, stored }: MissedItem, look: Look): StyledLine[] {
  const { report } = examMessagesIn(look.language);
  const number = sentence(report.itemOf(item + 1, clean(raw(paper.objective))), look).map((line) =>
    withStyle(line, 'accent'),
  );
  if (question === undefined) {
    return [
      ...number,
      ...indented(drawInline(raw(paper.card), textWidth(look)), look),
      ...sentence(report.noLonger, look),
    ];
  }
  const asked = {
    card: question.card,
    order: question.order,
    tips: 0,
    item: question.item,
  };
  const answer = answerOf(question.card, stored);
  return [
    ...number,
    ...answerBody({ question: asked, answer, grade, overridden: false, allReasons: true }, look).lines,
  ];
}
