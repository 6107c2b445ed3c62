import { beforeAll, describe, expect, test } from 'vitest';
import { reportMarkdown } from '../../../src/commands/exams/report-markdown.ts';
import { day, minute, second } from '../../../src/core/schedule/time.ts';
import { loadMarkdown } from '../../../src/core/text/markdown.ts';
import { joinShown, raw } from '../../../src/core/text/shown.ts';
import { plainText, type StyledLine } from '../../../src/core/text/styled-line.ts';
import { displayWidth } from '../../../src/core/text/width.ts';
import { reportLines } from '../../../src/terminal/frames/report-lines.ts';
import { type Language, messagesIn } from '../../../src/terminal/messages/messages.ts';
import { asciiGlyphs, unicodeGlyphs } from '../../../src/terminal/output/glyphs.ts';
import type { Look } from '../../../src/terminal/output/look.ts';
import { examOf } from '../../support/exam-desk.ts';
import { studyDesk } from '../../support/study-desk.ts';

beforeAll(loadMarkdown);

const english = `---
deck: Donaudampfschifffahrtsgesellschaftskapitän
sources: [Handbook]
---

## Which of 仮想化 and コンテナー shares the kernel of its host?

<!-- id: cjk, shuffle: false, objective: 1 -->

- [ ] 仮想マシンはそれぞれ自分のカーネルを持っているので、ホストのカーネルとは別のものを使うことになります
  > 別のカーネル。
- [x] コンテナー
  > It is a group of processes with its own view of the system, and with the kernel of the host.
- [ ] Both
- [ ] Neither | nor

Containers share the kernel.

## Which TWO are hypervisors?

<!-- id: two, shuffle: false, objective: 1 -->

- [x] Xen
- [x] VirtualBox
- [ ] Docker
- [ ] cloud-init

## Which command changes the root?

<!-- id: word, objective: 2 -->

\`\`\`answer command-name
chroot
\`\`\`

## Put them in order.

<!-- id: line, objective: 2 -->

\`\`\`order
Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz
second
third
\`\`\`
`;

const german = english
  .replace(
    'Which of 仮想化 and コンテナー shares the kernel of its host?',
    'Was von 仮想化 und コンテナー teilt sich den Kernel mit dem Wirt?',
  )
  .replace(
    'It is a group of processes with its own view of the system, and with the kernel of the host.',
    'Eine Gruppe von Prozessen mit eigener Sicht auf das System und dem Kernel des Wirts.',
  )
  .replace('Containers share the kernel.', 'Container teilen sich den Kernel.')
  .replace('Which TWO are hypervisors?', 'Welche ZWEI sind Hypervisoren?')
  .replace('Which command changes the root?', 'Welcher Befehl ändert die Wurzel?')
  .replace('Put them in order.', 'Bring sie in Ordnung.');

const exam = examOf({
  title: raw(
    '試験 101 of the Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  ),
  questions: 5,
  cut: 3,
  minutes: 30,
  warnings: [],
  scoring: 'partial',
  objectives: [
    { id: '1', title: raw('仮想化ゲストとしての Linux を設定するための一般的な知識'), weight: 2, terms: [] },
    { id: '2', title: raw('Arbeiterunfallversicherungsgesetz and other long words'), weight: 2, terms: [] },
    { id: '3', title: raw('Nothing about it'), weight: 1, terms: [] },
  ],
});

const lookOf = (language: Language, columns: number, ascii = false): Look => ({
  size: { columns, rows: 24 },
  glyphs: ascii ? asciiGlyphs : unicodeGlyphs,
  ascii,
  messages: messagesIn(language),
  language,
  highlight: undefined,
});

/** The second attempt at the exam: one item is right, one half right, one wrong and one left open. */
function secondAttempt(language: Language) {
  const desk = studyDesk(english, { german, exams: [exam] });
  if (language === 'de') desk.store.dispatch({ kind: 'interface-language' });
  const send = (event: Parameters<typeof desk.store.dispatch>[0]) => desk.store.dispatch(event);
  const begin = () => {
    send({ kind: 'start-exam', request: { exam: 'x', seed: 2 } });
    send({ kind: 'begin-exam' });
  };
  const goTo = (card: string) => {
    const { screen } = desk.store.app;
    const items = screen.kind === 'sitting' ? screen.sitting.items : [];
    expect(items.map(({ paper }) => paper.card)).toContain(card);
    send({
      kind: 'sitting',
      event: { kind: 'go-to', item: items.findIndex(({ paper }) => paper.card === card) },
    });
  };
  const handIn = () => {
    send({ kind: 'sitting', event: { kind: 'hand-in' } });
    send({ kind: 'sitting', event: { kind: 'confirm' } });
  };
  begin();
  handIn();
  send({ kind: 'close-exam' });
  desk.wait(3 * day);
  begin();
  goTo('cjk');
  desk.press('b', 'm');
  desk.wait(2 * minute);
  goTo('two');
  desk.press('a');
  desk.wait(40 * second);
  goTo('word');
  desk.type('chroot');
  desk.wait(minute);
  send({ kind: 'sitting', event: { kind: 'leave' } });
  send({ kind: 'sitting', event: { kind: 'confirm' } });
  send({ kind: 'exams', wishes: {} });
  goTo('cjk');
  desk.press('a');
  handIn();
  const { screen } = desk.store.app;
  if (screen.kind !== 'report') throw new Error(`no report but ${screen.kind}`);
  return screen.report;
}

const picture = (lines: readonly StyledLine[]): string =>
  `${lines.map((line) => plainText(line).trimEnd()).join('\n')}\n`;

describe.each(['en', 'de'] as const)('the report in %s', (language) => {
  test('is drawn at 80 columns', async () => {
    const lines = reportLines(secondAttempt(language), lookOf(language, 80));
    await expect(picture(lines)).toMatchFileSnapshot(`../../frames/report-${language}.txt`);
  });

  test.each([24, 40, 80, 120])('fits into %i columns', (columns) => {
    const report = secondAttempt(language);
    for (const line of reportLines(report, lookOf(language, columns)))
      expect(displayWidth(plainText(line)), plainText(line)).toBeLessThan(columns);
  });

  test('is written as Markdown', async () => {
    const text = reportMarkdown(secondAttempt(language), lookOf(language, 80));
    await expect(`${text}\n`).toMatchFileSnapshot(`../../frames/report-${language}.md`);
  });
});

describe('a typed answer of several lines', () => {
  const deck = english.replace(
    '```answer command-name\nchroot\n',
    '```answer command-name all\nls\nps\nwho\n',
  );
  const lines = (look: Look) => {
    const desk = studyDesk(deck, { exams: [exam] });
    const send = (event: Parameters<typeof desk.store.dispatch>[0]) => desk.store.dispatch(event);
    send({ kind: 'start-exam', request: { exam: 'x', seed: 2 } });
    send({ kind: 'begin-exam' });
    const { screen } = desk.store.app;
    const items = screen.kind === 'sitting' ? screen.sitting.items : [];
    const item = items.findIndex(({ paper }) => paper.card === 'word');
    send({ kind: 'sitting', event: { kind: 'go-to', item } });
    desk.store.drawn(desk.desk.now());
    desk.press('p', 's', '\r', 'l', 's', 's', '\r', 'w', 'h', 'o');
    send({ kind: 'sitting', event: { kind: 'hand-in' } });
    send({ kind: 'sitting', event: { kind: 'confirm' } });
    const { screen: told } = desk.store.app;
    if (told.kind !== 'report') throw new Error(`no report but ${told.kind}`);
    return {
      frame: reportLines(told.report, look).map(plainText),
      markdown: reportMarkdown(told.report, look),
    };
  };

  test('is marked line by line in the report', () => {
    const { frame } = lines(lookOf('en', 80));
    const at = frame.findIndex((line) => /you +✓ ps/u.test(line));
    expect(frame.slice(at, at + 6).map((line) => line.trim().replace(/ +/gu, ' '))).toEqual([
      'you ✓ ps',
      '✗ lss',
      '✓ who',
      'answer ls',
      '✓ ps',
      '✓ who',
    ]);
  });

  test('is marked line by line in Markdown', () => {
    expect(lines(lookOf('en', 80)).markdown).toContain('your answer: `ps` ✓, `lss` ✗, `who` ✓');
  });
});

test('the report has an ASCII twin', () => {
  const lines = reportLines(secondAttempt('en'), lookOf('en', 80, true));
  const ours = joinShown(lines.slice(0, 12).map(plainText), '\n').replace(
    /[^\u0000-\u007f]*[試験仮-鿿ぁ-ヿä]+/gu,
    '',
  );
  expect(ours).not.toMatch(/[█░✓✗●·]/u);
});

test.each([
  ['en', [2], 'Item 3 does not count: its card was changed or taken away during the exam.'],
  ['en', [0, 4], 'Items 1, 5 do not count: their cards were changed or taken away during the exam.'],
  ['de', [2], 'Frage 3 zählt nicht: Ihre Karte wurde während der Prüfung geändert oder entfernt.'],
] as const)('the report in %s names items %j that do not count', (language, items, words) => {
  const report = { ...secondAttempt(language), void: items };
  const look = lookOf(language, 120);
  expect(joinShown(reportLines(report, look).map(plainText), '\n').replace(/\s+/gu, ' ')).toContain(words);
  expect(reportMarkdown(report, look)).toContain(words);
});
