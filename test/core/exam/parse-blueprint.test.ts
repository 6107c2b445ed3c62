import { describe, expect, it } from 'vitest';
import { parseBlueprint } from '../../../src/core/exam/parse-blueprint.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { readFrontMatter } from '../../../src/storage/front-matter.ts';

const sound = `exam: LPIC-1 101-500
id: lpic1-101
version: "5.0"
questions: 4
minutes: 90
scale: { min: 200, pass: 500, max: 800 }
cut: 3
scoring: partial
navigation: linear
warnings: [5, 30, 15]
objectives:
  - { id: "102.6", title: Guests, weight: 1, terms: [virtual machine, guest drivers] }
  - { id: "103.1", title: Shell, weight: 3 }`;

function parse(yaml: string) {
  const matter = readFrontMatter(raw(`---\n${yaml}\n---\n`));
  if (matter.kind !== 'found') throw new Error('no front matter');
  return parseBlueprint(matter, { path: raw('exam.md'), defaultId: 'by-path' });
}

const without = (key: string) =>
  sound
    .split('\n')
    .filter((line) => !line.startsWith(`${key}:`))
    .join('\n');

/** The sound file with another line for one key. */
const having = (key: string, line: string) =>
  sound
    .split('\n')
    .map((old) => (old.startsWith(`${key}:`) ? line : old))
    .join('\n');

describe('an exam file', () => {
  it('is read as written, warnings in the order in which they come', () => {
    expect(parse(sound)).toEqual({
      problems: [],
      blueprint: {
        id: 'lpic1-101',
        title: 'LPIC-1 101-500',
        version: '5.0',
        questions: 4,
        minutes: 90,
        scale: { min: 200, pass: 500, max: 800 },
        cut: 3,
        scoring: 'partial',
        navigation: 'linear',
        warnings: [30, 15, 5],
        objectives: [
          { id: '102.6', title: 'Guests', weight: 1, terms: ['virtual machine', 'guest drivers'] },
          { id: '103.1', title: 'Shell', weight: 3, terms: [] },
        ],
      },
    });
  });

  it.each([
    ['id', { id: 'by-path' }],
    ['version', { version: undefined }],
    ['scoring', { scoring: 'all-or-nothing' }],
    ['navigation', { navigation: 'free' }],
    ['warnings', { warnings: [] }],
  ])('can do without %s', (key, expected) => {
    expect(parse(without(key))).toMatchObject({ blueprint: expected, problems: [] });
  });

  it.each(['questions', 'minutes', 'scale', 'cut'])('needs %s', (key) => {
    const { blueprint, problems } = parse(without(key));
    expect(blueprint).toBeUndefined();
    expect(problems).toMatchObject([{ rule: 'exam-missing', severity: 'error' }]);
  });

  it.each([
    ['exam', 'exam: ""', 'exam-title'],
    ['id', 'id: Not An Id', 'exam-id'],
    ['questions', 'questions: many', 'exam-value'],
    ['questions', 'questions: 0', 'exam-value'],
    ['questions', 'questions: 4.5', 'exam-value'],
    ['minutes', 'minutes: 1:30', 'exam-value'],
    ['scale', 'scale: { min: 500, pass: 200, max: 800 }', 'exam-scale'],
    ['scale', 'scale: { min: 200, max: 800 }', 'exam-scale'],
    ['scale', 'scale: 500', 'exam-scale'],
    ['cut', 'cut: 4', 'exam-cut'],
    ['cut', 'cut: 0', 'exam-cut'],
    ['cut', 'cut: 65 %', 'exam-cut'],
    ['scoring', 'scoring: partially', 'exam-value'],
    ['navigation', 'navigation: [free]', 'exam-value'],
    ['warnings', 'warnings: [soon]', 'exam-value'],
  ])('is refused for its %s: `%s` (%s)', (key, line, rule) => {
    const { blueprint, problems } = parse(having(key, line));
    expect(blueprint).toBeUndefined();
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    expect(problems[0]?.line).toBe(sound.split('\n').findIndex((l) => l.startsWith(`${key}:`)) + 2);
  });

  it.each([
    ['{ title: Guests, weight: 1 }', /Objective 1 has no id/u],
    ['{ id: "1", weight: 1 }', /has no title/u],
    ['{ id: "1", title: A }', /has no weight/u],
    ['{ id: "1", title: A, weight: 1.5 }', /has no weight that is a whole number/u],
    ['{ id: "1", title: A, weight: -1 }', /has no weight/u],
    ['{ id: "1", title: A, weight: 0 }', /No objective has a weight above 0/u],
    ['{ id: "1", title: A, weight: 1, terms: { a: b } }', /terms/u],
    ['just text', /Objective 1 is no mapping/u],
  ])('refuses the objective %s', (objective, message) => {
    const { blueprint, problems } = parse(
      `${sound.slice(0, sound.indexOf('objectives:'))}objectives:\n  - ${objective}`,
    );
    expect(blueprint).toBeUndefined();
    expect(problems.map((problem) => problem.message.text).join()).toMatch(message);
  });

  it('refuses two objectives with one id, and a list that is none', () => {
    expect(parse(sound.replace('103.1', '102.6')).problems).toMatchObject([{ rule: 'exam-objective' }]);
    expect(parse(sound.slice(0, sound.indexOf('objectives:'))).problems).toMatchObject([
      { rule: 'exam-objective' },
    ]);
  });

  it.each([
    ['minuts: 5', '`minutes`', 'exam-key'],
    ['weigth: 5', undefined, 'exam-key'],
  ])('warns of the unknown key in `%s`', (line, meant, rule) => {
    const { blueprint, problems } = parse(`${sound}\n${line}`);
    expect(blueprint).toBeDefined();
    expect(problems).toMatchObject([{ rule, severity: 'warning' }]);
    if (meant !== undefined) expect(problems[0]?.hint?.text).toContain(meant);
  });

  it('warns of an unknown key of an objective with the nearest one', () => {
    expect(parse(sound.replace('weight: 3', 'weight: 3, term: [a]')).problems[0]?.hint?.text).toContain(
      '`terms`',
    );
  });

  it('warns when the weights do not add up to the questions, and of a warning before the beginning', () => {
    expect(parse(having('questions', 'questions: 5'))).toMatchObject({
      blueprint: { questions: 5 },
      problems: [{ rule: 'exam-weights', severity: 'warning' }],
    });
    expect(parse(having('warnings', 'warnings: [90]')).problems).toMatchObject([{ rule: 'exam-warnings' }]);
  });
});
