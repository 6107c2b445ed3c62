import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../src/core/schedule/time.ts';
import { loadMarkdown } from '../../src/core/text/markdown.ts';
import { learnAll } from '../support/learned-home.ts';
import { type CommandSetting, runCommand, standstill } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

beforeAll(loadMarkdown);

const own = '.local/share/kartei/collections/own';
const card = (n: number) =>
  `## What is card ${n}?\n\n<!-- id: c${n}, terms: [alpha, beta] -->\n\n\`\`\`answer literal\nword${n}\n\`\`\`\n`;
const deck = (count: number) =>
  `---\ndeck: Words\nobjective: "1"\n---\n\n${Array.from({ length: count }, (_, i) => card(i + 1)).join('\n')}`;
const exam = (id: string, terms = '[alpha, beta]') => `---
exam: Exam ${id}
id: ${id}
questions: 4
minutes: 10
scale: { min: 200, pass: 500, max: 800 }
cut: 2
objectives:
  - { id: "1", title: Objective one, weight: 4, terms: ${terms} }
---
`;

/** A home with twelve cards and an exam of them; `exams` are further files. */
const learner = (exams: Readonly<Record<string, string>> = {}): string =>
  temporaryFolder({
    [`${own}/words.md`]: deck(12),
    [`${own}/exam.md`]: exam('x'),
    ...Object.fromEntries(Object.entries(exams).map(([name, text]) => [`${own}/${name}`, text])),
  });

/** A date so many days after the day on which the clock stands. */
const inDays = (days: number): string => new Date(standstill + days * day).toISOString().slice(0, 10);

let seconds = 0;
/** Runs a command a second after the last one, unless it has a clock of its own. */
const run = (home: string, words: readonly string[], setting: Partial<CommandSetting> = {}) => {
  seconds += 1;
  return runCommand(words, { cwd: home, now: standstill + seconds * 1000, ...setting });
};

const json = async (home: string, words: readonly string[], setting: Partial<CommandSetting> = {}) =>
  JSON.parse((await run(home, [...words, '--json'], setting)).out);

const learn = (home: string, daysAgo: number) => learnAll(home, join(home, own), standstill - daysAgo * day);

/** The date was set long ago, so that the final pass has its full length. */
const setLongAgo = (home: string, date: string) =>
  run(home, ['plan', '--exam', 'x', '--date', date], { now: standstill - 60 * day });

describe('kartei plan', () => {
  test('sets a date, says what it means and takes it back', async () => {
    const home = learner();
    expect((await run(home, ['plan'])).out).toContain('No exam date is set');
    const set = await run(home, ['plan', '--exam', 'x', '--date', inDays(100)]);
    expect(set).toMatchObject({ code: 0, err: '' });
    expect(set.out).toContain(`Exam x on ${inDays(100)}. 100 days left.`);
    expect((await run(home, ['plan', '--date', 'none'])).out).toContain('No date for Exam x any more.');
    expect((await run(home, ['plan'])).out).toContain('No exam date is set');
  });

  test.each(['2026-02-30', '2020-01-01', 'tomorrow', '2027-1-1', '', '2027-13-01', '99999-01-01'])(
    'refuses %j as a date',
    async (date) => {
      const home = learner();
      const refused = await run(home, ['plan', '--exam', 'x', '--date', date]);
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toContain(`"${date}" is not a date in the future`);
      expect(await json(home, ['plan'])).toMatchObject({ exam: null });
    },
  );

  test('asks which exam is meant where there are several, and refuses one that is not there', async () => {
    const home = learner({ 'other.md': exam('y') });
    const unclear = await run(home, ['plan', '--date', inDays(30)]);
    expect(unclear.code).toBe(2);
    expect(unclear.err).toContain('There are: x, y');
    expect((await run(home, ['plan', '--exam', 'z', '--date', inDays(30)])).code).toBe(2);
  });

  test('moves the date of the one exam that has one, where there are several', async () => {
    const home = learner({ 'other.md': exam('y') });
    await run(home, ['plan', '--exam', 'y', '--date', inDays(30)]);
    expect((await run(home, ['plan', '--date', inDays(40)])).out).toContain(`Exam y on ${inDays(40)}.`);
    await run(home, ['plan', '--exam', 'x', '--date', inDays(50)]);
    expect((await run(home, ['plan', '--date', inDays(60)])).code).toBe(2);
    expect((await run(home, ['plan', '--date', inDays(60)], { now: standstill + 45 * day })).out).toContain(
      `Exam x on ${inDays(60)}.`,
    );
  });

  test('refuses an exam that is not there without a date, too', async () => {
    expect(await run(learner(), ['plan', '--exam', 'z'])).toMatchObject({ code: 2, out: '' });
  });

  test('says of a date that it is past, and that all is as before', async () => {
    const home = learner();
    await run(home, ['plan', '--exam', 'x', '--date', inDays(2)]);
    const { out } = await run(home, ['plan'], { now: standstill + 4 * day });
    expect(out).toContain(`Exam x on ${inDays(2)}. The date is past; all is as before.`);
  });

  test('takes the soonest of several dates', async () => {
    const home = learner({ 'other.md': exam('y') });
    await run(home, ['plan', '--exam', 'x', '--date', inDays(60)]);
    await run(home, ['plan', '--exam', 'y', '--date', inDays(50)]);
    expect(await json(home, ['plan'])).toMatchObject({ exam: 'y', daysLeft: 50 });
    expect(await json(home, ['plan', '--exam', 'x'])).toMatchObject({ exam: 'x', daysLeft: 60 });
  });

  test('leaves the ordinary schedule alone until the final pass', async () => {
    const home = learner();
    await learn(home, 1);
    await setLongAgo(home, inDays(30));
    expect(await json(home, ['plan'])).toMatchObject({ stage: 'ordinary', pass: 0, newAllowed: true });
    const { out } = await run(home, ['plan']);
    expect(out).toContain(`The ordinary schedule goes on until ${inDays(23)}; then the final pass`);
  });

  test('spreads the final pass over the days that are left', async () => {
    const home = learner();
    await learn(home, 10);
    await setLongAgo(home, inDays(4));
    const plan = await json(home, ['plan']);
    expect(plan).toMatchObject({ stage: 'final-pass', daysLeft: 4, eve: false, newAllowed: true });
    expect((await run(home, ['plan'])).out).toContain('Final pass: every card comes up once more');
  });

  test('brings nothing new in the last three days, neither in the plan nor in the session', async () => {
    const home = learner();
    await setLongAgo(home, inDays(3));
    expect(await json(home, ['plan'])).toMatchObject({ newAllowed: false });
    expect((await run(home, ['plan'])).out).toContain('No new cards this close to the exam.');
    const { out } = await run(home, ['study', '--plain'], { input: ':q\n' });
    expect(out).not.toContain('What is card');
    await run(home, ['plan', '--date', 'none']);
    expect((await run(home, ['study', '--plain'], { input: ':q\n' })).out).toContain('What is card');
  });

  test('asks cards in the final pass that are not due', async () => {
    const home = learner();
    await learn(home, 9);
    await learn(home, 8.5);
    const study = () => run(home, ['study', '--plain'], { input: ':q\n' });
    const before = (await study()).out;
    await setLongAgo(home, inDays(2));
    const { pass } = await json(home, ['plan']);
    const after = (await study()).out;
    const count = (text: string) => Number(/^(\d+) cards?, about/u.exec(text)?.[1] ?? 0);
    expect(count(after)).toBe(count(before) + pass);
    expect(count(after)).toBeGreaterThan(0);
  });

  test('offers the eve when the date was set late', async () => {
    const home = learner();
    await run(home, ['plan', '--exam', 'x', '--date', inDays(2)]);
    expect(await json(home, ['plan'])).toMatchObject({ eve: true, newAllowed: true });
    const { out } = await run(home, ['plan']);
    expect(out.replaceAll('\n', ' ')).toContain('kartei drill --tag core');
    expect(out.replaceAll('\n', ' ')).toContain('kartei exam x --questions 20');
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  test('lets the core cards come by weight in a drill on the eve', async () => {
    const cards = (objective: string) =>
      deck(12)
        .replace('objective: "1"', `objective: "${objective}"\ntags: [core]`)
        .replaceAll('card ', `${objective}.`)
        .replaceAll('id: c', `id: d${objective}-`);
    const home = temporaryFolder({
      [`${own}/one.md`]: cards('1'),
      [`${own}/two.md`]: cards('2'),
      [`${own}/exam.md`]: exam('x').replace(
        '\n---\n',
        '\n  - { id: "2", title: Objective two, weight: 9, terms: [] }\n---\n',
      ),
    });
    const drill = () => run(home, ['drill', '--tag', 'core', '--plain'], { input: `${'\n'.repeat(40)}:q\n` });
    const asked = (text: string) => [...text.matchAll(/What is (\d)\./gu)].map(([, objective]) => objective);
    expect(new Set(asked((await drill()).out).slice(0, 8))).toEqual(new Set(['1', '2']));
    await run(home, ['plan', '--exam', 'x', '--date', inDays(2)]);
    expect(new Set(asked((await drill()).out).slice(0, 8))).toEqual(new Set(['2']));
  });

  test('says how many cards will have been seen, where the new ones do not fit into the days left', async () => {
    const home = learner();
    const said = async (lang: 'en' | 'de' = 'en') =>
      (await run(home, ['plan'], { lang })).out.replaceAll(/\n(?! )/gu, ' ');
    await run(home, ['config', 'set', 'newPerDay', '2']);
    await run(home, ['plan', '--exam', 'x', '--date', inDays(8)]);
    // New ones come on five days, the last three are without.
    const lack = '2 new cards a day you will have seen 10 of 12 by then; 3 a day would do';
    expect(await said()).toContain(`8 days left. At ${lack} (kartei config set newPerDay 3).`);
    expect(await said('de')).toContain(
      'Mit 2 neuen Karten am Tag hast du bis dahin 10 von 12 gesehen; 3 am Tag würden reichen',
    );
    await run(home, ['study', '--plain', '--cards', '1'], { input: 'no\n\n:q\n' });
    expect(await said()).toContain(lack);
    await run(home, ['config', 'set', 'newPerDay', '3']);
    expect(await said()).not.toContain('new cards a day');
    await run(home, ['config', 'set', 'newPerDay', '2']);
    await run(home, ['plan', '--date', inDays(9)]);
    expect(await said()).not.toContain('new cards a day');
  });

  test('says which cards do not fit into the daily limit', async () => {
    const home = learner();
    await learn(home, 10);
    await run(home, ['config', 'set', 'reviewsPerDay', '2']);
    await setLongAgo(home, inDays(2));
    expect((await json(home, ['plan'])).unfit).toBeGreaterThan(0);
    expect((await run(home, ['plan'])).out).toMatch(/\d+ cards do not fit into the daily limit/u);
  });

  test('wishes luck on the day, and forgets the date after it', async () => {
    const home = learner();
    await setLongAgo(home, inDays(0));
    const { out } = await run(home, ['plan']);
    expect(out).toBe(`Exam x on ${inDays(0)}.\nToday is the day. Good luck.\n`);
    expect((await run(home, ['plan'], { now: standstill + day })).out).toContain('No exam date is set');
  });

  test('plots the load by day, or by week when there are many days', async () => {
    const home = learner();
    await run(home, ['plan', '--exam', 'x', '--date', inDays(10)]);
    expect((await run(home, ['plan'])).out).toMatch(
      /Reviews to expect each day\n(?: {2}2026-\d\d-\d\d .*\n){10}$/u,
    );
    await run(home, ['plan', '--exam', 'x', '--date', inDays(70)]);
    expect((await run(home, ['plan'])).out).toMatch(/, by week\n(?: {2}2026-\d\d-\d\d .*\n){10}$/u);
  });

  test('of a far date computes no load, and does not fail', async () => {
    const home = learner();
    expect(await run(home, ['plan', '--exam', 'x', '--date', '9999-12-31', '--simulate'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('The load is computed from 400 days before the date on.'),
    });
    expect((await run(home, ['ready'])).code).toBe(0);
  });

  test('compares ways to study on the learner’s own cards', async () => {
    const home = learner();
    await run(home, ['plan', '--exam', 'x', '--date', inDays(20)]);
    const { out } = await run(home, ['plan', '--simulate']);
    for (const way of ['with the final pass', 'retention 95 %', 'intervals capped at the date'])
      expect(out).toContain(`  ${way}: recall 0.`);
    const { simulation } = await json(home, ['plan', '--simulate']);
    expect(simulation.finalPass.recall).toBeGreaterThan(0.5);
    expect(simulation.capped.lastDay).toBeGreaterThanOrEqual(simulation.finalPass.lastDay);
  });
});

describe('kartei ready', () => {
  test('says what is missing for a chance to pass', async () => {
    const home = learner({ 'other.md': exam('y', '[gamma, delta, epsilon]') });
    const { out } = await run(home, ['ready', '--exam', 'y']);
    expect(out).toContain('- a date: kartei plan --exam y --date YYYY-MM-DD');
    expect(out).toContain('- cards for at least 60 % of the weight');
    expect(out).toContain('- a first answer to at least 80 % of the cards');
    expect(out).not.toContain('Chance to pass:');
  });

  test('says the chance once the floors are met, and what would raise it', async () => {
    const home = learner();
    await learn(home, 3);
    await run(home, ['plan', '--exam', 'x', '--date', inDays(90)]);
    const { out } = await run(home, ['ready']);
    expect(out).toMatch(/Covered: .* 100 % .*\n.*Seen: 100 %.*\n.*Chance to pass: \d+–\d+ %\./u);
    expect(out).toMatch(
      /What would help most\n {3}- Study 1 Objective one: about [\d.]+ of 4 points more\n/u,
    );
    const { exams } = await json(home, ['ready']);
    expect(exams[0].lacks).toEqual([]);
    expect(exams[0].chance.low).toBeLessThanOrEqual(exams[0].chance.high);
    expect(exams[0].raises[0]).toMatchObject({ kind: 'study', objective: '1' });
  });

  test('tells its proposals apart where they take several lines', async () => {
    const wordy = exam('y', '[gamma]').replace('Objective one', `Objective${' one'.repeat(14)}`);
    const { out } = await run(learner({ 'other.md': wordy }), ['ready', '--exam', 'y']);
    expect(out).toMatch(/\n {3}- More cards for 1 Objective.* one\n {5}\S.*points more\n/u);
  });

  test('scores its earlier predictions once there are two papers', async () => {
    const home = learner();
    const sit = (now: number) => run(home, ['exam', 'x', '--plain'], { input: ':x\n:x\n', now });
    await sit(standstill);
    expect((await json(home, ['ready'])).exams[0].brier).toBeNull();
    await sit(standstill + day);
    const { exams } = await json(home, ['ready'], { now: standstill + 2 * day });
    expect(exams[0].brier).toBeGreaterThanOrEqual(0);
    expect((await run(home, ['ready'])).out).toContain('Earlier predictions: Brier score');
  });

  test('refuses an exam that is not there', async () => {
    const refused = await run(learner(), ['ready', '--exam', 'z']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('There are: x');
  });

  test('speaks German', async () => {
    const { out } = await run(learner(), ['ready', '--lang', 'de'], { lang: 'de' });
    expect(out).toContain('Abgedeckt: Für 100 % der Prüfung');
  });
});

test('kartei lint checks exam files', async () => {
  const home = temporaryFolder({
    'decks/exam.md': exam('x').replace('cut: 2', 'cut: 9').replace('weight: 4', 'weight: -1'),
  });
  const { code, out } = await run(home, ['lint', 'decks']);
  expect(code).not.toBe(0);
  expect(out).toMatch(/exam\.md:\d+:\d+: error: .*\[exam-/u);
});

test('kartei exam lists short exams first, which few decks can fill, and equally long ones by their titles', async () => {
  const two = '\n  - { id: "2", title: Objective two, weight: 4 }\n---\n';
  const long = (id: string) => exam(id).replace('questions: 4', 'questions: 60');
  const home = learner({ 'a.md': long('101').replace(/\n---\n$/, two), 'b.md': long('102') });
  const { out } = await run(home, ['exam']);
  const ids = [...out.matchAll(/^kartei exam (\S+):/gm)].map(([, id]) => id);
  expect(ids).toEqual(['x', '101', '102']);
});
