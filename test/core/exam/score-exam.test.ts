import { describe, expect, it } from 'vitest';
import { questionOf, type StoredAnswer } from '../../../src/core/exam/paper-question.ts';
import { scoreExam, scoreItem } from '../../../src/core/exam/score-exam.ts';
import type { ScoringPolicy } from '../../../src/core/history/exam-rules.ts';
import { blueprint, choice, deck, libraryOf, order, two, typed } from './exam-fixture.ts';

const all = '## Which run?\n\n<!-- id: every -->\n\n```answer command-name all\nls\nps\n```\n';
const path = '## Where?\n\n<!-- id: path -->\n\n```answer path\n/etc/hosts\n```\n';
const library = libraryOf({
  d: deck('1', choice('one'), two('both'), order('line'), typed('word'), all, path),
});

const orders = new Map<string, readonly number[]>([
  ['one', [3, 2, 1, 0]],
  ['both', [0, 1, 2, 3, 4]],
  ['line', [2, 0, 1]],
]);

const paperItem = (card: string) => ({
  ...{ collection: 'c', deck: 'd', card, part: '', objective: '1', predicted: undefined },
  ...{ order: orders.get(card) ?? [], seenBefore: false, queued: true },
});

const score = (card: string, answer: StoredAnswer, policy: ScoringPolicy) =>
  scoreItem(questionOf(paperItem(card), library, 'en'), answer, policy);

describe('points of an item', () => {
  it.each<[string, string, StoredAnswer, number, number]>([
    ['one', 'the right one', [0], 1, 1],
    ['one', 'a wrong one', [2], 0, 0],
    ['one', 'nothing', [], 0, 0],
    ['both', 'both right ones', [0, 1], 1, 1],
    ['both', 'one of them', [0], 0, 0.5],
    ['both', 'one right, one wrong', [0, 3], 0, 0],
    ['both', 'two wrong ones', [3, 4], 0, 0],
    ['line', 'the sequence', [0, 1, 2], 1, 1],
    ['line', 'one pair kept', [1, 2, 0], 0, 0.5],
    ['line', 'no pair kept', [2, 1, 0], 0, 0],
    ['line', 'only the first two', [0, 1], 0, 0.5],
    ['word', 'the word', ['word'], 1, 1],
    ['word', 'a near one', ['Word'], 0, 0],
    ['path', 'an equivalent one', ['//etc/hosts'], 1, 1],
    ['path', 'a near one', ['etc/hosts'], 0, 0],
    ['every', 'all of them', ['ps', 'ls'], 1, 1],
    ['every', 'one of them', ['ps', ''], 0, 0.5],
    ['every', 'one and a surplus', ['ps', 'xx'], 0, 0],
  ])('%s: %s', (card, _, answer, strict, partial) => {
    expect(score(card, answer, 'all-or-nothing')).toBe(strict);
    expect(score(card, answer, 'partial')).toBeCloseTo(partial, 12);
  });

  it('are none when the card is gone, lacks the language or has other options than on the paper', () => {
    expect(score('nowhere', [0], 'partial')).toBe(0);
    expect(questionOf(paperItem('one'), library, 'de')).toBeUndefined();
    expect(questionOf({ ...paperItem('one'), order: [0, 1, 2] }, library, 'en')).toBeUndefined();
    expect(questionOf({ ...paperItem('one'), order: [0, 1, 2, 2] }, library, 'en')).toBeUndefined();
    expect(questionOf({ ...paperItem('one'), order: [0, 1, 2, 9] }, library, 'en')).toBeUndefined();
  });
});

describe('the scaled score', () => {
  const rules = blueprint({ 1: 60 }, { cut: 39 });
  const points = (right: number, items: number) => Array.from({ length: items }, (_, i) => Number(i < right));

  it.each([
    [0, 60, 200, false],
    [13, 60, 300, false],
    [38, 60, 492, false],
    [39, 60, 500, true],
    [46, 60, 600, true],
    [60, 60, 800, true],
    [13, 20, 500, true],
    [12, 20, 477, false],
    [20, 20, 800, true],
    [7, 10, 543, true],
    [6, 10, 477, false],
    [0, 0, 200, false],
  ])('of %i of %i is %i', (right, items, scaled, passed) => {
    expect(scoreExam(points(right, items), rules)).toMatchObject({ points: right, items, scaled, passed });
  });

  it('passes with parts of points that add up to the cut, and never rounds a miss up to a pass', () => {
    expect(scoreExam(Array(60).fill(0.65), rules)).toMatchObject({ passed: true, scaled: 500 });
    expect(scoreExam([...points(38, 59), 0.999], rules)).toMatchObject({ passed: false, scaled: 499 });
  });
});
