import { scoreItem } from '../exam/score-exam.ts';
import type { Happening } from '../history/entry.ts';
import { type Instant, second } from '../schedule/time.ts';
import type { OpenPhase, Sitting, SittingPhase, SittingStep } from './sitting.ts';
import { storeDraft } from './stored-draft.ts';

/** Asks for entries to be written; the sitting becomes `next` when it hears that they are. */
export function append(sitting: Sitting, next: Sitting, happenings: readonly Happening[]): SittingStep {
  if (happenings.length === 0) return { sitting: next, effects: [] };
  return { sitting: { ...sitting, pending: { next } }, effects: [{ kind: 'append', happenings }] };
}

/** A visit shorter than this that changed nothing is not told. */
const shortVisit = second;

/** Ends the visit of the item before the learner: what was answered and the time go to disk. */
function endVisit(sitting: Sitting, now: Instant): { sitting: Sitting; happenings: readonly Happening[] } {
  const phase = openPhaseOf(sitting.phase);
  const item = phase?.phase === 'answering' ? sitting.items[phase.item] : undefined;
  if (phase?.phase !== 'answering' || item === undefined || sitting.id === undefined)
    return { sitting, happenings: [] };
  const visit = Math.max(0, Math.min(now, sitting.deadline) - phase.since);
  const answer = item.question === undefined ? item.saved : storeDraft(item.draft, item.question.order);
  const isSame = JSON.stringify(answer) === JSON.stringify(item.saved);
  if (isSame && visit < shortVisit) return { sitting, happenings: [] };
  const spent = item.spent + visit;
  const items = sitting.items.with(phase.item, { ...item, saved: answer, spent });
  return {
    sitting: { ...sitting, items },
    happenings: [
      isSame
        ? { kind: 'exam-visit', sitting: sitting.id, item: phase.item, ms: spent }
        : { kind: 'exam-answer', sitting: sitting.id, item: phase.item, answer, ms: spent },
    ],
  };
}

/** A question before the end does not end the visit. */
function openPhaseOf(phase: SittingPhase): OpenPhase | undefined {
  switch (phase.phase) {
    case 'answering':
    case 'grid':
      return phase;
    case 'asking-hand-in':
    case 'asking-leave':
      return phase.back;
    default:
      return undefined;
  }
}

export function turnTo(sitting: Sitting, phase: SittingPhase, now: Instant): SittingStep {
  const ended = endVisit(sitting, now);
  return append(sitting, { ...ended.sitting, phase }, ended.happenings);
}

/** That the learner is at another item goes to disk, too: a crash leads back to it. */
export function goTo(before: Sitting, item: number, now: Instant): SittingStep {
  const { sitting, happenings } = endVisit(before, now);
  const target = sitting.items[item];
  if (target === undefined || sitting.id === undefined) return { sitting: before, effects: [] };
  return append(before, { ...sitting, phase: { phase: 'answering', item, since: now } }, [
    ...happenings,
    { kind: 'exam-visit', sitting: sitting.id, item, ms: target.spent },
  ]);
}

/** The one entry that closes the sitting holds its points; what stands in the drafts counts. */
export function handIn(sitting: Sitting, why: 'handed-in' | 'time-ran-out', now: Instant): SittingStep {
  if (sitting.id === undefined) return { sitting, effects: [] };
  const ended = endVisit(sitting, now);
  const points = ended.sitting.items.map(({ question, draft, saved }) =>
    scoreItem(
      question,
      question === undefined ? saved : storeDraft(draft, question.order),
      sitting.rules.scoring,
    ),
  );
  const lost = ended.sitting.items.flatMap(({ question }, i) => (question === undefined ? [i] : []));
  const next: Sitting = { ...ended.sitting, phase: { phase: 'handed-in', why, points } };
  return append(sitting, next, [
    ...ended.happenings,
    { kind: 'exam-hand-in', sitting: sitting.id, why, points, ...(lost.length === 0 ? {} : { void: lost }) },
  ]);
}

/** Leaves on purpose; the clock runs on. */
export function leave(sitting: Sitting, now: Instant): SittingStep {
  if (sitting.id === undefined) return { sitting, effects: [] };
  const ended = endVisit(sitting, now);
  return append(sitting, { ...ended.sitting, phase: { phase: 'left' } }, [
    ...ended.happenings,
    { kind: 'exam-leave', sitting: sitting.id },
  ]);
}
