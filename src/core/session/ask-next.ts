import type { Card } from '../decks/card.ts';
import type { Instant } from '../schedule/time.ts';
import { emptyDraft } from './draft.ts';
import { type Drill, type DrillTools, noticed } from './drill.ts';
import { type StudyItem, writtenIn } from './library.ts';
import { askQuestion } from './question.ts';

/** Puts the next item before the learner, or ends the session when a limit is reached or nothing is left. */
export function askNext(drill: Drill, tools: DrillTools, now: Instant): Drill {
  const { cards, until } = drill.limits;
  const isOver =
    (cards !== undefined && drill.answered.length >= cards) || (until !== undefined && now >= until);
  const item = isOver ? undefined : tools.next(drill, now);
  return item === undefined ? { ...drill, phase: { phase: 'finished' } } : ask(drill, item, tools, now);
}

/** Asks one item, whatever the queue says. */
export function ask(
  drill: Drill,
  item: StudyItem,
  tools: DrillTools,
  now: Instant,
  lang: string = tools.lang,
): Drill {
  const question = askQuestion({
    item,
    lang,
    seed: `${tools.seed} ${drill.asked}`,
    now,
    lastReview: tools.memory(item)?.lastReview,
    corrected: tools.isCorrected(item),
  });
  const draft = emptyDraft(question.card);
  return { ...drill, asked: drill.asked + 1, phase: { phase: 'asking', question, draft } };
}

/** The session after the decks were read again: the card may have changed, or be gone. */
export function reloaded(drill: Drill, tools: DrillTools, now: Instant): Drill {
  if (drill.phase.phase === 'finished') return drill;
  const { question } = drill.phase;
  const item = tools.item(question.item.ref);
  if (item === undefined) return noticed(askNext(drill, tools, now), 'card-gone');
  const written = writtenIn(item, question.lang);
  if (written && isSameText(written.card, question.card) && isSameText(item.card, question.item.card)) {
    return { ...drill, phase: { ...drill.phase, question: { ...question, item, ...written } } };
  }
  return noticed(ask(drill, item, tools, now, question.lang), 'edited');
}

const isSameText = (a: Card, b: Card): boolean => a.body === b.body && a.prompt === b.prompt;

/** The session after another window recorded something: what it answered is neither asked nor rated here. */
export function merged(drill: Drill, tools: DrillTools, now: Instant): Drill {
  if (drill.phase.phase === 'finished' || drill.mode === 'drill') return drill;
  if (tools.isOpen(drill.phase.question, now)) return drill;
  return noticed(askNext(drill, tools, now), 'other-window');
}
