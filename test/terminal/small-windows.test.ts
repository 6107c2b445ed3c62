import { beforeAll, describe, expect, test } from 'vitest';
import { loadMarkdown } from '../../src/core/text/markdown.ts';
import { plainText } from '../../src/core/text/styled-line.ts';
import { sourceLines } from '../../src/terminal/frames/source-lines.ts';
import { examOf } from '../support/exam-desk.ts';
import { deckOf } from '../support/read-deck.ts';
import { studyDesk } from '../support/study-desk.ts';

beforeAll(loadMarkdown);

const enter = '\r';
const pageDown = '\u001b[6~';
const pageUp = '\u001b[5~';
const small = { columns: 40, rows: 12 };
const typed = deckOf(`## Which command prints whether a system is virtualized?

<!-- id: t -->

\`\`\`answer command-name
systemd-detect-virt
\`\`\`

It reads the CPUID leaf and the DMI.

A second paragraph of explanation.
`);
const long = Array.from({ length: 30 }, (_, i) => `Line ${i}.\n\n`).join('');
const choice = deckOf(`## Which are right?

<!-- id: two, shuffle: false -->

${long}- [x] Alpha
  > Alpha is right.
- [ ] Beta
  > Beta is wrong.
- [x] Gamma
  > Gamma too.
`);

describe('a question that is taller than the window', () => {
  test('shows its options at once and lets all of it be read', () => {
    const desk = studyDesk(choice, small);
    desk.study();
    const seen = new Set(
      desk
        .frame()
        .split('\n')
        .map((line) => line.trim()),
    );
    expect([...seen]).toContain('›   a  Alpha');
    for (let i = 0; i < 10; i += 1) {
      desk.press(pageUp);
      for (const line of desk.frame().split('\n')) seen.add(line.trim());
    }
    expect(desk.frame()).toContain('Which are right?');
    for (let i = 0; i < 30; i += 1) expect([...seen]).toContain(`Line ${i}.`);
    for (let i = 0; i < 10; i += 1) {
      desk.press(pageDown);
      desk.frame();
    }
    expect(desk.frame()).toContain('Gamma');
  });

  test('comes back to its options with the next choice', () => {
    const desk = studyDesk(choice, small);
    desk.study();
    desk.frame();
    desk.press(pageUp, pageUp);
    expect(desk.frame()).not.toContain('Gamma');
    desk.press('c');
    expect(desk.frame()).toMatch(/› ● c {2}Gamma/);
  });

  test('shows a tip that was asked for', () => {
    const tip = choice.replace('- [x] Alpha', '> [!TIP]\n> Look at the end.\n\n- [x] Alpha');
    const desk = studyDesk(tip, small);
    desk.study();
    desk.press('t');
    expect(desk.frame()).toContain('Look at the end.');
  });

  test('shows the gap that is asked for far down in a file', () => {
    const file = Array.from({ length: 30 }, (_, i) => `key${i}: value`).join('\n');
    const desk = studyDesk(
      deckOf(`## Which key?\n\n<!-- id: z -->\n\n\`\`\`yaml cloze\n${file}\n{{c1::runcmd}}:\n\`\`\`\n`),
      small,
    );
    desk.study();
    expect(desk.frame()).toContain('[…]');
    desk.press(' ');
    expect(desk.frame()).toContain('runcmd');
  });
});

describe('at 40 by 12', () => {
  test('four options, the count and the question fit, for blank rows give way', () => {
    const four = deckOf(
      `## Which TWO of these are type 2 hypervisors?\n\n<!-- id: c, shuffle: false -->\n\n- [x] VirtualBox\n- [ ] Xen\n- [x] VMware Workstation\n- [ ] KVM\n`,
    );
    const desk = studyDesk(four, small);
    desk.study();
    const frame = desk.frame();
    for (const text of ['hypervisors?', 'VirtualBox', 'KVM', '0 of 2 chosen']) expect(frame).toContain(text);
    expect(frame).not.toContain('below');
  });

  test('an answer is in view with its verdict as soon as it is shown', () => {
    const desk = studyDesk(typed, small);
    desk.study();
    desk.type('x');
    desk.press(enter);
    expect(desk.frame()).toContain('systemd-detect-virt');
    expect(desk.frame()).toContain('✗ Wrong.');
    expect(desk.frame()).toMatch(/\d above · \d more below/);
  });

  const option = (n: number, sign: ' ' | 'x') =>
    `- [${sign}] Option ${n}, so long that it takes more than one of these narrow rows\n  > Reason ${n}, which takes more than one row, too.\n`;
  const optionsOf = (...right: readonly number[]) =>
    deckOf(
      `## Which of these is it?\n\n<!-- id: far, shuffle: false -->\n\n${[1, 2, 3, 4, 5].map((n) => option(n, right.includes(n) ? 'x' : ' ')).join('')}`,
    );

  test.each([1, 2, 3, 4, 5])(
    'the right option, number %i, is in view with its reason as soon as the answer is shown',
    (n) => {
      for (const keys of [['a', enter], ['e', enter], ['x']]) {
        const desk = studyDesk(optionsOf(n), small);
        desk.study();
        desk.press(...keys);
        const frame = desk.frame().replaceAll(/\s+/gu, ' ');
        expect(frame).toContain(`✓ ${keys[0] === 'abcde'[n - 1] ? '● ' : ''}${'abcde'[n - 1]} Option ${n},`);
        expect(frame).toContain(`Reason ${n}, which`);
        expect(frame).toMatch(/[✓✗] (?:Right|Wrong|No answer)\./u);
      }
    },
  );

  test.each([
    ['en', '✗ Wrong. Right: b and e.'],
    ['de', '✗ Falsch. Richtig: b und e.'],
  ] as const)('right options that are far apart are named with the verdict, in %s', (language, verdict) => {
    const desk = studyDesk(optionsOf(2, 5), small);
    if (language === 'de') desk.store.dispatch({ kind: 'interface-language' });
    desk.study();
    desk.press('a', 'd', enter);
    expect(desk.frame()).toContain(verdict);
    expect(desk.frame()).toContain('✓   b  Option 2');
  });

  test('the option that is selected is in view, also after reading, in a session and in an exam', () => {
    const session = studyDesk(optionsOf(3), small);
    session.study();
    const exam = studyDesk(`${optionsOf(3).replace('deck: Test', 'deck: Test\nobjective: "1"')}`, {
      ...small,
      exams: [examOf({ questions: 1, cut: 1 })],
    });
    exam.store.dispatch({ kind: 'start-exam', request: { exam: 'x', seed: 1 } });
    exam.press(enter);
    for (const desk of [session, exam]) {
      for (const [i, letter] of [...'bcdea'].entries()) {
        desk.press(i % 2 === 0 ? 'j' : letter);
        if (letter !== 'a') expect(desk.frame()).toMatch(new RegExp(`› [ ●] ${letter} `, 'u'));
        desk.press(pageUp, pageUp, pageUp);
        desk.frame();
        desk.press(letter);
        expect(desk.frame()).toContain(`› ● ${letter} `);
      }
    }
  });

  test('every key of the last line fits in both languages, with the suggested rating by its name', () => {
    const desk = studyDesk(typed, small);
    desk.study();
    desk.press(enter, enter);
    expect(desk.frame().split('\n').at(-1)).toBe(' Enter Again · ? keys · q leave');
    desk.store.dispatch({ kind: 'interface-language' });
    expect(desk.frame().split('\n').at(-1)).toBe(' Enter Nochmal · ? Tasten · q gehen');
    expect(desk.frame().split('\n').at(-2)).toBe('› 1 1min   2 6min   3 10min   4 8d');
  });
});

test('a notice and the word that nothing was saved are told whole', () => {
  for (const size of [small, { columns: 80, rows: 24 }]) {
    const desk = studyDesk(deckOf('## One?\n\nYes.\n\n## Two?\n\nYes.\n'), size);
    const told = () => desk.frame().replace(/\s+/gu, ' ');
    desk.study();
    desk.press('s');
    expect(told()).toContain('it will not be asked until it is resumed (kartei list --suspended).');
    desk.fillDisk();
    desk.press('z');
    expect(told()).toContain('r tries again, q leaves. Nothing else can be rated until it is saved.');
    expect(told()).toContain('/progress');
  }
});

test('showing an answer and leaving fit on the last line of a narrow window in German', () => {
  const desk = studyDesk(deckOf('## Question?\n\n<!-- id: b -->\n\nAnswer.\n'), small);
  desk.store.dispatch({ kind: 'interface-language' });
  desk.study();
  expect(desk.frame().split('\n').at(-1)).toBe(' Leertaste zeigen · ? Tasten · q gehen');
});

describe('in a window with room', () => {
  test('reasons stand beside short options', () => {
    const desk = studyDesk(choice.replace(long, ''));
    desk.study();
    desk.press('a', 'b', enter);
    expect(desk.frame()).toMatch(/✓ ● a {2}Alpha {3}Alpha is right\./);
    expect(desk.frame()).toMatch(/✗ ● b {2}Beta {4}Beta is wrong\./);
    expect(desk.frame()).toMatch(/✓ {3}c {2}Gamma {3}Gamma too\./);
  });

  test('all reasons are offered only where some are not shown', () => {
    const keys = (desk: ReturnType<typeof studyDesk>) => desk.frame().split('\n').at(-1);
    const roomy = studyDesk(choice.replace(long, ''));
    const crowded = studyDesk(
      choice.replace('Beta', 'Beta, with so many words that its reason stands under it'),
    );
    for (const desk of [roomy, crowded]) {
      desk.study();
      desk.press('a', 'c', enter);
    }
    expect(keys(roomy)).not.toContain('x all reasons');
    expect(keys(crowded)).toContain('x all reasons');
    crowded.press('x');
    expect(keys(crowded)).not.toContain('x all reasons');
  });

  test('spans of time are German words in German', () => {
    const desk = studyDesk(typed);
    desk.store.dispatch({ kind: 'interface-language' });
    desk.study();
    desk.press(enter, enter);
    expect(desk.frame()).toMatch(/› 1 Nochmal 1 min +2 Schwer 6 min +3 Gut 10 min +4 Leicht 8 Tage/);
  });
});

test('sources and history of a card do not tell its answer', () => {
  const desk = studyDesk(typed.replace('id: t', 'id: t, source: virt(1)'));
  desk.study();
  const { screen } = desk.store.app;
  if (screen.kind !== 'study' || screen.drill.phase.phase !== 'asking') throw new Error('nothing is asked');
  const lines = sourceLines(
    screen.drill.phase.question,
    desk.desk.progress(),
    desk.desk.now(),
    desk.lookOf(desk.store.app),
  );
  const text = lines.map(plainText).join('\n');
  expect(text).toContain('Source: virt(1)');
  expect(text).not.toContain('explanation');
});
