import type { CardProgress } from '../history/card-progress.ts';
import { type CardRow, decodeCard, encodeCard } from '../history/card-row.ts';
import { checkpointVersion } from '../history/checkpoint.ts';
import { deckKeyOf, memoryKey } from '../history/entry.ts';
import type { Progress } from '../history/progress.ts';
import { addDays, dayOf } from '../schedule/day.ts';
import { dueOf, isLearning } from '../schedule/standing.ts';
import type { Reach } from '../schedule/study-queue.ts';
import type { Day, Instant, Minutes } from '../schedule/time.ts';
import type { Library, StudyItem } from './library.ts';

/**
 * The cards of all decks that a session may ask first, kept apart so that a session opens without reading the others.
 * Plain JSON; `null` is never, for then nothing is left out.
 */
export interface Soonest {
  readonly version: number;
  readonly learning: Instant | null;
  readonly due: Instant | null;
  /** All that was studied on it and since is here, too. */
  readonly day: Day;
  readonly decks: readonly SoonestDeck[];
}

type SoonestDeck = readonly [collection: string, deck: string, cards: readonly SoonestCard[]];
type SoonestCard = readonly [fact: string | 0, row: CardRow];

const never = Number.POSITIVE_INFINITY;

/** What is known of one card. */
interface Known {
  readonly fact: string | undefined;
  readonly card: CardProgress;
}

/** Cards being learned that are kept: of so many a session takes half. */
const mostLearning = 500;
/** Days of reviews that are kept. */
const mostDays = 3;

/** Of decks that were not read it takes what `before` has of them; `undefined` when that is not known. */
export function makeSoonest(
  library: Library,
  progress: Progress,
  before: Soonest | undefined,
  now: Instant,
  tz: Minutes,
): Soonest | undefined {
  const { missingDecks } = progress.journal;
  if (missingDecks.size > 0 && before === undefined) return undefined;
  const { dayStart, reviewsPerDay } = progress.parameters;
  // In another zone it may still be yesterday.
  const yesterday = addDays(dayOf(now, tz, dayStart), -1);
  // After the clock was set back: of days before its own `before` does not have all.
  const day = before !== undefined && before.day > yesterday ? before.day : yesterday;
  const unread = before === undefined ? [] : knownCards(before, missingDecks);
  const all = [...readCards(library, progress), ...unread];
  const isRecent = ({ card }: Known): boolean => (card.lastStudied ?? '') >= day;
  const bounds = missingDecks.size === 0 ? undefined : before;
  const learning = first(
    all.filter(({ card }) => isLearning(card)),
    mostLearning,
    bounds?.learning,
  );
  const dated = all.filter(({ card }) => !isLearning(card) && !card.suspended);
  const due = first(dated, mostDays * reviewsPerDay, bounds?.due);
  const kept = new Set([...all.filter(isRecent), ...learning.kept, ...due.kept]);
  return {
    version: checkpointVersion,
    learning: learning.until,
    due: due.until,
    day,
    decks: encodeCards(kept),
  };
}

/** Those that come first, and from when on others come; none but them come before `bound`. */
function first(cards: readonly Known[], most: number, bound: Instant | null = null) {
  const instant = ({ card }: Known): Instant => dueOf(card) ?? never;
  const sorted = cards
    .filter((one) => instant(one) < (bound ?? never))
    .sort((a, b) => instant(a) - instant(b));
  const next = sorted[most];
  return { kept: sorted.slice(0, most), until: next === undefined ? bound : instant(next) };
}

function* readCards(library: Library, progress: Progress): Iterable<Known> {
  for (const card of progress.cards.values()) {
    if (progress.journal.missingDecks.has(deckKeyOf(card.ref))) continue;
    const item = library.decks.get(deckKeyOf(card.ref))?.items.get(memoryKey(card.ref));
    if (item !== undefined && !item.retired && !item.examOnly) yield { fact: item.fact, card };
  }
}

function encodeCards(cards: Iterable<Known>): readonly SoonestDeck[] {
  const decks = new Map<string, readonly [string, string, SoonestCard[]]>();
  for (const { fact, card } of cards) {
    const { collection, deck } = card.ref;
    const key = deckKeyOf(card.ref);
    const row: SoonestCard = [fact ?? 0, encodeCard(card)];
    const known = decks.get(key);
    if (known === undefined) decks.set(key, [collection, deck, [row]]);
    else known[2].push(row);
  }
  return [...decks.values()];
}

/** What is kept of these decks. */
function knownCards({ decks }: Soonest, wanted: ReadonlySet<string>): readonly Known[] {
  const known: Known[] = [];
  for (const [collection, deck, cards] of decks) {
    const at = { collection, deck };
    if (!wanted.has(deckKeyOf(at))) continue;
    for (const one of cards) {
      // By place, as `decodeCard` does.
      const card = decodeCard(one[1], at);
      if (card !== undefined) known.push({ fact: one[0] === 0 ? undefined : one[0], card });
    }
  }
  return known;
}

/** What a session may ask of decks whose cards nobody has read. */
export interface Unread {
  readonly cards: readonly CardProgress[];
  readonly begun: Begun;
}

/** Items of which the journal says something, as a queue's candidates are. */
export interface Begun {
  readonly items: readonly StudyItem[];
  readonly reach: Reach;
}

/** `undefined` when it says too little of today. */
export function readSoonest(
  soonest: Soonest,
  library: Library,
  progress: Progress,
  now: Instant,
  tz: Minutes,
): Unread | undefined {
  const { parameters, journal } = progress;
  if (soonest.version !== checkpointVersion) return undefined;
  if (dayOf(now, tz, parameters.dayStart) < soonest.day) return undefined;
  const known = knownCards(soonest, journal.missingDecks);
  const items: StudyItem[] = [];
  for (const { card, fact } of known) {
    const deck = library.decks.get(deckKeyOf(card.ref));
    if (deck !== undefined) items.push(deck.named(card.ref.card, card.ref.part, fact));
  }
  return {
    cards: known.map(({ card }) => card),
    begun: {
      items,
      reach: { learning: soonest.learning ?? never, due: soonest.due ?? never },
    },
  };
}
