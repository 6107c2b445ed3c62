import type { CardProgress } from '../history/card-progress.ts';
import { dueAt, type Progress, progressOf } from '../history/progress.ts';
import { addDays, dayOf, startOfDay } from '../schedule/day.ts';
import type { Instant, Minutes } from '../schedule/time.ts';
import type { Raw } from '../text/shown.ts';
import type { Library, StudyItem } from './library.ts';

/** One deck on the home screen. */
export interface DeckOverview {
  /** `<collection>\n<deck id>` */
  readonly key: string;
  readonly title: Raw;
  readonly due: number;
  readonly learning: number;
  /** New cards that may be introduced today. */
  readonly fresh: number;
  /** Cards out of the learning steps. */
  readonly known: number;
  readonly total: number;
}

export interface Overview {
  readonly decks: readonly DeckOverview[];
  readonly due: number;
  readonly learning: number;
  readonly fresh: number;
  /** Cards due on each of the next seven days, tomorrow first. */
  readonly forecast: readonly number[];
  /** The next instant at which a card is due after today, if any. */
  readonly nextDue: Instant | undefined;
  readonly corrected: number;
  readonly problems: number;
}

export const deckKey = (item: Pick<StudyItem, 'ref'>): string => `${item.ref.collection}\n${item.ref.deck}`;

const forecastDays = 7;

interface Tally {
  title: Raw;
  due: number;
  learning: number;
  fresh: number;
  known: number;
  total: number;
}

/** Counts what the home screen shows. The day's limit of new cards bounds each deck and all together. */
export function makeOverview(library: Library, progress: Progress, now: Instant, tz: Minutes): Overview {
  const { dayStart, newPerDay } = progress.parameters;
  const today = dayOf(now, tz, dayStart);
  const dayStarts = Array.from({ length: forecastDays + 1 }, (_, i) =>
    startOfDay(addDays(today, i + 1), tz, dayStart),
  );
  const count = new Count(now, dayStarts);
  for (const item of library.items.values()) {
    if (!item.retired && !item.examOnly) count.add(item, progressOf(progress, item.ref));
  }
  const newLeft = Math.max(0, newPerDay - (progress.days.get(today)?.introduced ?? 0));
  const rows = [...count.decks].map(([key, tally]) => ({
    key,
    ...tally,
    fresh: Math.min(tally.fresh, newLeft),
  }));
  const sum = (of: (row: DeckOverview) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    decks: rows,
    due: sum((row) => row.due),
    learning: sum((row) => row.learning),
    fresh: Math.min(
      newLeft,
      sum((row) => row.fresh),
    ),
    forecast: count.forecast,
    nextDue: count.nextDue,
    corrected: count.corrected,
    problems: library.collections.reduce((total, collection) => total + collection.problems.length, 0),
  };
}

class Count {
  readonly decks = new Map<string, Tally>();
  readonly forecast = new Array<number>(forecastDays).fill(0);
  nextDue: Instant | undefined;
  corrected = 0;
  private readonly now: Instant;
  /** The first instants of tomorrow and of the days after it. */
  private readonly dayStarts: readonly Instant[];

  constructor(now: Instant, dayStarts: readonly Instant[]) {
    this.now = now;
    this.dayStarts = dayStarts;
  }

  add(item: StudyItem, card: CardProgress | undefined): void {
    const tally = tallyOf(this.decks, item);
    tally.total++;
    if (card?.suspended) return;
    const due = card === undefined ? undefined : dueAt(card);
    if (due === undefined) {
      if ((card?.buriedUntil ?? this.now) <= this.now) tally.fresh++;
      return;
    }
    if (card?.dueOverride?.why === 'corrected') this.corrected++;
    const isLearning = card?.memory?.state === 'learning' || card?.memory?.state === 'relearning';
    if (!isLearning) tally.known++;
    this.plan(tally, Math.max(due, card?.buriedUntil ?? due), isLearning);
  }

  private plan(tally: Tally, start: Instant, isLearning: boolean): void {
    const ahead = this.dayStarts.findIndex((begin) => start < begin);
    if (ahead === 0) {
      if (isLearning) tally.learning++;
      else tally.due++;
      return;
    }
    if (ahead > 0) this.forecast[ahead - 1] = (this.forecast[ahead - 1] ?? 0) + 1;
    this.nextDue = Math.min(this.nextDue ?? start, start);
  }
}

function tallyOf(decks: Map<string, Tally>, item: StudyItem): Tally {
  const key = deckKey(item);
  const known = decks.get(key);
  if (known !== undefined) return known;
  const tally = { title: item.deck.base.deck.head.title, due: 0, learning: 0, fresh: 0, known: 0, total: 0 };
  decks.set(key, tally);
  return tally;
}
