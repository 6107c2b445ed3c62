import type { Happening } from '../history/entry.ts';
import { memoryStates, type Rating } from '../schedule/memory.ts';
import type { Instant } from '../schedule/time.ts';
import { askNext, merged, reloaded } from './ask-next.ts';
import { stepDraft } from './draft.ts';
import {
  type Drill,
  type DrillEvent,
  type DrillLimits,
  type DrillStep,
  type DrillTools,
  noticed,
  type Revealed,
} from './drill.ts';
import { inOtherLanguage } from './question.ts';
import { override, reveal, submit } from './reveal.ts';
import { change, save, settle, undo } from './save-action.ts';

const longestAnswer = 60_000;

/** Begins a session with its first question, or finished when there is none. */
export function startDrill(mode: Drill['mode'], limits: DrillLimits, tools: DrillTools, now: Instant): Drill {
  const empty: Drill = {
    mode,
    startedAt: now,
    limits,
    asked: 0,
    phase: { phase: 'finished' },
    answered: [],
    past: [],
    pending: undefined,
    unsaved: undefined,
    notice: undefined,
  };
  return askNext(empty, tools, now);
}

/** Computes the session after an event; what must be written comes back as effects. */
export function stepDrill(drill: Drill, event: DrillEvent, tools: DrillTools, now: Instant): DrillStep {
  if (event.kind === 'saved') return { drill: settle(drill, event.entries, tools, now), effects: [] };
  if (event.kind === 'save-failed') {
    return still({ ...drill, unsaved: { entries: event.entries, why: event.why } });
  }
  if (drill.unsaved !== undefined) return stepUnsaved(drill, drill.unsaved.entries, event);
  const fresh = { ...drill, notice: undefined };
  switch (event.kind) {
    case 'notice':
      return still({ ...drill, notice: event.notice });
    case 'finish':
      return finish(fresh);
    case 'undo':
      return undo(fresh, tools);
    case 'suspend':
    case 'bury':
    case 'flag':
      return change(fresh, event, tools, now);
    case 'reloaded':
      return still(reloaded(fresh, tools, now));
    case 'merged':
      return still(merged(fresh, tools, now));
    default:
      return drill.phase.phase === 'asking'
        ? still(stepAsking(fresh, event, tools, now))
        : stepRevealed(fresh, event);
  }
}

const still = (drill: Drill): DrillStep => ({ drill, effects: [] });

/** An answer that was graded is recorded as suggested, though nobody has rated it. */
function finish(drill: Drill): DrillStep {
  const { phase } = drill;
  if (phase.phase !== 'revealed' || phase.grade === undefined)
    return still({ ...drill, phase: { phase: 'finished' } });
  return rate(drill, phase, phase.suggested, true);
}

/** While something is unsaved, only another try, leaving and looking work. */
function stepUnsaved(
  drill: Drill,
  entries: NonNullable<Drill['unsaved']>['entries'],
  event: DrillEvent,
): DrillStep {
  switch (event.kind) {
    case 'retry':
      return { drill, effects: [{ kind: 'retry', entries }] };
    case 'finish':
      return still({ ...drill, phase: { phase: 'finished' } });
    case 'reasons':
      return stepRevealed(drill, event);
    default:
      return still(drill);
  }
}

function stepAsking(drill: Drill, event: DrillEvent, tools: DrillTools, now: Instant): Drill {
  if (drill.phase.phase !== 'asking') return drill;
  const { question, draft } = drill.phase;
  switch (event.kind) {
    case 'draft': {
      const next = stepDraft(draft, event.event, question.card);
      return { ...drill, phase: { ...drill.phase, draft: next } };
    }
    case 'show':
      return draft.kind === 'recall'
        ? { ...drill, phase: reveal(drill, { kind: 'blank' }, tools, now) }
        : drill;
    case 'dont-know': {
      const phase = reveal(drill, { kind: 'blank' }, tools, now);
      // Where the learner alone judges, this was the judgement.
      return { ...drill, phase: phase.phase === 'revealed' ? { ...phase, suggested: 1 } : phase };
    }
    case 'submit':
      return submit(drill, event.guessed, tools, now);
    case 'tip': {
      if (question.tips >= question.card.hints.length) return noticed(drill, 'no-tip');
      return { ...drill, phase: { ...drill.phase, question: { ...question, tips: question.tips + 1 } } };
    }
    case 'language': {
      if (question.item.languages.size < 2) return noticed(drill, 'one-language');
      return { ...drill, phase: { ...drill.phase, question: inOtherLanguage(question) } };
    }
    case 'rate':
    case 'rate-suggested':
    case 'override':
      return noticed(drill, 'show-first');
    default:
      return drill;
  }
}

function stepRevealed(drill: Drill, event: DrillEvent): DrillStep {
  const { phase } = drill;
  if (phase.phase !== 'revealed') return still(drill);
  switch (event.kind) {
    case 'rate':
      return rate(drill, phase, event.rating);
    case 'rate-suggested':
      return rate(drill, phase, phase.suggested);
    case 'override': {
      const overridden = override(phase);
      return still(
        overridden === undefined ? noticed(drill, 'nothing-to-override') : { ...drill, phase: overridden },
      );
    }
    case 'reasons':
      return still({ ...drill, phase: { ...phase, allReasons: !phase.allReasons } });
    case 'language': {
      if (phase.question.item.languages.size < 2) return still(noticed(drill, 'one-language'));
      return still({ ...drill, phase: { ...phase, question: inOtherLanguage(phase.question) } });
    }
    case 'submit':
    case 'show':
    case 'dont-know':
    case 'tip':
      return still(noticed(drill, 'already-shown'));
    default:
      return still(drill);
  }
}

const isRight = ({ grade, overridden }: Revealed, rating: Rating): boolean =>
  grade === undefined
    ? rating > 1
    : overridden || grade.verdict === 'exact' || grade.verdict === 'equivalent';

function rate(drill: Drill, phase: Revealed, rating: Rating, leaves = false): DrillStep {
  if (!phase.allowed.includes(rating)) return still(noticed(drill, 'not-after-override'));
  const { item, askedAt, tips } = phase.question;
  const ms = Math.max(0, Math.min(longestAnswer, phase.shownAt - askedAt));
  const typed = phase.answer.kind === 'typed' ? phase.answer.lines.join('\n') : undefined;
  const memory = phase.outcomes?.[rating];
  const review: Happening = {
    kind: 'review',
    ...item.ref,
    rating,
    ms,
    mode: drill.mode,
    verdict: phase.grade?.verdict,
    ...(typed === undefined ? {} : { typed: typed.slice(0, 1000) }),
    ...(phase.overridden ? { overridden: true } : {}),
    ...(tips > 0 ? { hinted: true } : {}),
    ...(phase.guessed ? { guessed: true } : {}),
    memory:
      memory === undefined
        ? [0, 0, 0, 0]
        : [memory.stability, memory.difficulty, memoryStates.indexOf(memory.state), memory.due],
  };
  const happenings = phase.record === undefined ? [review] : [phase.record, review];
  return save(drill, {
    kind: 'rate',
    happenings,
    answered: { item, rating, right: isRight(phase, rating), ms },
    leaves,
  });
}
