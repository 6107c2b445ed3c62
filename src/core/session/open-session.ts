import type { SittingRecord } from '../exam/collect-sittings.ts';
import type { Answer } from '../grading/answer.ts';
import type { Grade } from '../grading/verdict.ts';
import type { MemoryRef } from '../history/entry.ts';
import { outcomesOf, type Progress, progressOf, withMoreNew } from '../history/progress.ts';
import { addDays, dayOf, startOfDay } from '../schedule/day.ts';
import { mixed, type Stack } from '../schedule/mix.ts';
import { comesSoon, countQueue, itemAfter, nextItem, type QueueCounts } from '../schedule/next-item.ts';
import { type DayPlan, weightiestFirst, withPlan } from '../schedule/plan.ts';
import type { Standings } from '../schedule/standing.ts';
import { isAskable } from '../schedule/standing.ts';
import { buildQueue, everywhere, type StudyQueue } from '../schedule/study-queue.ts';
import type { Instant, Minutes } from '../schedule/time.ts';
import { UserError } from '../user-error.ts';
import { matches, missedBy } from './card-filter.ts';
import { cardRecord, isCorrected } from './card-record.ts';
import type { Answered, Drill } from './drill.ts';
import { itemsOf, type Library, type StudyItem, writtenIn } from './library.ts';
import { deckKey } from './overview.ts';
import { lastAnswers } from './pace.ts';
import type { Question } from './question.ts';
import type { CardFilter, Session, SessionPlan } from './session.ts';
import type { Begun } from './soonest.ts';

/** What a session reads; the functions give the present value, for answers change it. */
export interface SessionSource {
  library(): Library;
  progress(): Progress;
  readonly tz: (at: Instant) => Minutes;
  readonly lang: () => string;
  readonly seed: string;
  lastUndoable(): { readonly ids: readonly string[] } | undefined;
  /** Every sitting, oldest first. */
  sittings(): readonly SittingRecord[];
  /** Reads what the journal says of these decks, of all when none are named; `progress` may not have it before. */
  read(decks: readonly string[]): void;
  /** What may be asked first, as far as was read. */
  begun(): Begun;
  /** Whether a deck has new cards. */
  hasNew(deck: string): boolean;
  /** What an exam date makes of today. */
  dayPlan(now: Instant): DayPlan<StudyItem> | undefined;
  refOf(entry: string): MemoryRef | undefined;
  readonly grade: (question: Question, answer: Answer) => Grade;
  /** Takes an item to be asked here; false when another window asks it. */
  take(item: StudyItem): boolean;
  /** New cards beyond the day's limit. */
  readonly extraNew: number;
}

/** The order of a drill, or the queue of a session that is none. */
type Asked = readonly StudyItem[] | StudyQueue<StudyItem>;

/** Opens a session over the cards that a plan takes, as of now. */
export function openSession(source: SessionSource, plan: SessionPlan, now: Instant): Session {
  const missed = missedBy(plan.filter, source.sittings);
  const takes = (item: StudyItem) => matches(item, plan.filter, source.progress(), missed);
  const { dayStart } = source.progress().parameters;
  if (plan.mode === 'drill' || plan.filter.decks.length > 0) source.read(plan.filter.decks);
  const asked: Asked =
    plan.mode === 'drill' ? drillOrder(source, plan, now, takes) : queueOf(source, plan, now, takes);
  const leftOf = (drill: Drill, at: Instant): QueueCounts => {
    if ('planned' in asked) return countQueue(asked, source.progress(), at);
    const left = asked.filter((item) => needsAnswer(item, drill)).length;
    return { due: left, new: 0, learning: 0, minutes: Math.ceil(left / 5) };
  };
  const isBack = ({ item, rating }: Answered, at: Instant): boolean =>
    'planned' in asked ? comesSoon(progressOf(source.progress(), item.ref), at) : rating === 1;
  const againIn = (drill: Drill, at: Instant) => lastAnswers(drill).filter((one) => isBack(one, at)).length;
  return {
    next: (drill, at) =>
      current(
        source,
        'planned' in asked
          ? nextItem(asked, source.progress(), at, source.take)
          : nextOfDrill(asked, drill, source.progress(), at),
      ),
    left: (drill, at) => ({ ...withinLimit(leftOf(drill, at), drill), again: againIn(drill, at) }),
    readAhead: (drill, at) =>
      readCard(current(source, cardAfter(drill, asked, source.progress(), at)), source.lang()),
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

function queueOf(
  source: SessionSource,
  { mode, filter, limits: { cards, minutes } }: SessionPlan,
  now: Instant,
  takes: (item: StudyItem) => boolean,
): StudyQueue<StudyItem> {
  const limits = { ...(cards === undefined ? {} : { cards }), ...(minutes === undefined ? {} : { minutes }) };
  const context = { now, tz: source.tz(now), limits, ahead: mode === 'ahead', filter: takes };
  const dayPlan = mode === 'study' ? source.dayPlan(now) : undefined;
  const stacks = stacksOf(source, filter);
  const build = (): StudyQueue<StudyItem> => {
    const { items, reach } = source.begun();
    const progress = withMoreNew(source.progress(), source.extraNew);
    // A stack reads its deck when it is drawn from.
    const read: Standings = {
      parameters: progress.parameters,
      days: progress.days,
      get cards() {
        return source.progress().cards;
      },
    };
    const standings = dayPlan === undefined ? read : withPlan(progress, dayPlan, now);
    const isNamed = filter.decks.length > 0;
    return buildQueue({ begun: items, reach: isNamed ? everywhere : reach, stacks }, standings, context);
  };
  const queue = build();
  if (queue.isSure) return queue;
  source.read([]);
  return build();
}

/** Where the new items of a filter come from. */
const stacksOf = (source: SessionSource, filter: CardFilter): readonly Stack<StudyItem>[] =>
  [...source.library().decks.values()]
    .filter(({ key }) => filter.decks.length === 0 || filter.decks.includes(key))
    .filter(({ key }) => source.hasNew(key))
    .map((deck) => ({
      key: deck.key,
      size: deck.askable,
      items: () => {
        source.read([deck.key]);
        return [...deck.items.values()].filter(({ retired, examOnly }) => !retired && !examOnly);
      },
    }));

/** What is probably asked once the present question is answered. */
function cardAfter(
  { phase, answered }: Drill,
  asked: Asked,
  progress: Progress,
  now: Instant,
): StudyItem | undefined {
  if (phase.phase === 'finished') return undefined;
  const { key } = phase.question.item;
  if ('planned' in asked) return itemAfter(asked, progress, now, key);
  const known = new Set([key, ...answered.map(({ item }) => item.key)]);
  return asked.find((item) => !known.has(item.key));
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

/** The core cards come by their weight in an exam whose date was set late. */
function drillOrder(
  source: SessionSource,
  plan: SessionPlan,
  now: Instant,
  takes: (item: StudyItem) => boolean,
): readonly StudyItem[] {
  const { progress, seed, dayPlan } = source;
  const items = itemsOf(source.library()).filter(takes);
  const askable = items.filter((item) => isAskable(item, progressOf(progress(), item.ref), now));
  const eve = plan.filter.tags.includes('core') ? dayPlan(now)?.eve : undefined;
  return eve === undefined ? mixed(askable, seed) : weightiestFirst(mixed(askable, seed), eve.weightOf);
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

/** A drill asks each card until it was rated better than Again once. */
const needsAnswer = (item: StudyItem, drill: Drill): boolean =>
  (drill.answered.findLast((answered) => answered.item.key === item.key)?.rating ?? 1) === 1;

function nextOfDrill(order: readonly StudyItem[], drill: Drill, progress: Progress, now: Instant) {
  const isFree = (item: StudyItem) => isAskable(item, progressOf(progress, item.ref), now);
  const isNew = (item: StudyItem) => !drill.answered.some((answered) => answered.item.key === item.key);
  const open = order.filter((item) => needsAnswer(item, drill) && isFree(item));
  const last = drill.answered.at(-1)?.item.key;
  return open.find(isNew) ?? open.find((item) => item.key !== last) ?? open[0];
}
