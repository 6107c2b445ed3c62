import { describe, expect, it } from 'vitest';
import { readCollection } from '../../src/storage/read-collection.ts';
import { readExams } from '../../src/storage/read-exams.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const shipped = new URL('../../decks', import.meta.url).pathname;

describe('the shipped exam files', () => {
  const { exams, problems } = readExams(readCollection(shipped));
  const byId = new Map(exams.map(({ blueprint }) => [blueprint.id, blueprint]));

  it('are read without a word', () => {
    expect(problems).toEqual([]);
    expect([...byId.keys()].sort()).toEqual(['lpic1-101', 'lpic1-102', 'lpic1-102.6']);
  });

  it.each([
    ['lpic1-101', 23, 60],
    ['lpic1-102', 19, 60],
    ['lpic1-102.6', 1, 1],
  ])('%s has %i objectives, whose weights add up to %i', (id, count, sum) => {
    const objectives = byId.get(id)?.objectives ?? [];
    expect(objectives).toHaveLength(count);
    expect(objectives.reduce((total, { weight }) => total + weight, 0)).toBe(sum);
    expect(objectives.every(({ terms }) => terms.length > 0)).toBe(true);
  });

  it('hold the topic test to 20 questions in 30 minutes', () => {
    expect(byId.get('lpic1-102.6')).toMatchObject({ questions: 20, minutes: 30, cut: 13 });
  });
});

describe('exam files of a collection', () => {
  const exam = (id: string) => `---
exam: One
${id}
questions: 2
minutes: 3
scale: { min: 0, pass: 5, max: 10 }
cut: 1
objectives:
  - { id: "1", title: Only, weight: 2 }
---
`;

  const collectionOf = (files: Readonly<Record<string, string>>) => readCollection(temporaryFolder(files));

  it('take their id from their path when they name none', () => {
    const { exams } = readExams(collectionOf({ 'exams/first.md': exam('version: "1"') }));
    expect(exams.map(({ blueprint }) => blueprint.id)).toEqual(['exams/first']);
  });

  it('are read besides a broken one, which is reported with its line', () => {
    const files = { 'a.md': exam('id: a'), 'b.md': exam('id: b').replace('cut: 1', 'cut: 2') };
    const { exams, problems } = readExams(collectionOf(files));
    expect(exams.map(({ blueprint }) => blueprint.id)).toEqual(['a']);
    expect(problems).toMatchObject([{ rule: 'exam-cut', path: 'b.md', line: 7, severity: 'error' }]);
  });

  it('keep the first of two with one id', () => {
    const { exams, problems } = readExams(collectionOf({ 'a.md': exam('id: x'), 'b.md': exam('id: x') }));
    expect(exams.map(({ path }) => path)).toEqual(['a.md']);
    expect(problems).toMatchObject([{ rule: 'duplicate-exam', path: 'b.md' }]);
  });
});
