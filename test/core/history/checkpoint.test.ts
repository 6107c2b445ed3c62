import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeProgress,
  encodeDecks,
  encodeSummary,
  waitingEntries,
} from '../../../src/core/history/checkpoint.ts';
import { deckKeyOf, type Entry, type Happening, type MemoryRef } from '../../../src/core/history/entry.ts';
import { compareEntries } from '../../../src/core/history/merge.ts';
import {
  heldEntries,
  type Progress,
  plans,
  progressOf,
  recordOf,
} from '../../../src/core/history/progress.ts';
import { applyEntries, applyEntry, replay } from '../../../src/core/history/replay.ts';
import type { Rating } from '../../../src/core/schedule/memory.ts';
import { day } from '../../../src/core/schedule/time.ts';

const start = Date.parse('2026-11-20T09:00:00Z');
const now = start + 60 * day;
const card = (name: string): MemoryRef => ({
  collection: 'kartei',
  deck: `deck-${name}`,
  card: name,
  part: '',
});
const names = [card('a'), card('b'), card('__proto__')] as const;
const [a, b] = names;

const entry = (t: number, happening: Happening, id: string): Entry => ({
  id,
  n: 0,
  t: start + t,
  tz: 60,
  ...happening,
});
const review = (ref: MemoryRef, rating: Rating = 3): Happening => ({
  ...ref,
  kind: 'review',
  rating,
  ms: 4000,
  mode: 'study',
  verdict: undefined,
  memory: [1, 1, 1, 1],
});

/** Through JSON, as the store keeps it. */
function reload(progress: Progress, decks: readonly MemoryRef[] = names): Progress | undefined {
  const summary = encodeSummary(progress);
  if (summary === undefined) return undefined;
  const kept = JSON.parse(
    JSON.stringify({ summary, decks: [...encodeDecks(progress, new Set(decks.map(deckKeyOf))).values()] }),
  );
  const decoded = decodeProgress(kept.summary, kept.decks, progress.now);
  return decoded && applyEntries(decoded, waitingEntries(kept.summary), progress.now);
}

const sorted = <T>(entries: Iterable<[string, T]>) => [...entries].sort(([x], [y]) => (x < y ? -1 : 1));
const visible = (progress: Progress | undefined) =>
  progress && {
    parameters: progress.parameters,
    cards: sorted(progress.cards.entries()),
    days: sorted(progress.days.entries()),
    plans: plans(progress),
    records: names.map((ref) => recordOf(progress, ref)),
    held: heldEntries(progress).toSorted(compareEntries),
  };

describe('a checkpoint', () => {
  const before = replay([entry(0, review(a), 'd1-1-0'), entry(1, review(b, 1), 'd1-1-1')], { now });

  test('goes on as if the whole journal had been replayed', () => {
    const more = [entry(day, review(a), 'd1-2-0'), entry(day, { ...b, kind: 'suspend' }, 'd1-2-1')];
    const reloaded = reload(before);
    expect(reloaded && visible(applyEntries(reloaded, more))).toEqual(visible(applyEntries(before, more)));
  });

  test('can undo what came after it, and says so when it must undo what came before', () => {
    const reloaded = reload(before) ?? before;
    const after = applyEntry(reloaded, entry(day, review(a), 'd1-2-0'));
    const undone = applyEntry(after, entry(day, { kind: 'undo', of: 'd1-2-0' }, 'd1-2-1'));
    expect(visible(undone)).toEqual(visible(before));
    expect(undone.stale).toBe(false);
    expect(applyEntry(undone, entry(day, { kind: 'undo', of: 'd1-1-0' }, 'd1-2-2')).stale).toBe(true);
  });

  test('says so when an entry belongs before it', () => {
    const late = entry(-day, review(a), 'd2-1-0');
    expect(applyEntry(reload(before) ?? before, late).stale).toBe(true);
    expect(applyEntry(before, late).stale).toBe(false);
  });

  test('of which a deck was not read says so when that deck is needed', () => {
    const half = reload(before, [a]) ?? before;
    expect(progressOf(half, b)).toBeUndefined();
    expect(applyEntry(half, entry(day, review(a), 'd1-2-0')).stale).toBe(false);
    expect(applyEntry(half, entry(day, review(b), 'd1-2-0')).stale).toBe(true);
    expect(encodeSummary(half)?.decks.toSorted()).toEqual(encodeSummary(before)?.decks.toSorted());
  });

  test('of another version, or with a damaged card, is refused', () => {
    const summary = encodeSummary(before);
    if (summary === undefined) throw new Error('not stale');
    expect(decodeProgress({ ...summary, version: 99 }, [], now)).toBeUndefined();
    const deck = encodeDecks(before, new Set([deckKeyOf(a)])).get(deckKeyOf(a));
    if (deck === undefined) throw new Error('no deck');
    expect(decodeProgress(summary, [deck], now)).toBeDefined();
    const damaged = deck.cards.map((row) => row.with(5, Number.NaN) as unknown as typeof row);
    expect(decodeProgress(summary, [{ ...deck, cards: damaged }], now)).toBeUndefined();
    expect(decodeProgress(summary, [{ ...deck, version: 99 }], now)).toBeUndefined();
  });
});

test('whatever comes after a checkpoint, it is either exact or stale', () => {
  const refs = fc.constantFrom(...names);
  const named = (ids: readonly string[], pick: number) => ids[pick % ids.length] ?? 'none';
  type Make = (ids: readonly string[], pick: number) => Happening;
  const happening: fc.Arbitrary<Make> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(refs, fc.constantFrom<Rating[]>(1, 2, 3, 4)).map(
        ([r, g]) =>
          () =>
            review(r, g),
      ),
    },
    fc.tuple(refs, fc.constantFrom('suspend', 'reset')).map(
      ([r, kind]): Make =>
        () => ({ ...r, kind }),
    ),
    fc.tuple(refs, refs).map(
      ([from, to]): Make =>
        () => ({ kind: 'move', from, to }),
    ),
    fc.constantFrom(0.8, 0.9).map(
      (retention): Make =>
        () => ({ kind: 'parameters', retention, newPerDay: 3 }),
    ),
    fc.constant<Make>(() => ({ kind: 'plan', exam: 'e', date: '2027-03-01' })),
    refs.map(
      (r): Make =>
        () => ({ ...r, kind: 'card', hash: 'h', prompt: r.card, answer: '' }),
    ),
    { weight: 2, arbitrary: fc.constant<Make>((ids, pick) => ({ kind: 'undo', of: named(ids, pick) })) },
    fc.constant<Make>((ids, pick) => ({ kind: 'confirm-time', of: named(ids, pick), time: start + day })),
  );
  const time = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 40 * day }) },
    fc.integer({ min: 100 * day, max: 200 * day }),
  );
  const items = fc.array(fc.tuple(happening, time, fc.nat(50)), { maxLength: 25 });
  let exact = 0;
  fc.assert(
    fc.property(items, fc.nat(25), fc.boolean(), (made, cut, ordered) => {
      const times = made.map(([, t]) => t);
      if (ordered) times.sort((x, y) => x - y);
      const ids = made.map((_, i) => `d1-00000001-${i}`);
      const entries = made.map(([happen, , pick], i) =>
        entry(times[i] ?? 0, happen(ids, pick), ids[i] ?? ''),
      );
      const first = reload(replay(entries.slice(0, cut), { now }));
      const after = first && applyEntries(first, entries.slice(cut));
      if (after === undefined || after.stale) return;
      exact += 1;
      expect(visible(after)).toEqual(visible(replay(entries, { now })));
    }),
    { numRuns: 1000 },
  );
  expect(exact).toBeGreaterThan(300);
});
