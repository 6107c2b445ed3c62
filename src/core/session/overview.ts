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

/** Counts what the home screen shows. `reviewsLeft` and `newLeft` of the day bound due and new cards over all decks. */
export function makeOverview(library: Library, progress: Progress, now: Instant, tz: Minutes): Overview {
  const { dayStart, newPerDay } = progress.parameters;
  const today = dayOf(now, tz, dayStart);
  const dayStarts = Array.from({ length: forecastDays + 1 }, (_, i) =>
    startOfDay(addDays(today, i + 1), tz, dayStart),
  );
  const tomorrow = dayStarts[0] ?? now;
  const decks = new Map<string, Tally>();
  const forecast = new Array<number>(forecastDays).fill(0);
  let nextDue: Instant | undefined;
  let corrected = 0;
  for (const item of library.items.values()) {
    if (item.retired || item.examOnly) continue;
    const tally = tallyOf(decks, item);
    tally.total++;
    const card = progressOf(progress, item.ref);
    if (card?.suspended) continue;
    const due = card === undefined ? undefined : dueAt(card);
    if (card === undefined || due === undefined) {
      if ((card?.buriedUntil ?? now) <= now) tally.fresh++;
      continue;
    }
    if (card.dueOverride?.why === 'corrected') corrected++;
    const start = Math.max(due, card.buriedUntil ?? due);
    const isLearning = card.memory?.state === 'learning' || card.memory?.state === 'relearning';
    if (!isLearning) tally.known++;
    if (isLearning && start < tomorrow) tally.learning++;
    else if (start < tomorrow) tally.due++;
    else {
      const ahead = dayStarts.findIndex((begin) => start < begin) - 1;
      if (ahead >= 0) forecast[ahead] = (forecast[ahead] ?? 0) + 1;
      nextDue = Math.min(nextDue ?? start, start);
    }
  }
  const newLeft = Math.max(0, newPerDay - (progress.days.get(today)?.introduced ?? 0));
  const rows = [...decks].map(([key, tally]) => ({ key, ...tally, fresh: Math.min(tally.fresh, newLeft) }));
  const sum = (count: (row: DeckOverview) => number) => rows.reduce((total, row) => total + count(row), 0);
  return {
    decks: rows,
    due: sum((row) => row.due),
    learning: sum((row) => row.learning),
    fresh: Math.min(
      newLeft,
      sum((row) => row.fresh),
    ),
    forecast,
    nextDue,
    corrected,
    problems: library.collections.reduce((count, collection) => count + collection.problems.length, 0),
  };
}

function tallyOf(decks: Map<string, Tally>, item: StudyItem): Tally {
  const key = deckKey(item);
  const known = decks.get(key);
  if (known !== undefined) return known;
  const tally = { title: item.deck.base.deck.head.title, due: 0, learning: 0, fresh: 0, known: 0, total: 0 };
  decks.set(key, tally);
  return tally;
}
