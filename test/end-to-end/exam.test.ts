import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examDeck } from '../support/exam-desk.ts';
import { isolatedEnvironment, type PtySession, program, startKartei } from '../support/pty.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;

const examFile = (minutes: number) => `---
exam: An exam
id: an-exam
questions: 4
minutes: ${minutes}
scale: { min: 200, pass: 500, max: 800 }
cut: 2
warnings: [1]
objectives:
  - { id: "1", title: Objective one, weight: 4 }
---
`;

/** A home with a collection of the learner's own: the exam and its four cards. */
const learner = (minutes = 10): string =>
  temporaryFolder({
    '.local/share/kartei/collections/own/deck.md': examDeck,
    '.local/share/kartei/collections/own/exam.md': examFile(minutes),
  });

const sit = (home: string, ...args: readonly string[]) =>
  startKartei({ home, args: ['exam', 'an-exam', ...args] });

function run(home: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], {
    input,
    cwd: home,
    env: isolatedEnvironment(home),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A sitting that has begun: the rules were seen. */
async function begun(home: string): Promise<PtySession> {
  const session = await sit(home, '--seed', '1');
  await session.waitFor(shows('Enter begin'));
  session.press('\r');
  return session;
}

/** The entries in the journals of a home. */
function journal(home: string): readonly Record<string, unknown>[] {
  const folder = join(home, '.local/share/kartei/progress');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.jsonl'))
    .flatMap((path) => readFileSync(join(folder, path), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const kinds = (home: string) => journal(home).map(({ kind }) => kind);
/** Presses the letter of an action; in a text field it comes after Esc. */
const act = (session: PtySession, letter: string) =>
  session.press(shows('Esc actions')(session.screen()) ? `\u001b${letter}` : letter);

const shows = (text: string | RegExp) => (screen: readonly string[]) =>
  typeof text === 'string' ? screen.join('\n').includes(text) : text.test(screen.join('\n'));

describe('an exam in a terminal', () => {
  test('is sat, reviewed and handed in, and the report follows', async () => {
    const home = learner();
    const session = await begun(home);
    await session.waitFor(shows('item 1 of 4 · 10 min left'));
    act(session, 'r');
    await session.waitFor(shows('Review · An exam'));
    session.press('4\r');
    await session.waitFor(shows('item 4 of 4'));
    act(session, 'r');
    await session.waitFor(shows('Review · An exam'));
    session.press('x');
    await session.waitFor(shows('4 of 4 items have no answer. Hand in all the same?'));
    session.press('\r');
    await session.waitFor(shows('✗ Not passed.'));
    session.press('q');
    expect(await session.exit).toMatchObject({ code: 0 });
    expect(kinds(home).filter((kind) => kind === 'exam-hand-in')).toHaveLength(1);
    expect(
      journal(home).filter(({ t, deadline = 0 }) => !Number.isInteger(t) || !Number.isInteger(deadline)),
    ).toEqual([]);
    await session.close();
  });

  test.each(['SIGKILL', 'SIGHUP', 'SIGTERM'])(
    'goes on after %s where it was, the clock having run on',
    async (signal) => {
      const home = learner();
      const first = await begun(home);
      await first.waitFor(shows('item 1 of 4 · 10 min left'));
      act(first, 'n');
      await first.waitFor(shows('item 2 of 4'));
      first.kill(signal);
      await first.exit;
      const { items, deadline } = journal(home).find(({ kind }) => kind === 'exam-start') ?? {};
      expect(deadline).toBeTypeOf('number');
      const again = await startKartei({ home });
      await again.waitFor(shows(/An exam is running \(\d+ min left\): x goes back to it\./u));
      again.press('x');
      await again.waitFor(shows(/item 2 of 4 · (?:10|9) min left/u));
      expect(journal(home).find(({ kind }) => kind === 'exam-start')).toMatchObject({ items, deadline });
      expect(kinds(home)).not.toContain('exam-leave');
      await again.close();
      await first.close();
    },
  );

  test('keeps an answer that was given before the terminal was closed', async () => {
    const home = learner();
    const first = await sit(home, '--seed', '1', '--plain');
    await first.waitFor(shows('An empty line begins, :q leaves.'));
    first.press('a\r');
    await first.waitFor(shows(/begins, :q leaves\.[\s\S]*begins, :q leaves\./u));
    expect(kinds(home)).not.toContain('exam-start');
    first.press('\r');
    await first.waitFor(shows('Item 1 of 4'));
    for (const line of [':go 1', 'b', ':go 2', 'b', ':go 3', 'b', ':go 4', 'b']) first.press(`${line}\r`);
    await first.waitFor(shows('Review, all'));
    first.kill('SIGHUP');
    await first.exit;
    const answers = journal(home).filter(({ kind }) => kind === 'exam-answer');
    expect(answers.length).toBeGreaterThan(0);
    const { stdout } = run(home, ['exam', '--plain'], ':r\n');
    expect(stdout).toMatch(/[1-4] answered, |[1-4] incomplete/u);
    await first.close();
  });

  test('in two windows counts what either answered', async () => {
    const home = learner();
    const first = await begun(home);
    await first.waitFor(shows('item 1 of 4'));
    const second = await startKartei({ home, args: ['exam'] });
    await second.waitFor(shows('item 1 of 4'));
    for (let n = 2; n <= 4; n += 1) {
      second.press('\r');
      await second.waitFor(shows(`item ${n} of 4`));
    }
    act(first, 'r');
    await first.waitFor(shows('Review ·'));
    first.press('1\r');
    await first.waitFor(shows('item 1 of 4'));
    act(first, 'm');
    await first.waitFor(shows('1 marked'));
    act(second, 'r');
    await second.waitFor(shows(/Review .*1 marked/u));
    second.press('x');
    await second.waitFor(shows('Hand in all the same?'));
    second.press('\r');
    await second.waitFor(shows('Not passed.'));
    first.press('\r');
    await first.waitFor(shows('Not passed.'));
    expect(kinds(home).filter((kind) => kind === 'exam-hand-in')).toHaveLength(1);
    await first.close();
    await second.close();
  });

  test('that was left is told in the report', async () => {
    const home = learner();
    const first = await begun(home);
    await first.waitFor(shows('item 1 of 4'));
    first.press('\u0003');
    await first.waitFor(shows('Leave? The clock runs on'));
    first.press('\r');
    expect(await first.exit).toMatchObject({ code: 0 });
    const { stdout, status } = run(home, ['exam', '--plain'], ':x\n:x\n');
    expect(status).toBe(0);
    expect(stdout).toContain('Left once: not under exam conditions.');
    await first.close();
  });

  test('has no colour where none is wanted', async () => {
    const session = await startKartei({
      home: learner(),
      args: ['exam', 'an-exam', '--seed', '1'],
      env: { NO_COLOR: '1' },
    });
    await session.waitFor(shows('Enter begin'));
    session.press('\r');
    await session.waitFor(shows('item 1 of 4'));
    expect(session.raw()).not.toMatch(/\u001b\[[0-9;]*3[0-9]m/u);
    await session.close();
  });
});

test('the home screen opens with a date set, and shows how ready one is', async () => {
  const home = learner();
  expect(run(home, ['plan', '--exam', 'an-exam', '--date', '2999-01-01']).status).toBe(0);
  const session = await startKartei({ home });
  await session.waitFor(shows('q leave'));
  session.press('r');
  await session.waitFor(shows('Readiness'));
  await session.waitFor(shows(/An exam\n {3}Covered: .* \d+ %/u));
  session.press('q');
  await session.waitFor(shows('Enter study'));
  await session.close();
});

describe('an exam through a pipe', () => {
  test('lists the exams without an ID', () => {
    const { stdout, status } = run(learner(), ['exam', '--plain']);
    expect(status).toBe(0);
    expect(stdout).toContain('kartei exam an-exam: An exam, 4 questions, 10 minutes\n');
    expect(stdout).toContain('kartei exam lpic1-102.6: ');
  });

  test('is left by the end of the input and can be resumed', () => {
    const home = learner();
    const { status, stdout, stderr } = run(home, ['exam', 'an-exam', '--plain'], '\n');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Left. The clock runs on, ');
    expect(run(home, ['exam', '--plain', '--lang', 'de'], '').stdout).toContain('Weiter mit: An exam.');
  });

  test('begins nothing where there is no line to read', () => {
    const home = learner();
    const { status, stdout } = run(home, ['exam', 'an-exam', '--plain'], '');
    expect(status).toBe(1);
    expect(stdout).toContain('You pass with 2 of 4 points');
    expect(stdout).toContain('No exam was begun: there is no line to read an answer from.\n');
    expect(kinds(home)).not.toContain('exam-start');
  });

  test('says that a paper cannot be filled, offers one that can, and begins only when told', () => {
    const home = temporaryFolder();
    const { stdout } = run(home, ['exam', 'lpic1-101', '--plain'], ':q\n');
    expect(stdout.replaceAll('\n', ' ')).toMatch(
      /The decks can fill 1 of 60 places; .*1 of its 23 objectives .*\(lpic1-102\.6\)\./u,
    );
    expect(kinds(home)).not.toContain('exam-start');
    expect(run(home, ['exam', 'lpic1-101', '--plain'], '\n').stdout).toContain('Item 1 of 1');
  });

  test.each([
    [['--objective', '9'], 'The exam has no objective "9".'],
    [['--json'], '--json and --markdown are for a report'],
  ])('refuses %j', (flags, why) => {
    const home = learner();
    expect(run(home, ['exam', 'an-exam', '--plain', ...flags])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(why),
    });
    expect(kinds(home)).not.toContain('exam-start');
  });

  test('says that nothing fits what was asked for', () => {
    const { status, stdout } = run(learner(), ['exam', 'an-exam', '--plain', '--missed-in', '2']);
    expect(status).toBe(1);
    expect(stdout).toContain('No card of this exam fits what was asked for');
  });

  test('goes on with the one that runs when another is asked for', () => {
    const home = learner();
    run(home, ['exam', 'an-exam', '--plain'], '\n');
    const { stdout } = run(home, ['exam', 'lpic1-102.6', '--plain'], ':q\n:q\n');
    expect(stdout).toContain('This exam was begun earlier: hand it in before another one begins.');
    expect(kinds(home).filter((kind) => kind === 'exam-start')).toHaveLength(1);
  });

  test('refuses an exam that is not there', () => {
    const { status, stderr } = run(learner(), ['exam', 'nothing', '--plain']);
    expect(status).toBe(2);
    expect(stderr).toContain('No exam is called "nothing".');
  });

  test.each([
    ['Windows line ends', ':x\r\n:x\r\n'],
    ['a line without an end', ':x\n:x'],
    ['a line that is far too long before them', `${'x'.repeat(1_000_000)}\n:x\n:x\n`],
    [
      'bytes that are no text before them',
      Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from(':x\n:x\n')]).toString('latin1'),
    ],
  ])('reads lines with %s', (_what, input) => {
    const home = learner();
    expect(run(home, ['exam', 'an-exam', '--plain'], input).status).toBe(0);
    expect(kinds(home)).toContain('exam-hand-in');
  });
});

describe('what comes of an exam', () => {
  const handedIn = () => {
    const home = learner();
    run(home, ['exam', 'an-exam', '--seed', '1', '--plain'], ':x\n:x\n');
    return home;
  };

  test('is a report in sentences, Markdown and JSON', () => {
    const home = handedIn();
    expect(run(home, ['exam', 'report']).stdout).toContain('0 of 4 points; 2 are needed.');
    expect(run(home, ['exam', 'report', '--lang', 'de']).stdout).toContain('0 von 4 Punkten; nötig sind 2.');
    expect(run(home, ['exam', 'report', '1', '--markdown']).stdout).toMatch(/^# An exam: Report\n\n/u);
    const { report } = JSON.parse(run(home, ['exam', 'report', '--json']).stdout);
    expect(report).toMatchObject({ exam: 'an-exam', score: { points: 0, items: 4, passed: false } });
    expect(report.missed).toHaveLength(4);
    expect(report.missed.flatMap(({ options = [] }) => options)).toContainEqual({
      text: 'Alpha',
      right: true,
      reason: 'Alpha is first.',
    });
  });

  test.each(['0', 'x', '-1', '1.5'])('is no report for %s', (number) => {
    expect(run(handedIn(), ['exam', 'report', number]).status).toBe(2);
  });

  test('is no report before there was one, or so far back', () => {
    expect(run(learner(), ['exam', 'report'])).toMatchObject({ status: 1, stdout: '' });
    expect(run(handedIn(), ['exam', 'report', '2'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('No 2 exams were handed in yet.'),
    });
  });

  test('can be taken back: the exam is open again, and then gone', () => {
    const home = temporaryFolder({
      '.local/share/kartei/collections/own/deck.md': examDeck,
      '.local/share/kartei/collections/own/exam.md': examFile(10),
    });
    run(home, ['exam', 'an-exam', '--seed', '1', '--plain'], 'b\nb\n:x\n:x\n');
    expect(run(home, ['undo']).stdout).toContain('The exam is open again');
    expect(run(home, ['exam', '--plain'], '').stdout).toContain('Going on with: An exam.');
    expect(run(home, ['undo']).stdout).toContain('The exam is gone');
    expect(run(home, ['exam', '--plain'], '').stdout).toContain('kartei exam an-exam: ');
    expect(run(home, ['exam', 'report'])).toMatchObject({ status: 1, stdout: '' });
    expect(JSON.parse(run(home, ['due', '--json']).stdout)).toMatchObject({ learning: 0 });
  });

  test('can be drilled', () => {
    const home = handedIn();
    const missed = run(home, ['drill', '--missed-in', '1', '--plain'], ':q\n').stdout;
    expect(missed).toContain('4 cards');
    expect(run(learner(), ['drill', '--missed-in', '1', '--plain'], ':q\n').stdout).not.toContain('1 of 1');
  });
});
