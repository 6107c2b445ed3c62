import type { SittingRecord } from '../exam/collect-sittings.ts';
import { isClosed, itemRecord } from '../exam/collect-sittings.ts';
import type { Paper } from '../exam/draw-paper.ts';
import type { ExamLibrary } from '../exam/exam-item.ts';
import { type PaperQuestion, questionOf, type StoredAnswer } from '../exam/paper-question.ts';
import type { PaperItem } from '../history/entry.ts';
import { type Instant, type Minutes, minute } from '../schedule/time.ts';
import type { Raw } from '../text/shown.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { type Sitting, type SittingItem, type SittingStep, timeLeft } from './sitting.ts';
import { restoreDraft } from './stored-draft.ts';

export interface SittingStart {
  readonly title: Raw;
  readonly extraTime: Minutes;
  readonly now: Instant;
}

/** Begins a sitting: its first item is shown once the paper is on disk. */
export function startSitting(
  paper: Paper,
  library: ExamLibrary,
  { title, extraTime, now }: SittingStart,
): SittingStep {
  const { exam, lang, seed, rules, custom, gaps } = paper;
  const deadline = now + (rules.minutes + extraTime) * minute;
  const started: Sitting = {
    id: undefined,
    ...{ title, lang, rules, deadline, extraTime, gaps },
    startedAt: now,
    items: paper.items.map((item) => sittingItem(item, library, lang)),
    phase: { phase: 'answering', item: 0, since: now },
    // A paper that is shorter than a warning has had it.
    warned: rules.warnings.filter((minutes) => minutes >= rules.minutes + extraTime),
    pending: undefined,
    unsaved: undefined,
    notice: undefined,
  };
  const start = { exam, lang, seed, deadline, extraTime, rules, custom, gaps, items: paper.items };
  return {
    sitting: { ...started, pending: { next: started } },
    effects: [{ kind: 'append', happenings: [{ kind: 'exam-start', ...start }] }],
  };
}

/**
 * Goes on with a sitting as the journal has it, where it was. The clock has run on: past the deadline, the first tick
 * hands the paper in. `undefined` when it was handed in already.
 */
export function resumeSitting(
  record: SittingRecord,
  library: ExamLibrary,
  title: Raw,
  now: Instant,
): Sitting | undefined {
  if (isClosed(record)) return undefined;
  const { start } = record;
  const { lang, rules, deadline, extraTime, gaps } = start;
  const items = start.items.map((paper, i) => {
    const { answer, spent, marked } = itemRecord(record, i);
    return { ...sittingItem(paper, library, lang, answer), spent, marked };
  });
  const left = timeLeft({ deadline }, now);
  const place = record.visits.at(-1)?.item ?? record.answers.at(-1)?.item ?? 0;
  return {
    id: record.id,
    ...{ title, lang, rules, deadline, extraTime, gaps, items },
    startedAt: start.t,
    phase: { phase: 'answering', item: place < items.length ? place : 0, since: now },
    warned: rules.warnings.filter((minutes) => left <= minutes * minute),
    pending: undefined,
    unsaved: undefined,
    notice: undefined,
  };
}

function sittingItem(
  paper: PaperItem,
  library: ExamLibrary,
  lang: string,
  saved: StoredAnswer = [],
): SittingItem {
  const question = questionOf(paper, library, lang);
  return { paper, question, draft: draftFor(question, saved), saved, spent: 0, marked: false };
}

/** What is before the learner when an item was answered like this. */
export function draftFor(question: PaperQuestion | undefined, saved: StoredAnswer): Draft {
  if (question === undefined) return { kind: 'recall' };
  const { card, order } = question;
  return saved.length === 0 ? emptyDraft(card) : restoreDraft(card, saved, order);
}
