import { expect, test } from 'vitest';
import type { Entry, Happening } from '../../../src/core/history/entry.ts';
import { progressOf } from '../../../src/core/history/progress.ts';
import { replay } from '../../../src/core/history/replay.ts';
import {
  accuracyOf,
  answerStatistics,
  hardestCards,
  historyOf,
  median,
} from '../../../src/core/history/statistics.ts';
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

test('a session is told by cards, accuracy and time, the most missed first', () => {
  const statistics = answerStatistics([
    { key: 'a', rating: 1, ms: 9000 },
    { key: 'a', rating: 1, ms: 2000, overridden: true },
    { key: 'b', rating: 1, ms: 30_000 },
    { key: 'c', rating: 3, ms: 4000 },
  ]);
  expect(statistics).toMatchObject({
    cards: 3,
    answers: 4,
    right: 1,
    accuracy: 0.25,
    ms: 45_000,
    overridden: 1,
  });
  expect(statistics.medianMs).toBe(4000);
  expect(statistics.hardest.map(({ key }) => key)).toEqual(['a', 'b']);
});

test('a session without answers has no accuracy', () => {
  expect(answerStatistics([])).toMatchObject({ accuracy: undefined, medianMs: undefined, hardest: [] });
  expect(median([])).toBeUndefined();
});

test('the hardest cards are those that are forgotten', () => {
  const progress = replay(
    [
      entry(0, review('easy', 4)),
      entry(1, review('hard', 1)),
      entry(2, review('hard', 1)),
      entry(3, review('hard', 3)),
    ],
    { now: start },
  );
  expect(hardestCards(progress.cards.values(), 1).map(({ ref }) => ref.card)).toEqual(['hard']);
  const hard = progressOf(progress, card('hard'));
  expect(hard && accuracyOf(hard)).toBeCloseTo(1 / 3);
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
