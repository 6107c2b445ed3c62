import { changedDecks } from '../../core/history/changed-decks.ts';
import { type Progress, withMoreNew } from '../../core/history/progress.ts';
import { dayOf } from '../../core/schedule/day.ts';
import type { Day, Instant, Minutes } from '../../core/schedule/time.ts';
import {
  type DeckCount,
  type DeckCounts,
  daysSince,
  emptyCounts,
  recount,
  uncountedDecks,
} from '../../core/session/count-decks.ts';
import { type Glance, glanceOf } from '../../core/session/glance.ts';
import type { Library } from '../../core/session/library.ts';
import { type Overview, overviewOf } from '../../core/session/overview.ts';
import { crc32Hex } from '../../core/text/hash.ts';
import type { RecordedProgress } from '../../storage/recorded-progress.ts';
import type { Json } from '../../storage/state-envelope.ts';

/** The counts that the home screen shows, kept with the stored state so that no deck must be read for them. */
export class CountedDecks {
  private readonly recorded: RecordedProgress;
  private begunWith: Json | undefined;
  private counts: DeckCounts | undefined;
  /** The decks for which edited cards were looked for, with their stamps. */
  private seen: Seen | undefined;
  /** A frame asks more than once, and each key has a frame. */
  private made: MadeOverview | undefined;
  private stamped: { readonly library: Library; readonly stamp: string } | undefined;
  /** The counts differ from the stored ones. */
  isDirty = false;

  constructor(recorded: RecordedProgress) {
    this.recorded = recorded;
    this.begin();
  }

  /** Takes the stored counts, again when the state was read again. */
  private begin(): void {
    const { storedCounts } = this.recorded;
    if (storedCounts === this.begunWith || storedCounts === undefined) return;
    this.begunWith = storedCounts;
    this.counts = decodeCounts(storedCounts);
    const { seen } = storedCounts as unknown as { readonly seen: Seen | null };
    this.seen =
      seen === null
        ? undefined
        : { ...seen, decks: new Map([...stampsOf(this.counts.decks), ...seen.decks]) };
  }

  /**
   * The decks of which cards may have been edited since edited cards were last looked for; `undefined` when no deck
   * has changed, so that there is nothing to look for.
   */
  unseenDecks(library: Library): readonly string[] | undefined {
    const all = [...library.decks.keys()];
    if (this.seen === undefined) return all;
    if (this.seen.stamp === this.stampOf(library)) return undefined;
    if (this.seen.gone) return all;
    const { decks } = this.seen;
    return all.filter((key) => decks.get(key) !== library.decks.get(key)?.stamp);
  }

  /** Edited cards were looked for in these decks; `gone`: some that were learned are in none of them. */
  saw(library: Library, gone: boolean): void {
    this.seen = { decks: stampsOf(library.decks), gone, stamp: this.stampOf(library) };
    this.isDirty ||= this.recorded.progress.journal.missingDecks.size > 0 || gone;
  }

  overview(library: Library, now: Instant, tz: Minutes, extraNew: number): Overview {
    const { made, recorded } = this;
    const day = dayOf(now, tz, recorded.progress.parameters.dayStart);
    const isSame =
      made?.library === library &&
      made.progress === recorded.progress &&
      made.day === day &&
      made.tz === tz &&
      made.extraNew === extraNew;
    if (isSame) return made.overview;
    const counts = this.upToDate(library, now, tz);
    // Counting may have read further decks.
    const { progress } = recorded;
    const overview = overviewOf(counts, library, withMoreNew(progress, extraNew), now, tz);
    this.made = { library, progress, day, tz, extraNew, overview };
    return overview;
  }

  encode(library: Library, now: Instant, tz: Minutes): Json {
    const { decks, ...basis } = this.upToDate(library, now, tz);
    this.isDirty = false;
    return {
      ...basis,
      seen: this.seen === undefined ? null : encodeSeen(this.seen, decks),
      decks: [...decks].map(([key, count]) => [key, encodeCount(count)]),
    };
  }

  glance(library: Library, now: Instant, tz: Minutes): Glance {
    const overview = this.overview(library, now, tz, 0);
    const { progress } = this.recorded;
    const today = dayOf(now, tz, progress.parameters.dayStart);
    return glanceOf(this.upToDate(library, now, tz), library, progress, today, overview);
  }

  private stampOf(library: Library): string {
    if (this.stamped?.library !== library) this.stamped = { library, stamp: stampOf(library) };
    return this.stamped.stamp;
  }

  /** The counts of all decks as they are; those that have changed are read. */
  upToDate(library: Library, now: Instant, tz: Minutes): DeckCounts {
    const { recorded } = this;
    this.begin();
    const { counted } = recorded;
    const usable =
      this.counts !== undefined && daysSince(this.counts, recorded.progress, now, tz) !== undefined;
    const before =
      usable && this.counts !== undefined ? this.counts : emptyCounts(recorded.progress, now, tz);
    const keys = new Set(uncountedDecks(before, library));
    if (counted !== undefined && counted !== recorded.progress) {
      for (const key of changedDecks(counted, recorded.progress)) keys.add(key);
    }
    if (keys.size > 0) {
      recorded.need(keys);
      this.counts = recount(before, keys, library, recorded.progress);
      this.isDirty ||= [...keys].some((key) => !isUnseen(this.counts?.decks.get(key)));
    } else this.counts = before;
    recorded.counted = recorded.progress;
    return this.counts;
  }
}

/** An overview, and what it was made of. */
interface MadeOverview {
  readonly library: Library;
  readonly progress: Progress;
  readonly day: Day;
  readonly tz: Minutes;
  readonly extraNew: number;
  readonly overview: Overview;
}

interface Seen {
  readonly decks: ReadonlyMap<string, string>;
  readonly stamp: string;
  readonly gone: boolean;
}

const stampOf = ({ decks }: Library): string =>
  crc32Hex([...decks.values()].map(({ key, stamp }) => `${key} ${stamp}`).join('\n'));

/** What follows from the index alone is not worth storing. */
const isUnseen = (count: DeckCount | undefined): boolean =>
  count !== undefined && count.fresh === count.total;

const stampsOf = (decks: ReadonlyMap<string, { readonly stamp: string }>): ReadonlyMap<string, string> =>
  new Map([...decks].map(([key, { stamp }]) => [key, stamp]));

/** Only stamps that are not those of the counts; an empty one where nothing was looked for. */
const encodeSeen = ({ decks, gone, stamp }: Seen, counts: DeckCounts['decks']): Json => ({
  gone,
  stamp,
  decks: [...new Set([...decks.keys(), ...counts.keys()])]
    .filter((key) => counts.get(key)?.stamp !== decks.get(key))
    .map((key) => [key, decks.get(key) ?? '']),
});

/** A count is stored as a list without names, for there are a thousand of them. */
type CountRow = ReturnType<typeof encodeCount>;

const encodeCount = (count: DeckCount) => {
  const { stamp, total, known, fresh, corrected, reworded, due, learning, buried, later } = count;
  return [stamp, total, known, fresh, corrected, reworded, due, learning, buried, later] as const;
};

/** By place, as `decodeCard` does. */
const decodeCount = (row: CountRow): DeckCount => ({
  stamp: row[0],
  total: row[1],
  known: row[2],
  fresh: row[3],
  corrected: row[4],
  reworded: row[5],
  due: row[6],
  learning: row[7],
  buried: row[8],
  later: row[9],
});

function decodeCounts(json: Json): DeckCounts {
  const { decks, ...basis } = json as unknown as Omit<DeckCounts, 'decks'> & {
    readonly decks: readonly (readonly [string, CountRow])[];
  };
  return { ...basis, decks: new Map(decks.map(([key, row]) => [key, decodeCount(row)])) };
}
