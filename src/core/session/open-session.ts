import { outcomesOf, progressOf } from '../history/progress.ts';
import { addDays, dayOf, startOfDay } from '../schedule/day.ts';
import type { QueueCounts } from '../schedule/next-item.ts';
import { isAskable } from '../schedule/standing.ts';
import type { Instant } from '../schedule/time.ts';
import { UserError } from '../user-error.ts';
import { askDrill } from './ask-drill.ts';
import { askQueue } from './ask-queue.ts';
import { matches, missedBy } from './card-filter.ts';
import { cardRecord, isCorrected } from './card-record.ts';
import type { Drill } from './drill.ts';
import { type StudyItem, writtenIn } from './library.ts';
import { deckKey } from './overview.ts';
import { lastAnswers } from './pace.ts';
import type { Session, SessionPlan } from './session.ts';
import type { SessionSource } from './session-source.ts';

/** Opens a session over the cards that a plan takes, as of now. */
export function openSession(source: SessionSource, plan: SessionPlan, now: Instant): Session {
  const missed = missedBy(plan.filter, source.sittings);
  const takes = (item: StudyItem) => matches(item, plan.filter, source.progress(), missed);
  const { dayStart } = source.progress().parameters;
  if (plan.mode === 'drill' || plan.filter.decks.length > 0) source.read(plan.filter.decks);
  const ask = plan.mode === 'drill' ? askDrill : askQueue;
  const asking = ask(source, plan, now, takes);
  return {
    next: (drill, at) => current(source, asking.next(drill, at)),
    left: (drill, at) => ({
      ...withinLimit(asking.left(drill, at), drill),
      again: lastAnswers(drill).filter((one) => asking.comesBack(one, at)).length,
    }),
    readAhead: (drill, at) => {
      if (drill.phase.phase === 'finished') return;
      const after = asking.after(drill.phase.question.item, drill, at);
      readCard(current(source, after), source.lang());
    },
    item: (ref) => source.library().item(ref),
    memory: (item) => progressOf(source.progress(), item.ref)?.memory,
    outcomes: (item, at) => outcomesOf(source.progress(), item.ref, at, source.tz(at)),
    grade: source.grade,
    isCorrected: (item) => isCorrected(item, source.progress()),
    cardRecord: (item) => cardRecord(item, source.progress()),
    isOpen: ({ item, lastReview }, at) => {
      const standing = progressOf(source.progress(), item.ref);
      return standing?.memory?.lastReview === lastReview && isAskable(item, standing, at);
    },
    lastUndoable: source.lastUndoable,
    refOf: source.refOf,
    nextDay: (at) => startOfDay(addDays(dayOf(at, source.tz(at), dayStart), 1), source.tz(at), dayStart),
    get lang() {
      return source.lang();
    },
    seed: source.seed,
  };
}

/** Has an item's text read, if it has not been. */
function readCard(item: StudyItem | undefined, lang: string): void {
  try {
    if (item !== undefined) writtenIn(item, lang);
  } catch (error) {
    // A card that is gone, or cannot be read, says so when it is asked.
    if (!(error instanceof UserError)) throw error;
  }
}

/** The queue was built from the decks as they were; a card may have been edited since. All that is known of it is read. */
function current(source: SessionSource, item: StudyItem | undefined): StudyItem | undefined {
  if (item === undefined) return undefined;
  source.read([deckKey(item)]);
  return source.library().item(item.ref) ?? item;
}

/** What of the cards left comes before the number of answers that was asked for is reached. */
function withinLimit(left: QueueCounts, { limits, answered }: Drill): QueueCounts {
  const all = left.learning + left.due + left.new;
  const room = (limits.cards ?? Number.POSITIVE_INFINITY) - answered.length;
  if (all <= room) return left;
  const learning = Math.min(left.learning, room);
  const due = Math.min(left.due, room - learning);
  return { learning, due, new: room - learning - due, minutes: Math.ceil((left.minutes * room) / all) };
}
