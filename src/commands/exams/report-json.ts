import type { PaperQuestion } from '../../core/exam/paper-question.ts';
import type { ExamReport } from '../../core/exam/report.ts';
import { clean, raw } from '../../core/text/shown.ts';
import type { ShownJson } from '../print-json.ts';

/** The report as `--json` gives it; times are milliseconds, instants milliseconds since 1970, shares 0 to 1. */
export function reportJson(report: ExamReport): ShownJson {
  const { score, rules, times, changes, conditions } = report;
  return {
    sitting: text(report.sitting),
    exam: text(report.exam),
    title: clean(report.title),
    lang: text(report.lang),
    custom: report.custom,
    startedAt: report.startedAt,
    endedAt: report.endedAt,
    ended: text(report.why),
    void: report.void.map((item) => item + 1),
    score: {
      points: score.points,
      items: score.items,
      cut: score.cut,
      passed: score.passed,
      scaled: score.scaled,
    },
    scale: { min: rules.scale.min, pass: rules.scale.pass, max: rules.scale.max },
    objectives: report.byObjective.map(({ objective, title, items, points, missing }) => ({
      objective: text(objective),
      title: title === undefined ? null : clean(title),
      items,
      points,
      missing,
    })),
    kinds: report.byKind.map(({ kind, items, points }) => ({ kind: text(kind), items, points })),
    times: {
      all: times.all,
      median: times.median,
      slowest: times.slowest.map(({ item, ms }) => ({ item: item + 1, ms })),
    },
    changes: {
      wrongToRight: changes.wrongToRight,
      rightToWrong: changes.rightToWrong,
      wrongToWrong: changes.wrongToWrong,
    },
    marked: { items: report.marked.items, wrong: report.marked.wrong },
    seenBefore: report.seenBefore,
    leaves: conditions.leaves,
    extraTime: conditions.extraTime,
    attempts: attemptsJson(report),
    missed: missedJson(report),
  };
}

const text = (words: string) => clean(raw(words));

const attemptsJson = ({ earlier: all }: ExamReport): ShownJson =>
  all.map(({ startedAt, custom, score: earlier }) => ({
    startedAt,
    custom,
    points: earlier.points,
    items: earlier.items,
    passed: earlier.passed,
    scaled: earlier.scaled,
  }));

/** Positions are 0-based and those of the card when it was drawn: of options, or of the lines in their right order. */
const missedJson = ({ missed }: ExamReport): ShownJson =>
  missed.map(({ item, paper, points, stored, question, grade }) => ({
    item: item + 1,
    objective: text(paper.objective),
    deck: text(paper.deck),
    card: text(paper.card),
    points,
    answer: stored.map((part) => (typeof part === 'number' ? part : text(part))),
    verdict: grade === undefined ? null : text(grade.verdict),
    prompt: question === undefined ? null : clean(question.card.prompt),
    ...(question === undefined ? {} : solutionJson(question)),
  }));

function solutionJson({ card }: PaperQuestion) {
  const { content, explanation } = card;
  const why = { explanation: clean(explanation) };
  switch (content.kind) {
    case 'choice':
      return {
        options: content.options.map(({ text: option, right, reason }) => ({
          text: clean(option),
          right,
          reason: reason === undefined ? null : clean(reason),
        })),
        ...why,
      };
    case 'typed':
      return { answers: content.answers.map(clean), ...why };
    case 'order':
      return { lines: content.lines.map(clean), ...why };
    default:
      return why;
  }
}
