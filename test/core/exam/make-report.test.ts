import { describe, expect, it } from 'vitest';
import { collectSittings, isClosed } from '../../../src/core/exam/collect-sittings.ts';
import { makeReport } from '../../../src/core/exam/make-report.ts';
import type { StoredAnswer } from '../../../src/core/exam/paper-question.ts';
import type { Entry, Happening } from '../../../src/core/history/entry.ts';
import { day, minute, second } from '../../../src/core/schedule/time.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { blueprint, choice, deck, entry, libraryOf, order, start, two, typed } from './exam-fixture.ts';

const library = libraryOf({
  d: deck('1', choice('one'), two('both'), order('line')),
  e: deck('2', typed('word')),
});
const objective = (id: string, weight: number) => ({ id, title: raw(`Objective ${id}`), weight, terms: [] });
const exam = blueprint(
  { all: 6 },
  { cut: 4, objectives: [objective('2', 1), objective('1', 3), objective('3', 2)] },
);

const cards = [
  ['d', 'one', [0, 1, 2, 3]],
  ['d', 'both', [0, 1, 2, 3, 4]],
  ['d', 'line', [2, 0, 1]],
  ['e', 'word', []],
  ['e', 'gone', []],
] as const;

/** A sitting of five items: answers as [item, answer, seconds so far], then whatever else, handed in. */
function sit(
  answers: readonly (readonly [number, StoredAnswer, number])[],
  points: readonly number[],
  { at = start, more = [], late = 0 }: { at?: number; more?: readonly Happening[]; late?: number } = {},
): readonly Entry[] {
  const begin = entry(at, {
    kind: 'exam-start',
    ...{ exam: 'x', lang: 'en', seed: 1, deadline: at + 90 * minute, extraTime: 30, custom: false },
    rules: exam,
    gaps: [{ objective: '3', missing: 2 }],
    items: cards.map(([deckId, card, shown], i) => ({
      ...{ collection: 'c', deck: deckId, card, part: '', objective: deckId === 'd' ? '1' : '2' },
      ...{ order: shown, predicted: 0.5, seenBefore: i === 0, queued: true },
    })),
  });
  const sitting = begin.id;
  return [
    begin,
    ...answers.map(([item, answer, seconds], i) =>
      entry(at + (i + 1) * minute, { kind: 'exam-answer', sitting, item, answer, ms: seconds * second }),
    ),
    ...more.map((happening) => entry(at + 30 * minute, { ...happening, sitting } as Happening)),
    entry(at + 40 * minute + late, { kind: 'exam-hand-in', sitting, why: 'handed-in', points }),
  ];
}

function report(entries: readonly Entry[]) {
  const sittings = collectSittings(entries);
  const last = sittings.filter(isClosed).at(-1);
  if (last === undefined) throw new Error('no sitting');
  return makeReport(last, library, exam, sittings);
}

describe('a report', () => {
  it('tells points and score, by objective in the blueprint’s order, and by kind', () => {
    const told = report(sit([], [1, 0, 1, 1, 0]));
    expect(told.score).toMatchObject({ points: 3, items: 5, passed: false });
    expect(told.byObjective).toEqual([
      { objective: '2', title: 'Objective 2', items: 2, points: 1, missing: 0 },
      { objective: '1', title: 'Objective 1', items: 3, points: 2, missing: 0 },
      { objective: '3', title: 'Objective 3', items: 0, points: 0, missing: 2 },
    ]);
    expect(told.byKind).toEqual([
      { kind: 'choice', items: 2, points: 1 },
      { kind: 'typed', items: 1, points: 1 },
      { kind: 'order', items: 1, points: 1 },
      { kind: 'gone', items: 1, points: 0 },
    ]);
  });

  it('tells the time in all, the median of the items that were looked at, and the slowest ones', () => {
    const { times } = report(
      sit(
        [
          [0, [0], 10],
          [1, [0, 1], 50],
          [2, [0, 1, 2], 30],
          [0, [1], 20],
        ],
        [1, 0, 1, 1, 0],
      ),
    );
    expect(times).toEqual({
      all: 40 * minute,
      median: 30 * second,
      slowest: [
        { item: 1, ms: 50 * second },
        { item: 2, ms: 30 * second },
        { item: 0, ms: 20 * second },
      ],
    });
  });

  it('counts no time after the deadline, when a paper was only closed days later', () => {
    const told = report(sit([], [0, 0, 0, 0, 0], { late: 3 * day }));
    expect(told.times.all).toBe(90 * minute);
    expect(told.endedAt).toBe(start + 90 * minute);
  });

  it.each<[string, readonly (readonly [number, StoredAnswer, number])[], object]>([
    [
      'wrong to right',
      [
        [0, [1], 1],
        [0, [0], 2],
      ],
      { wrongToRight: 1 },
    ],
    [
      'right to wrong',
      [
        [0, [0], 1],
        [0, [1], 2],
      ],
      { rightToWrong: 1 },
    ],
    [
      'wrong to wrong',
      [
        [0, [1], 1],
        [0, [2], 2],
      ],
      { wrongToWrong: 1 },
    ],
    [
      'there and back: none',
      [
        [0, [1], 1],
        [0, [0], 2],
        [0, [1], 3],
      ],
      {},
    ],
    [
      'blank, then answered: none',
      [
        [0, [], 1],
        [0, [0], 2],
      ],
      {},
    ],
    [
      'completed later: none',
      [
        [1, [0], 1],
        [1, [0, 1], 2],
      ],
      {},
    ],
    [
      'one of two replaced',
      [
        [1, [0, 2], 1],
        [1, [0, 1], 2],
      ],
      { wrongToRight: 1 },
    ],
    [
      'taken back',
      [
        [3, ['word'], 1],
        [3, [], 2],
      ],
      { rightToWrong: 1 },
    ],
    [
      'on a card that is gone: none',
      [
        [4, ['a'], 1],
        [4, ['b'], 2],
      ],
      {},
    ],
  ])('tells the answers changed: %s', (_, answers, expected) => {
    expect(report(sit(answers, [0, 0, 0, 0, 0])).changes).toEqual({
      wrongToRight: 0,
      rightToWrong: 0,
      wrongToWrong: 0,
      ...expected,
    });
  });

  it('tells how many of the marked ones were wrong; a mark taken off is none', () => {
    const mark = (item: number, on: boolean): Happening => ({ kind: 'exam-mark', sitting: '', item, on });
    const more = [mark(0, true), mark(1, true), mark(2, true), mark(2, false)];
    expect(report(sit([], [1, 0, 0, 0, 0], { more })).marked).toEqual({ items: 2, wrong: 1 });
  });

  it('names extra time and leaving, and the share of items seen before', () => {
    const told = report(sit([], [0, 0, 0, 0, 0], { more: [{ kind: 'exam-leave', sitting: '' }] }));
    expect(told.conditions).toEqual({ leaves: 1, extraTime: 30 });
    expect(told.seenBefore).toBe(0.2);
  });

  it('sets earlier attempts beside it, oldest first', () => {
    const entries = [
      ...sit([], [1, 0, 0, 0, 0]),
      ...sit([], [1, 1, 1, 1, 0], { at: start + day }),
      ...sit([], [1, 1, 1, 1, 1], { at: start + 2 * day }),
    ];
    expect(report(entries).earlier.map(({ score }) => score.points)).toEqual([1, 4]);
  });

  it('holds each missed item with its card, the answer given and what grading says of it', () => {
    const { missed } = report(sit([[3, ['Word'], 5]], [1, 0.5, 1, 0, 0]));
    expect(missed.map(({ item }) => item)).toEqual([1, 3, 4]);
    expect(missed[0]).toMatchObject({ points: 0.5, stored: [], grade: { verdict: 'blank' } });
    expect(missed[1]).toMatchObject({ stored: ['Word'], grade: { verdict: 'near' } });
    expect(missed[2]).toMatchObject({ question: undefined, grade: undefined });
  });

  it('stands by the points of the hand-in and does without the exam’s file', () => {
    const [last] = collectSittings(sit([[0, [3], 1]], [1, 1, 1, 1, 1])).filter(isClosed);
    if (last === undefined) throw new Error('no sitting');
    const told = makeReport(last, library, undefined, []);
    expect(told).toMatchObject({ title: 'x', score: { points: 5, scaled: 800 } });
    expect(told.byObjective.map(({ objective, title }) => [objective, title])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', undefined],
    ]);
  });
});
