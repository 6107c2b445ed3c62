import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursorCell } from '../../../src/terminal/output/cell-style.ts';
import { CellWriter } from '../../../src/terminal/output/cell-writer.ts';
import { HeadlessScreen } from '../../support/headless-screen.ts';

const entered = (screen: HeadlessScreen): CellWriter => {
  const writer = new CellWriter(screen);
  writer.enter();
  screen.takeBytes();
  return writer;
};

/** The plain way: every line at its place on a cleared screen. */
const drawPlainly = (frame: string, screen: HeadlessScreen): void => {
  const lines = frame.split('\n').slice(0, screen.rows - 1);
  let look = '';
  screen.write('\u001b[?7l\u001b[H\u001b[2J');
  for (const [y, line] of lines.entries()) {
    screen.write(`\u001b[${y + 1}H${look}${line}`);
    look = (line.match(/\u001b\[[\d;]*m/gu) ?? []).reduce((all, one) => all + one, look);
  }
};

const card = (chosen: number, typed = '', letters = 'abcd'): string =>
  [
    ' Machine ID                                              7 of 32 · 14 min',
    ` ${'━'.repeat(16)}${'─'.repeat(60)}`,
    '',
    '   Which TWO of these are type 2 hypervisors?',
    '',
    ...[...letters].map((letter, i) => {
      const line = `   ${i === chosen ? '›' : ' '} ${letter}   Some option about ${letter} and more text`;
      return i === chosen ? `\u001b[36m${line}\u001b[39m` : line;
    }),
    '',
    `   › ${typed}${cursorCell(' ')}`,
    '',
    ' \u001b[2ma–d choose · Enter answer · t tip · x don’t know · ? keys · q leave\u001b[22m',
  ].join('\n');

const piece = fc.constantFrom(
  ...'a|bc| |  |    |word|›|─|仮|想像|한|\u001b[1m|\u001b[22m|\u001b[31m|\u001b[39m|\u001b[7m|\u001b[27m|\u001b[0m|\u001b[48;5;20m|\u001b[49m|\u001b[2;4m|\u001b[38;2;1;2;3m'.split(
    '|',
  ),
);
const doubtful = fc.constantFrom('🙂', '👩‍👧', '❤️', '✔', '🇩🇪', 'é', '1️⃣');
const frameOf = (unit: fc.Arbitrary<string>) =>
  fc
    .array(
      fc.array(unit, { maxLength: 14 }).map((parts) => parts.join('')),
      { maxLength: 9 },
    )
    .map((lines) => `${lines.join('\n')} `);

describe('CellWriter', () => {
  /** Draws all frames with one writer, and the last one plainly on another screen. */
  async function expectLastOf(frames: readonly string[], columns: number, rows: number): Promise<void> {
    const screen = new HeadlessScreen(columns, rows);
    const alone = new HeadlessScreen(columns, rows);
    const writer = entered(screen);
    for (const frame of frames) writer.write(frame);
    const last = (frames.at(-1) ?? '').split('\n').map((line) => cut(line, columns));
    alone.write('\u001b[?1049h');
    drawPlainly(last.join('\n'), alone);
    expect(await screen.cells()).toEqual(await alone.cells());
  }

  test('after any sequence of frames the screen shows the last one as if it were drawn alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frameOf(piece), { minLength: 1, maxLength: 5 }), (frames) =>
        expectLastOf(frames, 24, 8),
      ),
      { numRuns: 150 },
    );
  });

  test('so it does when rows move, go and come back, and styles take turns in them', async () => {
    const pool = fc.array(
      fc.array(piece, { maxLength: 24 }).map((parts) => `${parts.join('')}\u001b[m`),
      { minLength: 1, maxLength: 5 },
    );
    const picks = fc.array(fc.array(fc.nat(8), { maxLength: 15 }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(pool, picks, (lines, rows) =>
        expectLastOf(
          rows.map((frame) => `${frame.map((pick) => lines[pick] ?? '').join('\n')} `),
          60,
          16,
        ),
      ),
      { numRuns: 150 },
    );
  });

  test('so it does when hints come and go before a tail of keys in the last line, and rows come and go above it', async () => {
    const hint = fc
      .tuple(fc.constantFrom('Enter', 'a–d', '1–4', 'x', '仮'), fc.constantFrom('rate', 'choose', 'a b', '✔'))
      .map(([key, label]) => `\u001b[36m${key}\u001b[39m\u001b[2m ${label} · \u001b[22m`);
    const hints = fc.array(hint, { maxLength: 4 }).map((all) => `${all.join('')}? keys · q leave`);
    const option = fc.constantFrom('', 'a  an option to choose', '   a reason why', 'b  another', '仮  想像');
    const body = fc.array(option, { minLength: 12, maxLength: 12 });
    const frames = fc.array(fc.tuple(body, hints), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(frames, (all) =>
        expectLastOf(
          all.map(([lines, keys]) => [...lines, keys].join('\n')),
          44,
          14,
        ),
      ),
      { numRuns: 150 },
    );
  });

  test('emoji that terminals measure differently leave nothing behind and displace nothing', async () => {
    const unit = fc.oneof(piece, doubtful);
    await fc.assert(
      fc.asyncProperty(fc.array(frameOf(unit), { minLength: 1, maxLength: 5 }), async (frames) => {
        const screen = new HeadlessScreen(24, 8);
        const alone = new HeadlessScreen(24, 8);
        const writer = entered(screen);
        for (const frame of frames) writer.write(frame);
        entered(alone).write(frames.at(-1) ?? '');
        expect(await screen.cells()).toEqual(await alone.cells());
      }),
      { numRuns: 150 },
    );
  });

  test('a resize draws everything anew', async () => {
    const screen = new HeadlessScreen(80, 24);
    const writer: CellWriter = new CellWriter(screen, { onResize: () => writer.write(card(1, 'x')) });
    writer.enter();
    writer.write(card(0));
    screen.resize(60, 20);
    const alone = new HeadlessScreen(60, 20);
    entered(alone).write(card(1, 'x'));
    expect(await screen.cells()).toEqual(await alone.cells());
    expect(writer.columns).toBe(60);
  });

  test('the same frame again writes nothing', () => {
    const screen = new HeadlessScreen();
    const writer = entered(screen);
    writer.write(card(0));
    screen.takeBytes();
    writer.write(card(0));
    writer.write('');
    expect(screen.writes).toEqual([]);
  });

  test('a selection, a letter and the next card cost few bytes and one write', () => {
    const screen = new HeadlessScreen();
    const writer = entered(screen);
    const cost = (frame: string): number => {
      screen.takeBytes();
      writer.write(frame);
      expect(screen.writes).toHaveLength(1);
      return screen.takeBytes();
    };
    writer.write(card(0));
    expect(cost(card(1))).toBeLessThanOrEqual(120);
    expect(cost(card(1, 's'))).toBeLessThanOrEqual(4);
    expect(cost(card(1, 'ss'))).toBeLessThanOrEqual(4);
    expect(cost(card(2, '', 'wxyz'))).toBeLessThanOrEqual(300);
  });

  test('a long answer goes in a few bytes when a short card follows', async () => {
    const screen = new HeadlessScreen(80, 24);
    const writer = entered(screen);
    const frame = (body: string, footer: string) =>
      ['A question', ...Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? '' : body)), footer].join('\n');
    writer.write(frame('a line of the answer', '1–4 rate · q leave'));
    screen.takeBytes();
    writer.write(frame('', 'Space show · q leave'));
    expect(screen.takeBytes()).toBeLessThan(40);
    const shown = (await screen.text()).filter((line) => line !== '');
    expect(shown).toEqual(['A question', 'Space show · q leave']);
  });

  test('a last line that keeps its end stays where it is when the card above it goes', async () => {
    const screen = new HeadlessScreen(60, 24);
    const writer = new CellWriter(screen);
    writer.enter();
    const keys = 'u undo · ! flag · ? keys · q leave';
    const answer = Array.from({ length: 18 }, (_, i) => `Line ${i} of the answer`).join('\n');
    writer.write(`Title\n\n${answer}\n\nEnter Again · 1–4 rate · ${keys}`);
    screen.takeBytes();
    writer.write(`Title\n\nQuestion?${'\n'.repeat(19)}Space show the answer · ${keys}`);
    expect(screen.takeBytes()).toBeLessThan(70);
    const text = await screen.text();
    expect(text.filter((line) => line !== '')).toEqual([
      'Title',
      'Question?',
      `Space show the answer · ${keys}`,
    ]);
    expect(text[21]).toContain(keys);
  });

  test('rows that move are not written again', async () => {
    const screen = new HeadlessScreen(80, 24);
    const writer = entered(screen);
    const options = ['a', 'b', 'c', 'd'].map((letter) => `    ${letter}  ${letter.repeat(50)}`);
    const keys = `${'\n'.repeat(9)} Enter answer · ? keys · q leave`;
    writer.write(`Question?\n\n${options.join('\n')}${keys}`);
    screen.takeBytes();
    const [a = '', ...others] = options;
    writer.write(`Question?\n\n${a}\n       No.\n${others.join('\n')}${keys.slice(1)}`);
    expect(screen.takeBytes()).toBeLessThan(40);
    expect((await screen.text()).filter((line) => line !== '')).toEqual([
      'Question?',
      a,
      '       No.',
      ...others,
      ' Enter answer · ? keys · q leave',
    ]);
  });

  test('reasons that come between options write no option again, and move the last line nowhere', async () => {
    const screen = new HeadlessScreen(80, 24);
    const writer = entered(screen);
    const options = ['a', 'b', 'c', 'd'].map((letter) => `    ${letter}  ${letter.repeat(50)}`);
    const keys = ' Enter answer · ? keys · q leave';
    writer.write(`Question?\n\n${options.join('\n')}${'\n'.repeat(16)}${keys}`);
    screen.takeBytes();
    const reasons = options.map((option) => `${option}\n       No.`).join('\n');
    writer.write(`Question?\n\n${reasons}${'\n'.repeat(12)}${keys}`);
    expect(screen.takeBytes()).toBeLessThan(70);
    const text = await screen.text();
    expect(text.slice(2, 10)).toEqual(options.flatMap((option) => [option, '       No.']));
    expect(text.slice(10)).toEqual([...new Array<string>(11).fill(''), keys, '', '']);
  });

  test('hints that change in a line of keys write the keys between them only once', async () => {
    const screen = new HeadlessScreen(80, 4);
    const writer = entered(screen);
    const keys = 'x all reasons that there are · ? keys · q leave';
    writer.write(`Enter Again · 1–4 rate · ${keys}`);
    screen.takeBytes();
    writer.write(`Enter answer · a–d choose · ${keys}`);
    expect(screen.takeBytes()).toBeLessThan(36);
    expect(await screen.text()).toContain(`Enter answer · a–d choose · ${keys}`);
  });

  test('a line in which two styles take turns costs few changes of style', async () => {
    const screen = new HeadlessScreen(80, 4);
    const writer = entered(screen);
    const key = (name: string, what: string) => `\u001b[36m${name}\u001b[0m \u001b[2m${what}\u001b[0m`;
    writer.write(
      [key('u', 'undo'), key('z', 'bury'), key('!', 'flag'), key('?', 'keys'), key('q', 'leave')].join(' · '),
    );
    expect(screen.writes.join('').match(/\u001b\[[\d;]*m/gu)?.length).toBeLessThanOrEqual(3);
    expect(await screen.text()).toContain('u undo · z bury · ! flag · ? keys · q leave');
  });

  test('the cursor stands in the marked cell and goes when no cell is marked', async () => {
    const screen = new HeadlessScreen(20, 5);
    const writer = entered(screen);
    writer.write(`one\ntwo ${cursorCell('x')}y`);
    expect(await screen.cursor()).toEqual({ row: 1, column: 4 });
    expect(screen.writes.join('')).toContain('\u001b[?25h');
    expect((await screen.text())[1]).toBe('two xy');
    writer.write('one\ntwo');
    expect(screen.writes.at(-1)).toContain('\u001b[?25l');
  });

  test('a frame taller than the window is cut one row short of it', async () => {
    const screen = new HeadlessScreen(10, 4);
    entered(screen).write('1\n2\n3\n4\n5');
    expect(await screen.text()).toEqual(['1', '2', '3', '']);
  });

  test('a terminal that cannot keep up gets the newest frame alone', async () => {
    const screen = new HeadlessScreen(10, 4);
    const writer = entered(screen);
    screen.writableNeedDrain = true;
    writer.write('one');
    writer.write('two');
    expect(screen.writes).toEqual([]);
    screen.writableNeedDrain = false;
    screen.emit('drain');
    expect(await screen.text()).toEqual(['two', '', '', '']);
    expect(screen.writes).toHaveLength(1);
  });

  test('leaving gives the screen back, and entering again draws the frame of the meantime', async () => {
    const screen = new HeadlessScreen(10, 4);
    const writer = entered(screen);
    writer.write('one');
    writer.leave();
    await screen.settled();
    expect(screen.isAlternate).toBe(false);
    writer.write('two');
    writer.enter();
    expect(await screen.text()).toEqual(['two', '', '', '']);
    expect(screen.isAlternate).toBe(true);
  });

  test('what another program wrote on the screen goes with a repaint, and where it had the terminal keep the cursor', async () => {
    const screen = new HeadlessScreen(10, 4);
    const writer = entered(screen);
    writer.write('one\ntwo\nkeys');
    screen.write('\u001b[H\u001b[31mgarbage\r\n\n\nmore\u001b[2;2H\u001b7');
    writer.repaint();
    writer.write('one\nt\nkey');
    const alone = new HeadlessScreen(10, 4);
    entered(alone).write('one\nt\nkey');
    expect(await screen.cells()).toEqual(await alone.cells());
  });

  test('the way back to what changes in the line of keys takes two bytes', async () => {
    const screen = new HeadlessScreen(40, 24);
    const writer = entered(screen);
    const frame = (text: string, label: string) =>
      `${text}${'\n'.repeat(22)}Enter \u001b[2m${label}\u001b[22m · ? keys`;
    for (const [text, label] of ['one', 'two', 'three'].entries())
      writer.write(frame(`Question ${text}`, label));
    screen.takeBytes();
    writer.write(frame('Question 3', 'seven'));
    expect(screen.writes.at(-1)).toBe('\u001b[;10H3\u001b8seven');
    expect((await screen.text())[22]).toBe('Enter seven · ? keys');
  });

  test('without colour, bold and inverse stay', () => {
    const screen = new HeadlessScreen(20, 4);
    const writer = new CellWriter(screen, { colour: () => false });
    writer.enter();
    screen.takeBytes();
    writer.write('\u001b[31;1mred\u001b[0m \u001b[7;44mbar\u001b[0m');
    expect(screen.writes.join('')).toBe('\u001b[1mred \u001b[;7mbar');
  });

  test('only looks reach the terminal, whatever a frame holds', () => {
    const screen = new HeadlessScreen(40, 4);
    entered(screen).write('a\u001b]52;c;aGk=\u0007b\u001b[2Jc\u001b[8mhidden\u001b[5md\u001b]0;title');
    expect(screen.writes.join('')).toBe('abchiddend');
  });

  test('each frame is told, with its bytes', () => {
    const frames: number[] = [];
    const writer = new CellWriter(new HeadlessScreen(10, 4), { onFrame: (bytes) => frames.push(bytes) });
    writer.enter();
    writer.write('one');
    writer.write('one');
    expect(frames).toEqual([3, 0]);
  });
});

/** A line's first columns, sequences kept; wide letters are East Asian. */
function cut(line: string, columns: number): string {
  let width = 0;
  let isFull = false;
  return line.replace(/(\u001b\[[\d;]*m)|(.)/gu, (found, sequence: string | undefined) => {
    if (sequence) return sequence;
    width += /[\u3000-\uffff]/u.test(found) ? 2 : 1;
    isFull ||= width > columns;
    return isFull ? '' : found;
  });
}
