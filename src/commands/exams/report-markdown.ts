import { answerOf, type PaperQuestion } from '../../core/exam/paper-question.ts';
import type { ExamReport, MissedItem } from '../../core/exam/report.ts';
import type { Answer } from '../../core/grading/answer.ts';
import type { Grade } from '../../core/grading/verdict.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { letterOf } from '../../terminal/frames/question-lines.ts';
import { beginText, conductSentences, decimal, scoreSentences } from '../../terminal/frames/report-lines.ts';
import { examMessagesIn } from '../../terminal/messages/exam-messages.ts';
import type { Look } from '../../terminal/output/look.ts';

/** The report as a Markdown file, to keep or to hand to a teacher. */
export function reportMarkdown(report: ExamReport, look: Look): Shown {
  const text = examMessagesIn(look.language).report;
  const { passed } = report.score;
  const [points, ...more] = scoreSentences(report, look);
  const paragraphs = [
    shown`# ${clean(report.title)}: ${text.title}`,
    shown`${beginText(report)}. **${passed ? text.passed : text.failed}** ${points ?? shown``}`,
    ...more,
    objectiveTable(report, look),
    kindTable(report, look),
    joinShown(conductSentences(report, look), '\n'),
    ...attemptTable(report, look),
    shown`## ${text.missed}`,
    ...(report.missed.length === 0 ? [text.missedNone] : []),
    ...report.missed.flatMap((item) => missedItem(item, look)),
  ];
  return joinShown(paragraphs, '\n\n');
}

function objectiveTable({ byObjective }: ExamReport, look: Look): Shown {
  const text = examMessagesIn(look.language).report;
  const rows = byObjective.map(({ objective, title, points, items, missing }) => {
    const name = shown`${clean(raw(objective))} ${title === undefined ? shown`` : clean(title)}`;
    const empty = missing > 0 ? shown`, ${text.missing(missing)}` : shown``;
    return [name, shown`${decimal(points, look)}/${items}${empty}`] as const;
  });
  return table(text.byObjective, rows);
}

function kindTable({ byKind }: ExamReport, look: Look): Shown {
  const text = examMessagesIn(look.language).report;
  const rows = byKind.map(({ kind, points, items }) => {
    const name = kind === 'gone' ? text.gone : look.messages.kinds[kind];
    return [name, shown`${decimal(points, look)}/${items}`] as const;
  });
  return table(text.byKind, rows);
}

/** Earlier attempts and this one; none when it is the first. */
function attemptTable({ earlier, startedAt, tz, custom, score }: ExamReport, look: Look): readonly Shown[] {
  if (earlier.length === 0) return [];
  const text = examMessagesIn(look.language).report;
  const rows = [...earlier, { startedAt, tz, custom, score }].map(
    (attempt) =>
      [
        beginText(attempt),
        shown`${attempt.score.scaled}, ${attempt.score.passed ? text.passed : text.failed}${attempt.custom ? shown` (${text.ownTest})` : shown``}`,
      ] as const,
  );
  return [table(text.earlier, rows)];
}

const table = (title: Shown, rows: readonly (readonly [Shown, Shown])[]): Shown =>
  joinShown(
    [
      shown`| ${cell(title)} | |`,
      shown`| --- | --- |`,
      ...rows.map(([name, value]) => shown`| ${cell(name)} | ${cell(value)} |`),
    ],
    '\n',
  );

/** A pipe or a line break would end the cell. */
const cell = (text: Shown): Shown => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim() as Shown;

/** The question, what was answered, what is right and why, as paragraphs. */
function missedItem({ item, question, stored, paper, grade }: MissedItem, look: Look): readonly Shown[] {
  const text = examMessagesIn(look.language);
  const title = text.report.itemOf(item + 1, clean(raw(paper.objective)));
  if (question === undefined) return [shown`### ${title}: ${clean(raw(paper.card))}`, text.report.noLonger];
  const { card } = question;
  return [
    shown`### ${title}`,
    clean(card.prompt),
    ...(card.question.trim() === '' ? [] : [clean(card.question)]),
    ...solution(question, answerOf(card, stored), grade, look),
    ...(card.explanation.trim() === '' ? [] : [clean(card.explanation)]),
  ];
}

function solution(
  { card, order }: PaperQuestion,
  answer: Answer,
  grade: Grade | undefined,
  look: Look,
): readonly Shown[] {
  const { report } = examMessagesIn(look.language);
  const { content } = card;
  if (content.kind === 'choice') {
    const chosen = answer.kind === 'choice' ? answer.chosen : [];
    const rows = order.flatMap((index, place) => {
      const option = content.options[index];
      if (option === undefined) return [];
      const given = chosen.includes(index) ? shown` (${report.yourAnswer})` : shown``;
      const reason = option.reason === undefined ? shown`` : shown`: ${clean(option.reason)}`;
      const box = option.right ? shown`x` : shown` `;
      return [shown`- [${box}] ${letterOf(place)}) ${clean(option.text)}${given}${reason}`];
    });
    return [joinShown(rows, '\n'), ...(chosen.length === 0 ? [sentenceOf(report.noAnswer)] : [])];
  }
  if (content.kind === 'typed') {
    const given = answer.kind === 'typed' ? answer.lines : [];
    const matched = grade?.matched?.typed;
    const sign = (i: number) =>
      matched === undefined ? shown`` : shown` ${matched.has(i) ? look.glyphs.right : look.glyphs.wrong}`;
    const written = given.flatMap((line, i) =>
      line.trim() === '' ? [] : [shown`${code(clean(line))}${sign(i)}`],
    );
    const right = content.answers.slice(0, content.all ? undefined : 1).map((line) => code(clean(line)));
    return [answerLine(report.yourAnswer, written, look), answerLine(report.rightAnswer, right, look)];
  }
  if (content.kind !== 'order') return [];
  const given = answer.kind === 'order' ? answer.lines.map((index) => index + 1) : [];
  const numbers = joinShown(
    given.map((number) => shown`${number}`),
    ' ',
  );
  const rows = content.lines.map((line, i) => shown`${i + 1}. ${code(clean(line))}`);
  return [
    joinShown(rows, '\n'),
    shown`${report.yourAnswer}: ${given.length === 0 ? report.noAnswer : numbers}`,
  ];
}

const answerLine = (label: Shown, lines: readonly Shown[], look: Look): Shown =>
  shown`${label}: ${lines.length === 0 ? examMessagesIn(look.language).report.noAnswer : joinShown(lines, ', ')}`;

const sentenceOf = (words: Shown): Shown => shown`(${words})`;

/** A code span; text with backticks gets a longer fence, as CommonMark has it. */
function code(text: Shown): Shown {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1) as Shown;
  return longest === 0 ? shown`${fence}${text}${fence}` : shown`${fence} ${text} ${fence}`;
}
