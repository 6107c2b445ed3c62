import { raw } from '../text/shown.ts';
import type { Blueprint } from './blueprint.ts';
import {
  type ClosedSitting,
  counts,
  type ItemRecord,
  isClosed,
  itemRecord,
  type SittingRecord,
} from './collect-sittings.ts';
import { type ExamLibrary, examinableKinds } from './exam-item.ts';
import { answerState, gradeQuestion, type PaperQuestion, questionOf } from './paper-question.ts';
import type {
  AnswerChanges,
  Attempt,
  ExamReport,
  KindScore,
  MissedItem,
  ObjectiveScore,
  ReportTimes,
} from './report.ts';
import { scoreExam, scoreItem } from './score-exam.ts';

/** An item with all that the sitting says of it. */
interface Told extends ItemRecord {
  /** From 0. */
  readonly index: number;
  readonly paper: ClosedSitting['start']['items'][number];
  readonly question: PaperQuestion | undefined;
  readonly points: number;
  readonly answers: ClosedSitting['answers'];
}

/**
 * The report of a sitting. Points are those stored at hand-in, whatever became of the cards since; `earlier` may hold
 * any sittings, `blueprint` is `undefined` when its file is gone.
 */
export function makeReport(
  sitting: ClosedSitting,
  library: ExamLibrary,
  blueprint: Blueprint | undefined,
  earlier: readonly SittingRecord[],
): ExamReport {
  const { id, start, handIn, leaves } = sitting;
  const told = start.items.flatMap((_, i) => (counts(sitting, i) ? [tellItem(sitting, library, i)] : []));
  const marked = told.filter((item) => item.marked);
  return {
    sitting: id,
    exam: start.exam,
    title: blueprint?.title ?? raw(start.exam),
    lang: start.lang,
    custom: start.custom,
    startedAt: start.t,
    tz: start.tz,
    endedAt: Math.min(handIn.t, start.deadline),
    why: handIn.why,
    void: start.items.flatMap((_, i) => (counts(sitting, i) ? [] : [i])),
    rules: start.rules,
    score: scoreExam(
      told.map(({ points }) => points),
      start.rules,
    ),
    byObjective: byObjective(sitting, told, blueprint),
    byKind: byKind(told),
    times: timesOf(sitting, told),
    changes: changesOf(told),
    marked: { items: marked.length, wrong: marked.filter(({ points }) => points < 1).length },
    seenBefore: told.filter(({ paper }) => paper.seenBefore).length / Math.max(1, told.length),
    conditions: { leaves: leaves.length, extraTime: start.extraTime },
    earlier: attempts(earlier.filter((other) => other.start.exam === start.exam && other.start.t < start.t)),
    missed: told.flatMap((item) => missedItem(item) ?? []),
  };
}

/** Sittings that were handed in, with their scores, in the order given. */
export const attempts = (sittings: readonly SittingRecord[]): readonly Attempt[] =>
  sittings.filter(isClosed).map((sitting) => {
    const { id, start, handIn } = sitting;
    const points = start.items.flatMap((_, i) => (counts(sitting, i) ? [handIn.points[i] ?? 0] : []));
    return {
      ...{ sitting: id, startedAt: start.t, tz: start.tz, custom: start.custom },
      score: scoreExam(points, start.rules),
    };
  });

function tellItem(sitting: ClosedSitting, library: ExamLibrary, i: number): Told {
  const { start, answers, handIn } = sitting;
  const paper = start.items[i];
  if (paper === undefined) throw new Error(`no item ${i}`);
  return {
    ...itemRecord(sitting, i),
    index: i,
    paper,
    question: questionOf(paper, library, start.lang),
    points: handIn.points[i] ?? 0,
    answers: answers.filter(({ item }) => item === i),
  };
}

function byObjective(
  { start }: ClosedSitting,
  told: readonly Told[],
  blueprint: Blueprint | undefined,
): readonly ObjectiveScore[] {
  const asked = [
    ...told.map(({ paper }) => paper.objective),
    ...start.gaps.map(({ objective }) => objective),
  ];
  const known = blueprint?.objectives.map(({ id }) => id) ?? [];
  const present = new Set(asked);
  const ids = [...known.filter((id) => present.has(id)), ...[...present].filter((id) => !known.includes(id))];
  return ids.map((objective) => {
    const own = told.filter(({ paper }) => paper.objective === objective);
    return {
      objective,
      title: blueprint?.objectives.find(({ id }) => id === objective)?.title,
      items: own.length,
      points: sumOf(own),
      missing: start.gaps.find((gap) => gap.objective === objective)?.missing ?? 0,
    };
  });
}

function byKind(told: readonly Told[]): readonly KindScore[] {
  return [...examinableKinds, 'gone' as const].flatMap((kind) => {
    const own = told.filter(({ question }) => (question?.card.content.kind ?? 'gone') === kind);
    return own.length === 0 ? [] : [{ kind, items: own.length, points: sumOf(own) }];
  });
}

const sumOf = (told: readonly Told[]): number => told.reduce((sum, { points }) => sum + points, 0);

const slowestShown = 3;

function timesOf({ start, handIn }: ClosedSitting, told: readonly Told[]): ReportTimes {
  const spent = told.flatMap(({ spent: ms, index }) => (ms > 0 ? [{ item: index, ms }] : []));
  const slowest = [...spent].sort((a, b) => b.ms - a.ms || a.item - b.item);
  return {
    all: Math.max(0, Math.min(handIn.t, start.deadline) - start.t),
    median: median(spent.map(({ ms }) => ms)),
    slowest: slowest.slice(0, slowestShown),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** From the first whole answer to the last: what was only completed later is no change of mind. */
function changesOf(told: readonly Told[]): AnswerChanges {
  const changes = { wrongToRight: 0, rightToWrong: 0, wrongToWrong: 0 };
  for (const { question, answers, answer: stored } of told) {
    const first = answers.find(
      ({ answer }) => question !== undefined && answerState(question.card, answer) === 'answered',
    )?.answer;
    if (first === undefined || JSON.stringify(first) === JSON.stringify(stored)) continue;
    const wasRight = scoreItem(question, first, 'all-or-nothing') === 1;
    const isRight = scoreItem(question, stored, 'all-or-nothing') === 1;
    if (wasRight && isRight) continue;
    changes[wasRight ? 'rightToWrong' : isRight ? 'wrongToRight' : 'wrongToWrong'] += 1;
  }
  return changes;
}

function missedItem({ index: item, paper, question, points, answer: stored }: Told): MissedItem | undefined {
  if (points >= 1) return undefined;
  return { item, paper, points, stored, question, grade: question && gradeQuestion(question, stored) };
}
