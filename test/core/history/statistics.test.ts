import { expect, test } from 'vitest';
import type { Entry, Happening } from '../../../src/core/history/entry.ts';
import { progressOf } from '../../../src/core/history/progress.ts';
import { replay } from '../../../src/core/history/replay.ts';
import { historyOf, median } from '../../../src/core/history/statistics.ts';
import type { Rating } from '../../../src/core/schedule/memory.ts';

const start = Date.parse('2026-11-20T09:00:00Z');
const card = (name: string) => ({ collection: 'kartei', deck: 'lpic', card: name, part: '' });
const entry = (n: number, happening: Happening): Entry => ({
  id: `d1-1-${n}`,
  n,
  t: start + n * 60_000,
  tz: 0,
  ...happening,
});
const review = (name: string, rating: Rating): Happening => ({
  ...card(name),
  kind: 'review',
  rating,
  ms: 4000,
  mode: 'study',
  verdict: undefined,
  memory: [1, 1, 1, 1],
});

test('of no values there is no middle one, of two it is the lower', () => {
  expect(median([])).toBeUndefined();
  expect(median([30, 9, 2, 4])).toBe(4);
});

test('a history shows each step with what it made of the memory, without what was undone', () => {
  const progress = replay(
    [
      entry(0, review('a', 3)),
      entry(1, review('a', 1)),
      entry(2, { kind: 'undo', of: 'd1-1-1' }),
      entry(3, { ...card('a'), kind: 'suspend' }),
      entry(4, { kind: 'move', from: card('a'), to: card('b') }),
    ],
    { now: start },
  );
  const steps = historyOf(progress, card('b'));
  expect(steps.map(({ event }) => event.kind)).toEqual(['review', 'suspend']);
  expect(steps.at(-1)?.memory).toEqual(progressOf(progress, card('b'))?.memory);
});
