import {
  gridFilters,
  isOver,
  type Sitting,
  type SittingEvent,
  type SittingStep,
} from '../../core/session/sitting.ts';
import { stepSitting } from '../../core/session/step-sitting.ts';
import { clean, type Shown } from '../../core/text/shown.ts';
import type { Desk } from '../app/desk.ts';
import { mergedEvent } from '../app/open-exam.ts';
import { recordEffect } from '../app/record-effect.ts';
import { sittingNotice } from '../frames/exam-frames.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import { sayNow } from '../messages/say.ts';
import { examHelpText, examHowText, examPlaceText, leftText } from './exam-text.ts';
import { type LineLook, wrapText } from './line-look.ts';
import { refusalText } from './line-refusal.ts';
import { itemOf, readExamLine } from './read-exam-line.ts';

/** What an exam on lines stands on. */
export interface ExamTable {
  readonly desk: Desk;
  readonly look: LineLook;
}

/** The sitting after a line or a while, and what is said about it. */
export interface ExamTurn {
  readonly sitting: Sitting;
  readonly said: readonly Shown[];
}

/** Begins a paper, or goes on with one that has no effects to perform; says the first item. */
export function beginExam(step: SittingStep, table: ExamTable): ExamTurn {
  const { look, desk } = table;
  const { lines } = examMessagesIn(look.language);
  const isNew = step.effects.length > 0;
  const sitting = take(perform(step, desk), [{ kind: 'tick' }], desk);
  const opening = wrapText(isNew ? lines.start : lines.resumed(clean(sitting.title)), look);
  const unsaved = unsavedText(sitting, look);
  if (unsaved.length > 0) return { sitting, said: unsaved };
  return { sitting, said: [...opening, ...noticeText(sitting, look), ...placeText(sitting, table)] };
}

/** Takes one line. What it changes is on disk when this returns, or the text says that it is not. */
export function takeExamLine(before: Sitting, line: string, table: ExamTable): ExamTurn {
  const { desk, look } = table;
  const ticked = passTime(before, table);
  const { sitting } = ticked;
  if (isOver(sitting)) return ticked;
  const reading = readExamLine(line, sitting, filterNamed(look));
  switch (reading.kind) {
    case 'help':
      return { sitting, said: [...ticked.said, ...examHelpText(look)] };
    case 'refused':
      return { sitting, said: [...ticked.said, ...wrapText(refusalText(reading.refusal, look), look)] };
    case 'events': {
      const after = take(sitting, reading.events, desk);
      return { sitting: after, said: [...ticked.said, ...changeText(sitting, after, table)] };
    }
  }
}

/** Time has gone by: a warning, or the end. */
export function passTime(before: Sitting, { desk, look }: ExamTable): ExamTurn {
  const sitting = take(before, [{ kind: 'tick' }], desk);
  const isNew = sitting.notice !== before.notice && sitting.notice?.kind === 'warning';
  return { sitting, said: isNew ? noticeText(sitting, look) : [] };
}

/** Leaves on purpose; what could not be saved is tried once more. */
export function leaveExam(before: Sitting, { desk }: Pick<ExamTable, 'desk'>): Sitting {
  const saved = before.unsaved === undefined ? before : take(before, [{ kind: 'retry' }], desk);
  const isAsking = saved.phase.phase === 'asking-hand-in' || saved.phase.phase === 'asking-leave';
  return take(
    saved,
    [...(isAsking ? [{ kind: 'cancel' } as const] : []), { kind: 'leave' }, { kind: 'confirm' }],
    desk,
  );
}

/** What is said when a sitting was left. */
export const leftSaid = (sitting: Sitting, { desk, look }: ExamTable): Shown[] =>
  wrapText(examMessagesIn(look.language).lines.left(leftText(sitting, desk.examClock.now(), look)), look);

/**
 * The sitting after events, with everything recorded that they want recorded, and with what other windows recorded
 * before.
 */
function take(before: Sitting, events: readonly SittingEvent[], desk: Desk): Sitting {
  return events.reduce(
    (now, event) => {
      if (now.unsaved !== undefined && event.kind !== 'retry') return now;
      return perform(stepSitting(now, event, desk.examClock.now()), desk);
    },
    desk.refresh() ? merged(before, desk) : before,
  );
}

function perform({ sitting, effects }: SittingStep, desk: Desk): Sitting {
  return effects.reduce((now, effect) => {
    const recorded = recordEffect(effect, desk);
    const next = perform(stepSitting(now, recorded, desk.examClock.now()), desk);
    return recorded.kind === 'saved' && recorded.others ? merged(next, desk) : next;
  }, sitting);
}

function merged(sitting: Sitting, desk: Desk): Sitting {
  const event = mergedEvent(sitting, desk);
  return event === undefined ? sitting : stepSitting(sitting, event, desk.examClock.now()).sitting;
}

const filterNamed =
  ({ language }: LineLook) =>
  (name: string) =>
    gridFilters.find((filter) => name === filter || name === examMessagesIn(language).filter[filter]);

function changeText(before: Sitting, after: Sitting, table: ExamTable): Shown[] {
  const { look } = table;
  const unsaved = unsavedText(after, look);
  if (unsaved.length > 0) return unsaved;
  const saved = before.unsaved === undefined ? [] : wrapText(look.lines.savedAgain, look);
  const told = [...saved, ...noticeText(after, look)];
  const isReview = after.phase.phase === 'grid' && after.notice === undefined;
  if (isReview || placeOf(before) !== placeOf(after)) return [...told, ...placeText(after, table)];
  const [was, is] = [itemOf(before)?.draft, itemOf(after)?.draft];
  const isNextField = was?.kind === 'typed' && is?.kind === 'typed' && was.active !== is.active;
  const item = itemOf(after);
  return isNextField && item !== undefined ? [...told, ...wrapText(examHowText(item, look), look)] : told;
}

const placeOf = ({ phase }: Sitting): string =>
  phase.phase === 'answering' ? `item ${phase.item}` : phase.phase;

const placeText = (sitting: Sitting, { desk, look }: ExamTable): Shown[] =>
  examPlaceText(sitting, desk.examClock.now(), look);

const noticeText = ({ notice }: Sitting, look: LineLook): Shown[] =>
  notice === undefined ? [] : wrapText(sittingNotice(notice, look), look);

const unsavedText = ({ unsaved }: Sitting, look: LineLook): Shown[] =>
  unsaved === undefined
    ? []
    : [...wrapText(sayNow(unsaved.why, look.messages), look), ...wrapText(look.lines.unsaved, look)];
