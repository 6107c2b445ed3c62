import type { Answer } from '../grading/answer.ts';
import { allowedRatings, suggestRating } from '../grading/suggest-rating.ts';
import type { Instant } from '../schedule/time.ts';
import { submitDraft } from './draft.ts';
import type { Drill, DrillPhase, DrillTools, Revealed } from './drill.ts';

/** Enter on a question: shows the answer, or says what is still missing. */
export function submit(drill: Drill, guessed: boolean, tools: DrillTools, now: Instant): Drill {
  if (drill.phase.phase !== 'asking') return drill;
  const { question, draft } = drill.phase;
  if (draft.kind === 'recall') return { ...drill, phase: reveal(drill, { kind: 'blank' }, tools, now) };
  const submitted = submitDraft(draft, question.card, question.order);
  if ('answer' in submitted) {
    return { ...drill, phase: reveal(drill, submitted.answer, tools, now, guessed) };
  }
  const { refusal } = submitted;
  const phase = { ...drill.phase, draft: submitted.draft };
  return { ...drill, phase, notice: refusal === undefined ? undefined : { kind: 'refused', refusal } };
}

/** The answer shown, with its verdict, its four outcomes and the rating that they suggest. */
export function reveal(
  drill: Drill,
  answer: Answer,
  tools: DrillTools,
  now: Instant,
  guessed = false,
): DrillPhase {
  if (drill.phase.phase !== 'asking') return drill.phase;
  const { question, draft } = drill.phase;
  const grade = draft.kind === 'recall' ? undefined : tools.grade(question, answer);
  const circumstances = { hinted: question.tips > 0, overridden: false, guessed };
  return {
    phase: 'revealed',
    question,
    draft,
    answer,
    grade,
    outcomes: drill.mode === 'drill' ? undefined : tools.outcomes(question.item, now),
    suggested: grade === undefined ? 3 : suggestRating(grade, circumstances),
    allowed: allowedRatings(circumstances),
    overridden: false,
    guessed,
    shownAt: now,
    allReasons: false,
    record: tools.cardRecord(question.item),
  };
}

/** "I was right": a near or wrong typed answer counts, rated Hard at most. Undefined where that makes no sense. */
export function override(phase: Revealed): Revealed | undefined {
  const { grade } = phase;
  if (grade === undefined || phase.overridden || phase.answer.kind !== 'typed') return undefined;
  if (grade.verdict !== 'near' && grade.verdict !== 'wrong') return undefined;
  const circumstances = { hinted: phase.question.tips > 0, overridden: true, guessed: phase.guessed };
  return {
    ...phase,
    overridden: true,
    suggested: suggestRating(grade, circumstances),
    allowed: allowedRatings(circumstances),
  };
}
