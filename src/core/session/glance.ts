import type { Parameters } from '../schedule/parameters.ts';
import type { Day, Instant, Minutes } from '../schedule/time.ts';
import { raw } from '../text/shown.ts';
import { type DeckCount, type DeckCounts, daysSince, sumOfCounts } from './count-decks.ts';
import { type CountedDay, type DeckOverview, type Overview, overviewOf, type Shelves } from './overview.ts';

/**
 * What the home screen shows of decks and progress, without either. Plain JSON that stays small however many decks there
 * are: those that may be seen before the list is moved, and what all others come to.
 */
export interface Glance {
  readonly day: Day;
  readonly tz: Minutes;
  readonly parameters: Pick<Parameters, 'dayStart' | 'newPerDay'>;
  /** New cards introduced on a day. */
  readonly introduced: readonly [on: Day, count: number];
  /** The first collection with errors. */
  readonly errors: Overview['errors'] | null;
  /** How many decks the list has. */
  readonly length: number;
  /** The first of the list, then those that make its columns as wide as they are. */
  readonly decks: readonly GlanceDeck[];
  readonly rest: DeckCount;
}

interface GlanceDeck {
  readonly key: string;
  readonly title: string;
  readonly titles: readonly (readonly [lang: string, title: string])[];
  readonly count: DeckCount;
}

/** What a glance shows now. */
export interface GlanceOverview {
  readonly overview: Overview;
  readonly length: number;
  readonly dayStart: number;
}

/** Rows of the list that a glance has; a higher window waits for the decks themselves. */
export const glanceRows = 120;

/** No deck's: all that are left out are counted as one. */
const restKey = '';

/** What these counts show today, and on the days to come when nothing happens until then. */
export function glanceOf(
  counts: DeckCounts,
  { decks: shelves }: Shelves,
  { parameters, days }: CountedDay,
  today: Day,
  { decks: rows, errors }: Overview,
): Glance {
  const { dayStart, newPerDay } = parameters;
  const keys = new Set([...rows.slice(0, glanceRows), ...widestRows(rows)].map(({ key }) => key));
  const others = rows.filter(({ key }) => !keys.has(key)).flatMap(({ key }) => counts.decks.get(key) ?? []);
  return {
    day: counts.day,
    tz: counts.tz,
    parameters: { dayStart, newPerDay },
    introduced: [today, days.get(today)?.introduced ?? 0],
    errors: errors ?? null,
    length: rows.length,
    decks: [...keys].flatMap((key) => {
      const deck = shelves.get(key);
      const count = counts.decks.get(key);
      if (deck === undefined || count === undefined) return [];
      return [{ key, title: deck.title, titles: [...deck.titles], count }];
    }),
    rest: sumOfCounts(others),
  };
}

/** Rows with the longest title or the largest number in one of the columns. */
function widestRows(rows: readonly DeckOverview[]): readonly DeckOverview[] {
  const sizes: readonly ((row: DeckOverview) => number)[] = [
    ({ title, titles }) => Math.max(title.length, ...[...titles.values()].map((text) => text.length)),
    ({ due, learning }) => due + learning,
    ({ fresh }) => fresh,
    ({ known, total }) => `${known}${total}`.length,
  ];
  return sizes.flatMap((sizeOf) => {
    let widest: DeckOverview | undefined;
    for (const row of rows) if (widest === undefined || sizeOf(row) > sizeOf(widest)) widest = row;
    return widest ?? [];
  });
}

/** The overview of now, in which the sums are of all decks; `undefined` when the glance says nothing of now. */
export function readGlance(glance: Glance, now: Instant, tz: Minutes): GlanceOverview | undefined {
  const { parameters, introduced, errors, decks, rest, length } = glance;
  const { dayStart } = parameters;
  const [on, count] = introduced;
  const counted: CountedDay = { parameters, days: new Map([[on, { introduced: count }]]) };
  const counts: DeckCounts = {
    day: glance.day,
    tz: glance.tz,
    dayStart,
    decks: new Map([...decks, { key: restKey, count: rest }].map((deck) => [deck.key, deck.count])),
  };
  if (daysSince(counts, counted, now, tz) === undefined) return undefined;
  const left = { key: restKey, title: raw(''), titles: new Map() };
  const known = decks.map(({ key, title, titles }) => ({
    key,
    title: raw(title),
    titles: new Map(titles.map(([lang, text]) => [lang, raw(text)])),
  }));
  const shelves = {
    decks: new Map([...known, left].map((deck) => [deck.key, deck])),
    collections:
      errors === null || errors === undefined ? [] : [{ root: errors.root, errorCount: errors.count }],
  };
  const overview = overviewOf(counts, shelves, counted, now, tz);
  const rows = overview.decks.filter(({ key }) => key !== restKey);
  return { overview: { ...overview, decks: rows }, length, dayStart };
}
