import { addDays, dayOf, daysBetween, startOfDay } from './day.ts';
import type { Scheduler } from './fsrs.ts';
import type { Memory } from './memory.ts';
import { dueOf, type Item, isLearning, type Standing, type Standings } from './standing.ts';
import { type Day, day as dayLength, type Instant, type Minutes } from './time.ts';

/** Days of the final pass: fewer when the date was set late. */
const window = { usual: 7, short: 3 } as const;
/** A date set fewer days ahead than this has the short pass. */
const shortNotice = 21;
/** A date set fewer days ahead than this has no pass to speak of: the eve is offered instead. */
const eveNotice = 7;
/** Nothing new so many days before the exam. */
export const noNewDays = 3;
/** Days late from which on recall falls faster than FSRS predicts. */
const longOverdue = 14;
/** Items of the paper that ends the eve. */
export const evePaper = 20;

export interface PlanContext<I extends Item> {
  readonly now: Instant;
  readonly tz: Minutes;
  /** The day of the exam. */
  readonly date: Day;
  /** When that date was set. */
  readonly setOn: Day;
  /** The weight of an item's objectives, of any scale; 0 leaves it to the last. */
  readonly weightOf: (item: I) => number;
}

const planStages = ['ordinary', 'final-pass', 'exam-day', 'over'] as const;
export type PlanStage = (typeof planStages)[number];

/** What a date makes of one day. It follows from memories and date alone, and changes no schedule. */
export interface DayPlan<I extends Item> {
  readonly stage: PlanStage;
  /** Negative after the date. */
  readonly daysLeft: number;
  readonly newAllowed: boolean;
  /** Not due today, but asked because of the final pass; lowest weighted retrievability first. */
  readonly pass: readonly I[];
  /** Cards that the daily limit keeps from coming up before the date. */
  readonly unfit: readonly I[];
  /** The date was set so late that the eve is offered: the core cards by weight, then a paper of `evePaper`. */
  readonly eve: { readonly weightOf: (item: I) => number } | undefined;
}

export type PlanStandings = Standings & { readonly scheduler: Pick<Scheduler, 'retrievability'> };

/** How many days before the date the final pass begins. */
export const passDays = (setOn: Day, date: Day): number =>
  daysBetween(setOn, date) < shortNotice ? window.short : window.usual;

/**
 * So many of the pending cards come up on one of the days left. What was answered today already counts towards it,
 * so a second session of the day asks no second share; what that leaves out falls to the days after.
 */
export const passShare = (pending: number, doneToday: number, daysLeft: number): number =>
  Math.max(0, Math.ceil((pending + doneToday) / daysLeft) - doneToday);

export function planOfDay<I extends Item>(
  items: readonly I[],
  standings: PlanStandings,
  context: PlanContext<I>,
): DayPlan<I> {
  const { now, tz, date, setOn, weightOf } = context;
  const { dayStart } = standings.parameters;
  const today = dayOf(now, tz, dayStart);
  const daysLeft = daysBetween(today, date);
  const eve = daysBetween(setOn, date) < eveNotice && daysLeft >= 0 ? { weightOf } : undefined;
  const stage = stageOf(daysLeft, passDays(setOn, date));
  const newAllowed = daysLeft < 0 || daysLeft > noNewDays || eve !== undefined;
  if (stage !== 'final-pass') return { stage, daysLeft, newAllowed, pass: [], unfit: [], eve };
  const begin = startOfDay(addDays(date, -passDays(setOn, date)), tz, dayStart);
  return {
    ...{ stage, daysLeft, newAllowed, eve },
    ...passOf(items, standings, context, { begin, today, daysLeft }),
  };
}

function stageOf(daysLeft: number, pass: number): PlanStage {
  if (daysLeft < 0) return 'over';
  if (daysLeft === 0) return 'exam-day';
  return daysLeft <= pass ? 'final-pass' : 'ordinary';
}

interface Pass {
  readonly begin: Instant;
  readonly today: Day;
  readonly daysLeft: number;
}

function passOf<I extends Item>(
  items: readonly I[],
  standings: PlanStandings,
  context: PlanContext<I>,
  { begin, today, daysLeft }: Pass,
): Pick<DayPlan<I>, 'pass' | 'unfit'> {
  const { now, tz } = context;
  const { dayStart, reviewsPerDay } = standings.parameters;
  const morning = startOfDay(today, tz, dayStart);
  const tomorrow = startOfDay(addDays(today, 1), tz, dayStart);
  const seen = items.flatMap((item) => {
    const standing = standings.cards.get(item.key);
    const isOut = item.retired || item.examOnly || standing?.suspended === true;
    return isOut || standing?.memory === undefined ? [] : [{ item, standing, memory: standing.memory }];
  });
  const pending = inPassOrder(
    seen.filter(({ memory }) => memory.lastReview < begin),
    standings.scheduler,
    context,
  );
  const isDue = (standing: Standing) => isLearning(standing) || (dueOf(standing) ?? now) < tomorrow;
  const due = seen.filter(({ standing }) => isDue(standing)).length;
  const doneToday = seen.filter(({ memory }) => memory.lastReview >= morning).length;
  const places = Math.max(0, reviewsPerDay - (standings.days.get(today)?.reviewed ?? 0));
  const share = passShare(pending.length, doneToday, daysLeft);
  const fit = places + reviewsPerDay * (daysLeft - 1);
  return {
    pass: pending
      .filter(({ standing }) => !isDue(standing) && !isBuried(standing, now))
      .slice(0, Math.max(0, Math.min(share, places - due)))
      .map(({ item }) => item),
    unfit: pending.slice(fit).map(({ item }) => item),
  };
}

/** Cards of an exam: in all, not seen yet, and those that a day takes and today took already. */
export interface NewCards {
  readonly total: number;
  readonly unseen: number;
  readonly newPerDay: number;
  readonly introducedToday: number;
}

/** How many cards will have been seen by the date, and how many new ones a day would be enough; undefined if these are. */
export function newCardsLacking(
  { total, unseen, newPerDay, introducedToday }: NewCards,
  { daysLeft, eve }: Pick<DayPlan<never>, 'daysLeft' | 'eve'>,
): { readonly seen: number; readonly enough: number } | undefined {
  const days = daysLeft - (eve === undefined ? noNewDays : 0);
  const fit = Math.max(0, newPerDay - introducedToday) + newPerDay * (days - 1);
  if (days <= 0 || unseen <= fit) return undefined;
  return { seen: total - unseen + fit, enough: Math.ceil((unseen + introducedToday) / days) };
}

const isBuried = ({ buriedUntil }: Standing, now: Instant): boolean =>
  buriedUntil !== undefined && buriedUntil > now;

/** Lowest weighted retrievability on exam day first: what is weighty and half forgotten before all else. */
function inPassOrder<I extends Item, Pending extends { readonly item: I; readonly memory: Memory }>(
  pending: readonly Pending[],
  scheduler: PlanStandings['scheduler'],
  { now, tz, date, weightOf }: PlanContext<I>,
): readonly Pending[] {
  const exam = startOfDay(date, tz, 0);
  const most = Math.max(...pending.map(({ item }) => weightOf(item)), Number.MIN_VALUE);
  return pending
    .map((one) => ({
      one,
      rank: 1 - (weightOf(one.item) / most) * (1 - predictedRecall(scheduler, one.memory, now, exam)),
    }))
    .sort((a, b) => a.rank - b.rank || (a.one.item.key < b.one.item.key ? -1 : 1))
    .map(({ one }) => one);
}

/** Retrievability on exam day; each day that a card is late beyond two weeks counts twice. */
export function predictedRecall(
  scheduler: PlanStandings['scheduler'],
  memory: Memory,
  now: Instant,
  exam: Instant,
): number {
  const late = Math.max(0, now - memory.due - longOverdue * dayLength);
  return scheduler.retrievability(memory, exam + late);
}

/**
 * The standings as a queue of the day must see them: what the pass asks is due, after all that is due anyway, and
 * there is nothing new where nothing new may come.
 */
export function withPlan<I extends Item>(standings: Standings, plan: DayPlan<I>, now: Instant): Standings {
  const order = new Map(plan.pass.map(({ key }, i) => [key, i]));
  const { parameters, days } = standings;
  return {
    parameters: plan.newAllowed ? parameters : { ...parameters, newPerDay: 0 },
    days,
    cards: {
      get(key) {
        const standing = standings.cards.get(key);
        const place = order.get(key);
        // A queue takes what has been due longest first; milliseconds keep the pass in its order.
        return standing === undefined || place === undefined
          ? standing
          : { ...standing, dueOverride: { due: now + place } };
      },
    },
  };
}

/** The weightiest first; those of one weight stay in their order. */
export const weightiestFirst = <I>(items: readonly I[], weightOf: (item: I) => number): readonly I[] =>
  items.toSorted((a, b) => weightOf(b) - weightOf(a));
