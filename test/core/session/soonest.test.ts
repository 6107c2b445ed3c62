import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DeckCheckpoint,
  decodeProgress,
  encodeDecks,
  encodeSummary,
} from '../../../src/core/history/checkpoint.ts';
import { deckKeyOf, type Entry, type Happening } from '../../../src/core/history/entry.ts';
import { addCards, addDecks } from '../../../src/core/history/further-cards.ts';
import type { Progress } from '../../../src/core/history/progress.ts';
import { replay } from '../../../src/core/history/replay.ts';
import { everywhere } from '../../../src/core/schedule/study-queue.ts';
import { day, hour } from '../../../src/core/schedule/time.ts';
import { begunItems } from '../../../src/core/session/count-decks.ts';
import { buildLibrary, type Library } from '../../../src/core/session/library.ts';
import { openSession } from '../../../src/core/session/open-session.ts';
import { everyCard, type SessionPlan } from '../../../src/core/session/session.ts';
import type { SessionSource } from '../../../src/core/session/session-source.ts';
import { makeSoonest, readSoonest, type Soonest } from '../../../src/core/session/soonest.ts';
import { startSession } from '../../../src/core/session/start-session.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';
import { sessionSource } from '../../support/session-source.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const deckIds = ['a', 'b', 'c', 'd'];
const cardsPerDeck = 6;

/** Every third card of a deck tests a fact that the other decks test, too. */
const library: Library = buildLibrary([
  {
    name: 'test',
    root: '/decks',
    exams: [],
    problems: [],
    decks: deckIds.map((id) => {
      const cards = Array.from({ length: cardsPerDeck }, (_, n) => {
        const fact = n % 3 === 0 ? `, facts: [f${n}]` : '';
        return `## ${n} of ${id}?\n\n<!-- id: c${n}${fact} -->\n\nIt is ${n}.\n\n`;
      });
      const { deck } = readDeck(deckOf(cards.join('')), { path: raw(`${id}.md`), defaultId: id });
      if (deck === undefined) throw new Error(`The deck ${id} cannot be read.`);
      const base = { path: raw(`${id}.md`), absolutePath: `/decks/${id}.md`, deck };
      return { collection: 'test', id, base, translations: new Map() };
    }),
  },
]);

interface Event {
  readonly deck: number;
  readonly card: number;
  readonly rating: 1 | 2 | 3 | 4;
  readonly hoursAgo: number;
  readonly kind: 'review' | 'suspend' | 'bury' | 'due';
}

const event: fc.Arbitrary<Event> = fc.record({
  deck: fc.nat({ max: deckIds.length - 1 }),
  card: fc.nat({ max: cardsPerDeck - 1 }),
  rating: fc.constantFrom(1, 3, 4, 4, 4, 4),
  hoursAgo: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 24 * 40 })),
  kind: fc.constantFrom('review', 'review', 'review', 'review', 'suspend', 'bury', 'due'),
});

function happeningOf({ deck, card, rating, kind }: Event): Happening {
  const ref = { collection: 'test', deck: deckIds[deck] ?? '', card: `c${card}`, part: '' };
  switch (kind) {
    case 'review':
      return { kind, ...ref, rating, ms: 1000, mode: 'study', verdict: undefined, memory: [1, 1, 1, 1] };
    case 'suspend':
      return { kind, ...ref };
    case 'bury':
      return { kind, ...ref, until: now + (rating - 2) * hour };
    case 'due':
      return { kind, ...ref, due: now - rating * day, why: 'asked' };
  }
}

const entryOf = (happening: Happening, t: number, n: number): Entry => ({
  id: `00000001-00000001-${n}`,
  n,
  t,
  tz: 0,
  ...happening,
});

/** So that there is more to review than a day takes, and more than is kept. */
const fewADay = { kind: 'parameters', reviewsPerDay: 2, newPerDay: 3 } as const;

const progressOf = (events: readonly Event[]): Progress =>
  replay(
    [
      entryOf(fewADay, now - 100 * day, 0),
      ...events.map((one, i) => entryOf(happeningOf(one), now - one.hoursAgo * hour - i, i + 1)),
    ],
    { now },
  );

/** Another run, which has read these decks of the stored state and no other. */
function reopened(progress: Progress, kept: Soonest | undefined, read: readonly string[]) {
  const keys = new Set(deckIds.map((deck) => deckKeyOf({ collection: 'test', deck })));
  const stored = encodeDecks(progress, keys);
  const decksOf = (wanted: Iterable<string>): readonly DeckCheckpoint[] =>
    [...wanted].flatMap((key) => stored.get(key) ?? []);
  const summary = encodeSummary(progress);
  let value = summary && decodeProgress(summary, decksOf(read), now);
  if (value === undefined) throw new Error('There is no checkpoint.');
  const needed: string[] = [];
  const source: SessionSource = {
    ...sourceOf(() => value ?? progress),
    read: (decks) => {
      const missing = value?.journal.missingDecks ?? new Set();
      const wanted = (decks.length === 0 ? [...missing] : decks).filter((key) => missing.has(key));
      needed.push(...wanted);
      value = value && addDecks(value, decksOf(wanted));
    },
    begun: () => {
      if (value?.journal.missingDecks.size === 0)
        return { items: begunItems(library, value), reach: everywhere };
      const unread = value && kept && readSoonest(kept, library, value, now, 0);
      if (value === undefined || unread === undefined) throw new Error('Nothing was kept.');
      value = addCards(value, unread.cards);
      return { ...unread.begun, items: [...begunItems(library, value), ...unread.begun.items] };
    },
  };
  return { source, needed };
}

const sourceOf = (progress: () => Progress): SessionSource => sessionSource(() => library, progress);

/** What a session counts, and all that it asks when nothing is answered. */
function asked(source: SessionSource, plan: SessionPlan) {
  const seen: string[] = [];
  const take: SessionSource['take'] = ({ key }) => !seen.includes(key);
  const session = openSession({ ...source, take }, plan, now);
  const drill = startSession(plan, session, now);
  const left = session.left(drill, now);
  for (let item = session.next(drill, now); item && !seen.includes(item.key); item = session.next(drill, now))
    seen.push(item.key);
  return { left, seen };
}

const plan: fc.Arbitrary<SessionPlan> = fc.record({
  mode: fc.constantFrom('study', 'study', 'ahead', 'drill'),
  title: fc.constant(undefined),
  filter: fc
    .record({
      decks: fc.constantFrom([], [], ['test\nb'], ['test\na', 'test\nd']),
      only: fc.constantFrom([], [], ['missed' as const]),
    })
    .map((chosen) => ({ ...everyCard, ...chosen })),
  limits: fc.record({ cards: fc.constantFrom(undefined, 2), minutes: fc.constant(undefined) }),
});

test('a session that opens with the cards that come first asks what one asks that has read all decks', () => {
  const decksRead = fc.subarray(deckIds.map((deck) => `test\n${deck}`));
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 80, size: 'max' }),
      decksRead,
      decksRead,
      plan,
      (events, before, read, plan) => {
        const progress = progressOf(events);
        const first = JSON.parse(JSON.stringify(makeSoonest(library, progress, undefined, now, 0)));
        // What was kept by a run that had read some decks is as good as what one keeps that has read all.
        const some = decodeProgress(
          encodeSummary(progress) ?? fail(),
          [...encodeDecks(progress, new Set(before)).values()],
          now,
        );
        const again = some && makeSoonest(library, some, first, now, 0);
        const all = asked(
          sourceOf(() => progress),
          plan,
        );
        for (const kept of [first, again])
          expect(asked(reopened(progress, kept, read).source, plan)).toEqual(all);
      },
    ),
    { numRuns: 600 },
  );
});

function fail(): never {
  throw new Error('There is no checkpoint.');
}

test('a session with enough to review reads no deck but those of the cards that it asks', () => {
  const events = deckIds.map(
    (_, deck) => ({ deck, card: 1, rating: 3, hoursAgo: 900, kind: 'review' }) as const,
  );
  const progress = progressOf(events.flatMap((one) => [one, { ...one, hoursAgo: 901 }]));
  const kept = makeSoonest(library, progress, undefined, now, 0);
  const { source, needed } = reopened(progress, kept, []);
  const session = openSession({ ...source, hasNew: () => false }, { ...everything, mode: 'study' }, now);
  expect(needed).toEqual([]);
  const first = session.next(startSession(everything, session, now), now);
  expect(needed).toEqual([first && deckKeyOf(first.ref)]);
});

const everything: SessionPlan = {
  mode: 'study',
  title: undefined,
  filter: everyCard,
  limits: { cards: undefined, minutes: undefined },
};

test('what was kept before yesterday says nothing of a day before it', () => {
  const progress = progressOf([]);
  const kept = makeSoonest(library, progress, undefined, now + 2 * day, 0);
  expect(kept && readSoonest(kept, library, progress, now, 0)).toBeUndefined();
});

test('a clock set back from day to day is not told of days that nobody kept', () => {
  const progress = progressOf([]);
  const ahead = makeSoonest(library, progress, undefined, now + 2 * day, 0);
  const unread = { ...progress, journal: { ...progress.journal, missingDecks: new Set(['test\na']) } };
  const back = makeSoonest(library, unread, ahead, now + day, 0);
  expect(back && readSoonest(back, library, unread, now, 0)).toBeUndefined();
});
