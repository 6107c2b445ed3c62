import type { CardProgress } from '../history/card-progress.ts';
import { deckKeyOf } from '../history/entry.ts';
import type { Progress } from '../history/progress.ts';
import { addDays, dayOf, startOfDay } from '../schedule/day.ts';
import { dueOf } from '../schedule/standing.ts';
import { type Day, day, type Instant, type Minutes } from '../schedule/time.ts';
import { otherAnswer } from './card-record.ts';
import type { Library, LibraryDeck, StudyItem } from './library.ts';

/** One deck by day. Lists begin with the day of the count and end where nothing follows. */
export interface DeckCount {
  /** `LibraryDeck.stamp`, to see that the deck has changed since. */
  readonly stamp: string;
  readonly total: number;
  /** Cards out of the learning steps. */
  readonly known: number;
  /** New cards that are not buried. */
  readonly fresh: number;
  readonly corrected: number;
  /** Learned cards whose key reads otherwise than the journal last saw it. */
  readonly reworded: number;
  /** Cards that come due on each day, those overdue on the first. */
  readonly due: readonly number[];
  readonly learning: readonly number[];
  /** New cards that come back from being buried. */
  readonly buried: readonly number[];
  /** The first instant after the last day of the lists at which a card is due. */
  readonly later: Instant | null;
}

/** The counts of all decks. Plain JSON but for the map. */
export interface DeckCounts {
  /** The day on which it was counted, and what decides where it begins. */
  readonly day: Day;
  readonly tz: Minutes;
  readonly dayStart: number;
  /** By deck key. */
  readonly decks: ReadonlyMap<string, DeckCount>;
}

/** Days that a count looks ahead. */
const horizon = 45;
/** A count that is older than this does not reach a week ahead any more. */
const oldest = horizon - 9;

export function emptyCounts(progress: Progress, now: Instant, tz: Minutes): DeckCounts {
  const { dayStart } = progress.parameters;
  return { day: dayOf(now, tz, dayStart), tz, dayStart, decks: new Map() };
}

/** Days from the count to now; `undefined` when the count says nothing of now. */
export function daysSince(
  counts: Pick<DeckCounts, 'day' | 'tz' | 'dayStart'>,
  progress: { readonly parameters: { readonly dayStart: number } },
  now: Instant,
  tz: Minutes,
): number | undefined {
  const { dayStart } = progress.parameters;
  if (counts.tz !== tz || counts.dayStart !== dayStart) return undefined;
  const start = (of: Day): Instant => startOfDay(of, tz, dayStart);
  const days = Math.round((start(dayOf(now, tz, dayStart)) - start(counts.day)) / day);
  return days >= 0 && days <= oldest ? days : undefined;
}

/** Decks that are not counted as they are now. */
export const uncountedDecks = ({ decks }: DeckCounts, library: Library): readonly string[] =>
  [...library.decks.values()].flatMap(({ key, stamp }) => (decks.get(key)?.stamp === stamp ? [] : [key]));

/** Whether new cards of a deck can be asked, or will be when they come back from being buried. */
export const hasNew = (count: DeckCount | undefined): boolean =>
  count === undefined || count.fresh > 0 || count.buried.length > 0;

/** The counts with these decks counted anew, as of the counts' own day. */
export function recount(
  counts: DeckCounts,
  keys: Iterable<string>,
  library: Library,
  progress: Progress,
): DeckCounts {
  const decks = new Map(counts.decks);
  const tomorrow = startOfDay(addDays(counts.day, 1), counts.tz, counts.dayStart);
  const begun = decksBegun(progress);
  for (const key of keys) {
    const deck = library.decks.get(key);
    if (deck === undefined) decks.delete(key);
    else decks.set(key, begun.has(key) ? countDeck(deck, progress, tomorrow) : unseenDeck(deck));
  }
  return { ...counts, decks };
}

/** The decks of which the journal says something, read or not. */
function decksBegun({ cards, journal }: Progress): ReadonlySet<string> {
  const keys = new Set(journal.missingDecks);
  for (const { ref } of cards.values()) keys.add(deckKeyOf(ref));
  return keys;
}

/** The items of these decks, but for those whose cards nobody has read; nothing is known of any other. */
export function begunItems({ decks }: Pick<Library, 'decks'>, progress: Progress): readonly StudyItem[] {
  const { missingDecks } = progress.journal;
  const begun = decksBegun(progress);
  return [...decks.values()].flatMap((deck) =>
    begun.has(deck.key) && !missingDecks.has(deck.key) ? [...deck.items.values()] : [],
  );
}

const unseenDeck = ({ stamp, askable }: LibraryDeck): DeckCount => ({
  ...new Count(0).counted(stamp),
  total: askable,
  fresh: askable,
});

function countDeck(deck: LibraryDeck, progress: Progress, tomorrow: Instant): DeckCount {
  const count = new Count(tomorrow);
  for (const item of deck.items.values()) {
    if (!item.retired && !item.examOnly) count.add(progress.cards.get(item.key));
    if (otherAnswer(item, progress) !== undefined) count.reworded++;
  }
  return count.counted(deck.stamp);
}

/** What several decks come to; it bears no stamp. */
export function sumOfCounts(counts: readonly DeckCount[]): DeckCount {
  const sum = (of: (count: DeckCount) => number): number => counts.reduce((all, count) => all + of(count), 0);
  const byDay = (of: (count: DeckCount) => readonly number[]): readonly number[] => {
    const days: number[] = [];
    for (const count of counts)
      of(count).forEach((cards, i) => {
        while (days.length <= i) days.push(0);
        days[i] = (days[i] ?? 0) + cards;
      });
    return days;
  };
  const later = counts.flatMap((count) => count.later ?? []);
  return {
    stamp: '',
    total: sum(({ total }) => total),
    known: sum(({ known }) => known),
    fresh: sum(({ fresh }) => fresh),
    corrected: sum(({ corrected }) => corrected),
    reworded: sum(({ reworded }) => reworded),
    due: byDay(({ due }) => due),
    learning: byDay(({ learning }) => learning),
    buried: byDay(({ buried }) => buried),
    later: later.length === 0 ? null : later.reduce((a, b) => Math.min(a, b)),
  };
}

class Count {
  total = 0;
  known = 0;
  fresh = 0;
  corrected = 0;
  reworded = 0;
  readonly due: number[] = [];
  readonly learning: number[] = [];
  readonly buried: number[] = [];
  later: Instant | null = null;
  private readonly tomorrow: Instant;

  constructor(tomorrow: Instant) {
    this.tomorrow = tomorrow;
  }

  add(card: CardProgress | undefined): void {
    this.total++;
    if (card?.suspended) return;
    const due = dueOf(card);
    if (due === undefined) {
      if (card?.buriedUntil === undefined) this.fresh++;
      else this.note(this.buried, card.buriedUntil);
      return;
    }
    if (card?.dueOverride?.why === 'corrected') this.corrected++;
    const isLearning = card?.memory?.state === 'learning' || card?.memory?.state === 'relearning';
    if (card?.memory !== undefined && !isLearning) this.known++;
    const start = Math.max(due, card?.buriedUntil ?? due);
    if (this.note(isLearning ? this.learning : this.due, start)) return;
    this.later = Math.min(this.later ?? start, start);
  }

  counted(stamp: string): DeckCount {
    const { total, known, fresh, corrected, reworded, due, learning, buried, later } = this;
    return { stamp, total, known, fresh, corrected, reworded, due, learning, buried, later };
  }

  /** Whether the instant lies within the horizon. */
  private note(days: number[], start: Instant): boolean {
    const index = start < this.tomorrow ? 0 : 1 + Math.floor((start - this.tomorrow) / day);
    if (index >= horizon) return false;
    while (days.length <= index) days.push(0);
    days[index] = (days[index] ?? 0) + 1;
    return true;
  }
}
