import { render } from 'ink-testing-library';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMarkdown } from '../../../src/core/text/markdown.ts';
import { Screens } from '../../../src/terminal/draw-screens.ts';
import { listWindow } from '../../../src/terminal/frames/list-window.ts';
import { CellWriter } from '../../../src/terminal/output/cell-writer.ts';
import { ViewApp } from '../../../src/terminal/view-app.tsx';
import { HeadlessScreen } from '../../support/headless-screen.ts';
import { deckOf } from '../../support/read-deck.ts';
import { type StudyDeskOptions, studyDesk } from '../../support/study-desk.ts';

beforeAll(loadMarkdown);

const enter = '\r';
const esc = '\u001b';
const typed = deckOf('## Which command?\n\n<!-- id: t -->\n\n```answer command-name\nchroot\n```\n');

/** A learner at the screens, with what Ink draws of them. */
function seenDesk(deck: string, options: StudyDeskOptions = {}) {
  const desk = studyDesk(deck, options);
  const screens = new Screens({ ...desk, writer: new CellWriter(new HeadlessScreen()) });
  const view = () => <ViewApp screens={screens} />;
  const screen = render(view());
  const lines = () => {
    screen.rerender(view());
    return (screen.lastFrame() ?? '').replace(/\u001b\[[\d;]*m/gu, '').split('\n');
  };
  return {
    ...desk,
    lines,
    cursorLine: () =>
      lines()
        .find((line) => /^ *›/u.test(line))
        ?.trim(),
  };
}

describe('a menu', () => {
  test('moves to the row of a digit, and only Enter chooses', () => {
    const desk = seenDesk(typed);
    desk.press('d', '3');
    expect(desk.store.app.screen.kind).toBe('drill-menu');
    expect(desk.cursorLine()).toBe('› Cards never seen');
    desk.press(enter);
    expect(desk.store.app.screen).toMatchObject({ kind: 'study', plan: { filter: { only: ['unseen'] } } });
  });

  test('lets a digit beyond its rows do nothing', () => {
    const desk = seenDesk(typed);
    desk.press('d', '2', '9');
    expect(desk.cursorLine()).toBe('› Cards missed lately');
  });

  test('loses no key of a burst', () => {
    const desk = seenDesk(typed);
    desk.press(',');
    desk.wait(1000);
    desk.chunk('j', 'k', 'j', enter);
    expect(desk.cycled).toEqual(['lineMode']);
    expect(desk.store.app.screen.kind).toBe('settings');
  });

  test('goes on at its other end, and pages stop at the ends', () => {
    const desk = seenDesk(typed);
    desk.press('d', 'k');
    expect(desk.cursorLine()).toBe('› Core cards (tag core)');
    desk.press('\u001b[A', '\u001b[B', '\u001b[B');
    expect(desk.cursorLine()).toBe('› All cards');
    desk.press('\u001b[6~', '\u001b[6~');
    expect(desk.cursorLine()).toBe('› Core cards (tag core)');
    desk.press('\u001b[H');
    expect(desk.cursorLine()).toBe('› All cards');
  });

  test('keeps its row when the window changes its size', () => {
    const desk = seenDesk(typed);
    desk.press('d', '5');
    desk.store.dispatch({ kind: 'resize', size: { columns: 40, rows: 8 } });
    expect(desk.cursorLine()).toBe('› Missed in the last exams');
    expect(desk.lines().join('\n')).toMatch(/\d above · \d more below/);
  });

  test('says on its last line that Enter chooses', () => {
    const desk = seenDesk(typed);
    desk.press(',');
    expect(desk.lines().at(-1)).toBe(' Enter change · q close');
  });
});

describe('the actions over a text field', () => {
  test('are listed with the letters that do the same after Esc or with Alt', () => {
    const desk = seenDesk(typed);
    desk.study();
    desk.press(esc);
    const listed = desk.lines().map((line) => line.trim());
    expect(listed).toContain('› w   answer as a guess');
    expect(listed).toContain('!   flag');
    expect(listed).toContain('Alt and the letter does the same without this list.');
  });

  test('are chosen with Enter after a digit selected one', () => {
    const desk = seenDesk(typed);
    desk.study();
    desk.press(esc, '5');
    expect(desk.kinds()).toEqual([]);
    desk.press(enter);
    expect(desk.kinds()).toEqual(['suspend']);
  });
});

describe('a list that does not fit', () => {
  test('shows the row with the cursor wherever it is, and leaves a row to its sign', () => {
    for (let cursor = 0; cursor < 60; cursor += 1) {
      const { first, count, hasSign } = listWindow(60, cursor, 15);
      expect({ count, hasSign }).toEqual({ count: 14, hasSign: true });
      expect(first).toBeLessThanOrEqual(cursor);
      expect(first + count).toBeGreaterThan(cursor);
      expect(first + count).toBeLessThanOrEqual(60);
    }
  });

  test('shows all of a list that just fits, without a sign', () => {
    expect(listWindow(15, 14, 15)).toEqual({ first: 0, count: 15, hasSign: false });
  });

  test('shows its one row in the smallest window', () => {
    expect(listWindow(3, 2, 1)).toEqual({ first: 2, count: 1, hasSign: false });
  });
});

describe('a search', () => {
  const two = deckOf(
    '## What does `chroot` change?\n\n<!-- id: b1 -->\n\nThe root.\n\n## What is a very long question about chroot and its friends that fills more than a window?\n\n<!-- id: b2 -->\n\nNothing.\n',
  );

  test('shows what is typed and the questions in a narrow window, without the marks of Markdown', () => {
    const desk = seenDesk(two, { columns: 40, rows: 12 });
    desk.press('/');
    desk.type('chroot');
    const lines = desk.lines();
    expect(lines[2]?.trim()).toBe('› chroot');
    expect(lines.join('\n')).toContain('› What does chroot change?');
    expect(lines.join('\n')).toContain('What is a very long question');
  });

  test('scrolls a text that is longer than the window with its cursor', () => {
    const desk = seenDesk(two, { columns: 40, rows: 12 });
    desk.press('/');
    desk.type(`${'x'.repeat(60)}yz`);
    expect(desk.lines()[2]).toContain('yz');
  });
});

describe('the line of a flag', () => {
  test('is seen to its end however long it is, below the whole question', () => {
    const desk = seenDesk(typed, { columns: 40, rows: 12 });
    desk.study();
    desk.press('\u001b!');
    desk.type(`${'a'.repeat(60)} the end`);
    const text = desk.lines().join('\n');
    expect(text).toContain('the end');
    expect(text.replace(/\s+/gu, ' ')).toContain('What is wrong with this card? (may stay empty)');
  });
});

test('choosing the language in the settings changes the interface at once', () => {
  const desk = seenDesk(typed);
  desk.press(',', enter);
  expect(desk.cursorLine()).toBe('› Sprache: Deutsch');
  desk.press(enter);
  expect(desk.cursorLine()).toBe('› Language: English');
});

describe('the home screen', () => {
  test('tells whole what one may do when nothing is due, in a narrow window too', () => {
    for (const columns of [80, 40]) {
      const desk = seenDesk(deckOf('## Question?\n\n<!-- id: b -->\n\nAnswer.\n'), { columns, rows: 14 });
      desk.study();
      desk.press(' ', '4', 'q');
      const text = desk.lines().join(' ').replace(/\s+/gu, ' ');
      expect(text).toContain('Done for today. Next: in 8 days.');
      expect(text).toContain('or drill without a schedule (d).');
    }
  });

  test('leaves the line of the next days out while nothing is planned', () => {
    const desk = seenDesk(deckOf('## Question?\n\n<!-- id: b -->\n\nAnswer.\n'));
    expect(desk.lines().join('\n')).not.toContain('next ');
    desk.study();
    desk.press(' ', '3', ' ', '3', 'q');
    expect(desk.lines().join('\n')).toMatch(/ {3}next {3}Sun 0 {3}Mon 1/);
  });
});
