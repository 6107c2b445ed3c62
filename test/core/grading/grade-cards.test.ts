import { describe, expect, test } from 'vitest';
import type { Option } from '../../../src/core/decks/card.ts';
import { gradeAnswer } from '../../../src/core/grading/grade-answer.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { cardOf, contextFor, reasonsOf, typedCard } from './typed-card.ts';

const options = (marks: string): Option[] =>
  [...marks].map((mark, i) => ({ text: raw(`option ${i}`), right: mark === 'x', reason: undefined }));

const choose = (marks: string, ...chosen: number[]) => {
  const { verdict, share } = gradeAnswer(
    cardOf({ kind: 'choice', options: options(marks) }),
    { kind: 'choice', chosen },
    contextFor(),
  );
  return [verdict, share];
};

describe('a choice', () => {
  test('is right when exactly the right options are chosen', () => {
    expect(choose('.x..', 1)).toEqual(['exact', 1]);
    expect(choose('.x.x', 3, 1)).toEqual(['exact', 1]);
  });

  test('of one is wrong otherwise', () => {
    expect(choose('.x..', 0)).toEqual(['wrong', 0]);
    expect(choose('.x..', 0, 1)).toEqual(['wrong', 0]);
  });

  test('of several earns the right ones less the wrong ones', () => {
    expect(choose('xx.x', 0, 1)).toEqual(['partial', 2 / 3]);
    expect(choose('xx.x', 0, 1, 2)).toEqual(['partial', 1 / 3]);
    expect(choose('xx..', 0, 2)).toEqual(['partial', 0]);
    expect(choose('xx..', 2, 3)).toEqual(['wrong', 0]);
  });

  test('of nothing is blank', () => expect(choose('.x..')).toEqual(['blank', 0]));
});

const arrange = (lines: readonly string[], ...given: number[]) => {
  const { verdict, share } = gradeAnswer(
    cardOf({ kind: 'order', lines: lines.map(raw) }),
    { kind: 'order', lines: given },
    contextFor(),
  );
  return [verdict, share];
};

describe('an order', () => {
  test('is right when the sequence is equal', () =>
    expect(arrange(['a', 'b', 'c'], 0, 1, 2)).toEqual(['exact', 1]));

  test('earns the share of neighbours kept', () => {
    expect(arrange(['a', 'b', 'c', 'd'], 2, 3, 0, 1)).toEqual(['partial', 2 / 3]);
    expect(arrange(['a', 'b', 'c'], 2, 1, 0)).toEqual(['wrong', 0]);
    expect(arrange(['a', 'b', 'c'], 0, 1)).toEqual(['partial', 1 / 2]);
  });

  test('lets equal lines stand for each other', () => {
    expect(arrange(['sync', 'umount', 'sync'], 2, 1, 0)).toEqual(['exact', 1]);
  });
});

const fill = (answers: readonly string[], ...lines: string[]) =>
  gradeAnswer(typedCard('option', answers, true), { kind: 'typed', lines: lines.map(raw) }, contextFor());

describe('all lines wanted', () => {
  test('are right in any order', () => {
    expect(fill(['-i', '-t'], '-t', '-i')).toMatchObject({ verdict: 'exact', share: 1 });
  });

  test('are not right with one too many, one too few or one twice', () => {
    expect(fill(['-i', '-t'], '-t', '-i', '-d')).toMatchObject({ verdict: 'partial', share: 0.5 });
    expect(fill(['-i', '-t'], '-t')).toMatchObject({ verdict: 'partial', share: 0.5 });
    expect(fill(['-i', '-t'], '-t', '')).toMatchObject({ verdict: 'partial', share: 0.5 });
    expect(fill(['-i', '-t'], '-t', '-t')).toMatchObject({ verdict: 'partial', share: 0 });
    expect(fill(['-i', '-t'], '-x', '-y')).toMatchObject({ verdict: 'wrong', share: 0 });
    expect(fill(['-i', '-t'], '', ' ')).toMatchObject({ verdict: 'blank', share: 0 });
  });

  test('are near when the last mistake is', () => {
    const grade = fill(['-i', '-t'], '-T', '-i');
    expect([grade.verdict, reasonsOf(grade), grade.share]).toEqual(['near', 'other-case', 0]);
  });

  test('are matched so that as many as possible are right', () => {
    const card = typedCard('path', ['/a/', '/a'], true);
    const lines = ['/a', '//a'].map(raw);
    expect(gradeAnswer(card, { kind: 'typed', lines }, contextFor())).toMatchObject({
      verdict: 'equivalent',
      share: 1,
    });
  });
});

describe('an answer of another kind than the card', () => {
  test('is wrong, and none is blank', () => {
    const card = typedCard('text', ['KVM']);
    expect(gradeAnswer(card, { kind: 'choice', chosen: [0] }, contextFor()).verdict).toBe('wrong');
    expect(gradeAnswer(card, { kind: 'blank' }, contextFor())).toMatchObject({
      verdict: 'blank',
      expected: 'KVM',
    });
    expect(gradeAnswer(card, { kind: 'typed', lines: [] }, contextFor()).verdict).toBe('blank');
  });
});
