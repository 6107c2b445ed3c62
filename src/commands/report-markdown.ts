import { answerOf } from '../core/exam/paper-question.ts';
import type { ExamReport, MissedItem } from '../core/exam/report.ts';
import { clean, joinShown, raw, type Shown, shown } from '../core/text/shown.ts';
import type { Look } from '../terminal/look.ts';
import { examMessagesIn } from '../terminal/messages/exam-messages.ts';
import { letterOf } from '../terminal/question-lines.ts';
import { decimal, timeText } from '../terminal/report-lines.ts';

/** The report as a Markdown file, to keep or to hand to a teacher. */
export function reportMarkdown(report: ExamReport, look: Look): Shown {
  const text = examMessagesIn(look.language).report;
  const { score, rules } = report;
  const { min, pass, max } = rules.scale;
  return joinShown(
    [
      shown`# ${clean(report.title)}: ${text.title}`,
      shown``,
      shown`**${score.passed ? text.passed : text.failed}** ${text.points(decimal(score.points, look), score.items, decimal(score.cut, look))}`,
      shown``,
      shown`${text.scaled(score.scaled, min, pass, max)} ${text.assumption}`,
      shown``,
      shown`${text.times(timeText(report.times.all), timeText(report.times.median))} ${text.seen(Math.round(report.seenBefore * 100))}`,
      ...table(
        text.byObjective,
        report.byObjective.map((row) => [
          shown`${clean(raw(row.objective))} ${row.title === undefined ? shown`` : clean(row.title)}`,
          shown`${decimal(row.points, look)}/${row.items}`,
        ]),
      ),
      ...table(
        text.byKind,
        report.byKind.map((row) => [
          row.kind === 'gone' ? text.gone : look.messages.kinds[row.kind],
          shown`${decimal(row.points, look)}/${row.items}`,
        ]),
      ),
      shown``,
      shown`## ${text.missed}`,
      ...(report.missed.length === 0
        ? [shown``, text.missedNone]
        : report.missed.flatMap((item) => missedItem(item, look))),
    ],
    '\n',
  );
}

const table = (title: Shown, rows: readonly (readonly [Shown, Shown])[]): readonly Shown[] => [
  shown``,
  shown`| ${title} | |`,
  shown`| --- | --- |`,
  ...rows.map(([name, value]) => shown`| ${name} | ${value} |`),
];

function missedItem({ item, question, stored, paper }: MissedItem, look: Look): readonly Shown[] {
  const text = examMessagesIn(look.language);
  if (question === undefined)
    return [shown``, shown`### ${item + 1}. ${clean(raw(paper.card))}`, shown``, text.gone];
  const { card, order } = question;
  const { content } = card;
  const answer = answerOf(card, stored);
  const lines = [shown``, shown`### ${item + 1}. ${clean(card.prompt)}`, shown``];
  if (card.question.trim() !== '') lines.push(clean(card.question), shown``);
  if (content.kind === 'choice') {
    const chosen = answer.kind === 'choice' ? answer.chosen : [];
    for (const [place, index] of order.entries()) {
      const option = content.options[index];
      if (option === undefined) continue;
      const given = chosen.includes(index) ? shown` (${text.report.yourAnswer})` : shown``;
      const reason = option.reason === undefined ? shown`` : shown` — ${clean(option.reason)}`;
      lines.push(
        shown`- [${option.right ? shown`x` : shown` `}] ${letterOf(place)}) ${clean(option.text)}${given}${reason}`,
      );
    }
  } else if (content.kind === 'typed' || content.kind === 'order') {
    const given = answer.kind === 'typed' ? joinShown(answer.lines.map(clean), ', ') : text.report.noAnswer;
    const right =
      content.kind === 'typed' ? content.answers.slice(0, content.all ? undefined : 1) : content.lines;
    if (answer.kind !== 'order') lines.push(shown`${text.report.yourAnswer}: ${given}`, shown``);
    lines.push(
      ...right.map(
        (one, i) => shown`${content.kind === 'order' ? shown`${i + 1}.` : shown`-`} \`${clean(one)}\``,
      ),
    );
  }
  if (card.explanation.trim() !== '') lines.push(shown``, clean(card.explanation));
  return lines;
}
