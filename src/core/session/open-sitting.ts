import type { SittingRecord } from '../exam/collect-sittings.ts';
import { isClosed } from '../exam/collect-sittings.ts';
import type { Paper } from '../exam/draw-paper.ts';
import type { ExamLibrary } from '../exam/exam-item.ts';
import { questionOf, type StoredAnswer } from '../exam/paper-question.ts';
import type { PaperItem } from '../history/entry.ts';
import { type Instant, type Minutes, minute } from '../schedule/time.ts';
import type { Raw } from '../text/shown.ts';
import { emptyDraft } from './draft.ts';
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
    warned: [],
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
 * Goes on with a sitting as the journal has it, at the item after the last answered one. The clock has run on: past
 * the deadline, the first tick hands the paper in. `undefined` when it was handed in already.
 */
export function resumeSitting(
  record: SittingRecord,
  library: ExamLibrary,
  title: Raw,
  now: Instant,
): Sitting | undefined {
  if (isClosed(record)) return undefined;
  const { start, answers, marks } = record;
  const { lang, rules, deadline, extraTime, gaps } = start;
  const items = start.items.map((paper, i) => {
    const last = answers.filter(({ item }) => item === i).at(-1);
    const marked = marks.filter(({ item }) => item === i).at(-1)?.on ?? false;
    return { ...sittingItem(paper, library, lang, last?.answer), spent: last?.ms ?? 0, marked };
  });
  const left = timeLeft({ deadline }, now);
  const last = answers.at(-1)?.item;
  return {
    id: record.id,
    ...{ title, lang, rules, deadline, extraTime, gaps, items },
    startedAt: start.t,
    phase: {
      phase: 'answering',
      item: last === undefined ? 0 : Math.min(last + 1, items.length - 1),
      since: now,
    },
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
  const draft =
    question === undefined
      ? { kind: 'recall' as const }
      : saved.length === 0
        ? emptyDraft(question.card)
        : restoreDraft(question.card, saved, question.order);
  return { paper, question, draft, saved, spent: 0, marked: false };
}
