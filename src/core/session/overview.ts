import type { DayCount } from '../history/card-progress.ts';
import { deckKeyOf } from '../history/entry.ts';
import type { Progress } from '../history/progress.ts';
import { addDays, dayOf, startOfDay } from '../schedule/day.ts';
import type { Parameters } from '../schedule/parameters.ts';
import type { Day, Instant, Minutes } from '../schedule/time.ts';
import type { Raw } from '../text/shown.ts';
import { type DeckCount, type DeckCounts, daysSince, emptyCounts, recount } from './count-decks.ts';
import type { Library, LibraryDeck, StudyItem } from './library.ts';

/** One deck on the home screen. */
export interface DeckOverview {
  /** `<collection>\n<deck id>` */
  readonly key: string;
  readonly title: Raw;
  /** Of its translations, by language tag. */
  readonly titles: ReadonlyMap<string, Raw>;
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
  /** When the next cards are due after today, if any: the beginning of that day. */
  readonly nextDue: Instant | undefined;
  readonly corrected: number;
  /** Of the first collection whose files have any. */
  readonly errors: { readonly count: number; readonly root: string } | undefined;
}

/** Whether the day takes fewer new cards than the decks name, each for itself. */
export const isBounded = ({ decks, fresh }: Pick<Overview, 'decks' | 'fresh'>): boolean =>
  fresh < decks.reduce((sum, deck) => sum + deck.fresh, 0);

export const deckKey = (item: Pick<StudyItem, 'ref'>): string => deckKeyOf(item.ref);

const forecastDays = 7;

/** Counts what the home screen shows. The day's limit of new cards bounds each deck and all together. */
export function makeOverview(library: Library, progress: Progress, now: Instant, tz: Minutes): Overview {
  const counts = recount(emptyCounts(progress, now, tz), library.decks.keys(), library, progress);
  return overviewOf(counts, library, progress, now, tz);
}

/** What an overview takes from decks beside their counts. */
export interface Shelves {
  /** By deck key. */
  readonly decks: ReadonlyMap<string, Pick<LibraryDeck, 'key' | 'title' | 'titles'>>;
  readonly collections: readonly Pick<Library['collections'][number], 'root' | 'errorCount'>[];
}

/** What an overview takes from the progress. */
export interface CountedDay {
  readonly parameters: Pick<Parameters, 'dayStart' | 'newPerDay'>;
  readonly days: { get(day: Day): Pick<DayCount, 'introduced'> | undefined };
}

/** New cards that may still be introduced on the day of an instant. */
export function newLeftOn({ parameters, days }: CountedDay, now: Instant, tz: Minutes): number {
  const today = dayOf(now, tz, parameters.dayStart);
  return Math.max(0, parameters.newPerDay - (days.get(today)?.introduced ?? 0));
}

/** The same from counts that reach from an earlier day to now. */
export function overviewOf(
  counts: DeckCounts,
  library: Shelves,
  progress: CountedDay,
  now: Instant,
  tz: Minutes,
): Overview {
  const { dayStart } = progress.parameters;
  const newLeft = newLeftOn(progress, now, tz);
  const since = daysSince(counts, progress, now, tz) ?? 0;
  const counted = [...library.decks.values()].flatMap((deck) => {
    const count = counts.decks.get(deck.key);
    return count === undefined || count.total === 0 ? [] : [{ deck, count }];
  });
  const decks = counted.map(({ deck, count }) => rowOf(deck, count, since, newLeft));
  const sum = (of: (row: DeckOverview) => number) => decks.reduce((total, row) => total + of(row), 0);
  // Of a thousand decks most may be untouched, and nothing of them comes on any day.
  const all = counted.flatMap(({ count }) => (count.fresh === count.total ? [] : [count]));
  const forecast = Array.from({ length: forecastDays }, (_, i) =>
    all.reduce(
      (total, { due, learning }) => total + onDay(due, since + 1 + i) + onDay(learning, since + 1 + i),
      0,
    ),
  );
  return {
    decks,
    due: sum((row) => row.due),
    learning: sum((row) => row.learning),
    fresh: Math.min(
      newLeft,
      sum((row) => row.fresh),
    ),
    forecast,
    nextDue: nextDue(all, since, (days) => startOfDay(addDays(counts.day, days), tz, dayStart)),
    corrected: all.reduce((total, { corrected }) => total + corrected, 0),
    errors: errorsIn(library),
  };
}

function errorsIn({ collections }: Shelves): Overview['errors'] {
  const first = collections.find(({ errorCount }) => errorCount > 0);
  return first && { count: first.errorCount, root: first.root };
}

/** A deck's title in the learner's language, where it is written in it. */
export const titleIn = ({ title, titles }: Pick<DeckOverview, 'title' | 'titles'>, language: string): Raw =>
  titles.get(language) ?? title;

const onDay = (days: readonly number[], index: number): number => days[index] ?? 0;

const until = (days: readonly number[], last: number): number =>
  days.reduce((total, count, index) => (index <= last ? total + count : total), 0);

function rowOf(
  deck: Pick<LibraryDeck, 'key' | 'title' | 'titles'>,
  count: DeckCount,
  since: number,
  newLeft: number,
): DeckOverview {
  return {
    key: deck.key,
    title: deck.title,
    titles: deck.titles,
    due: until(count.due, since),
    learning: until(count.learning, since),
    fresh: Math.min(count.fresh + until(count.buried, since), newLeft),
    known: count.known,
    total: count.total,
  };
}

/** The beginning of the first day after today on which a card is due. */
function nextDue(
  counts: readonly DeckCount[],
  since: number,
  startOf: (days: number) => Instant,
): Instant | undefined {
  const first = (days: readonly number[]) => days.findIndex((count, index) => index > since && count > 0);
  const ahead = counts.flatMap(({ due, learning }) => [first(due), first(learning)]).filter((i) => i > 0);
  if (ahead.length > 0) return startOf(ahead.reduce((a, b) => Math.min(a, b)));
  const later = counts.flatMap((count) => count.later ?? []);
  return later.length === 0 ? undefined : later.reduce((a, b) => Math.min(a, b));
}
