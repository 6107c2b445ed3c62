import { EventEmitter } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMarkdown } from '../../src/core/text/markdown.ts';
import { raw } from '../../src/core/text/shown.ts';
import { Screens } from '../../src/terminal/draw-screens.ts';
import { KeyStream } from '../../src/terminal/input/key-stream.ts';
import { mountInk } from '../../src/terminal/mount-ink.tsx';
import { CellWriter } from '../../src/terminal/output/cell-writer.ts';
import { HeadlessScreen } from '../support/headless-screen.ts';
import { deckOf } from '../support/read-deck.ts';
import { studyDesk } from '../support/study-desk.ts';

beforeAll(loadMarkdown);

class Keyboard extends EventEmitter {
  resume(): void {}
  pause(): void {}
}

const cards = {
  'to recall':
    '## What does `chroot` do?\n\n<!-- id: a -->\n\nIt changes the **root**.\n\n```sh\nchroot /mnt\n```\n',
  'with one right option':
    '## Which one, 漢字 or é?\n\n<!-- id: a -->\n\n- [ ] Alpha\n- [x] Beta `b`\n- [ ] 日本語\n',
  'with several right options':
    '## Which are right?\n\n<!-- id: a -->\n\n- [x] Alpha\n- [ ] Beta\n- [x] Gamma\n',
  'to type': '## Which command?\n\n<!-- id: a -->\n\n```answer command-name\nchroot\n```\n',
  'to put into order': '## In which order?\n\n<!-- id: a -->\n\n```order\none\ntwo\nthree\n```\n',
  'with gaps':
    '## Complete it.\n\n<!-- id: a -->\n\n`docker run` {{c1::`-d`}} `--name web` 👩‍💻 {{c2::`nginx`}}\n',
  'longer than the window': `## A long one\n\n<!-- id: a -->\n\n${[1, 2, 3, 4, 5, 6].map((n) => `- [${n === 6 ? 'x' : ' '}] Option ${n}, long enough to be wrapped in a narrow window of forty columns\n`).join('')}`,
};

const windows = [
  [80, 24],
  [40, 12],
  [120, 40],
] as const;
const choices = [
  ...windows.flatMap(([columns, rows]) =>
    (['en', 'de'] as const).flatMap((language) =>
      [true, false].map((colour) => ({ columns, rows, language, colour })),
    ),
  ),
  { columns: 24, rows: 12, language: 'de', colour: true } as const,
  { columns: 18, rows: 4, language: 'de', colour: true } as const,
];
type Choice = (typeof choices)[number];
type World = ReturnType<typeof studyDesk>;

const open = (deck: string, { columns, rows, language }: Choice): World => {
  const world = studyDesk(deck, { columns, rows });
  if (language === 'de') world.press('l');
  return world;
};

/** What Ink writes on a screen that shows the state's first frame already. */
async function bytesOfInk(world: World, { columns, rows, colour }: Choice) {
  const screen = new HeadlessScreen(columns, rows);
  const frames: number[] = [];
  const writer = new CellWriter(screen, { colour: () => colour, onFrame: (bytes) => frames.push(bytes) });
  const screens = new Screens({ ...world, writer });
  writer.enter();
  const first = screen.takeBytes();
  const keys = new KeyStream(new Keyboard(), world.desk.now);
  const unmount = mountInk(screens, { writer, keys, onError: () => {} });
  world.store.redraw();
  while (frames.length < 4) await new Promise(setImmediate);
  const more = screen.takeBytes();
  unmount();
  return { first, more };
}

/** As if the collection had so many decks. */
function giveDecks({ desk }: World, count: number): void {
  const one = desk.overview();
  const decks = Array.from({ length: count }, (_, i) => ({
    key: `test\ndeck${i}`,
    title: raw(i % 3 === 0 ? `A deck with a rather long title, number ${i}` : `漢字 ${i}`),
    titles: new Map(),
    due: i % 2,
    learning: 0,
    fresh: i,
    known: i,
    total: 2 * i,
  }));
  Object.assign(desk, { overview: () => ({ ...one, decks }) });
}

describe.each(choices)(
  'in a window of $columns×$rows, $language, colours $colour, Ink has nothing to write after the first frame',
  (choice) => {
    test.each([0, 7, 60])('of the home screen with %i decks', async (count) => {
      const world = open(deckOf(cards['to type']), choice);
      giveDecks(world, count);
      const { first, more } = await bytesOfInk(world, choice);
      expect(first).toBeGreaterThan(20);
      expect(more).toBe(0);
    });

    test.each([30, 59])(
      'of the home screen with deck %i of 60 under the cursor and one selected',
      async (at) => {
        const world = open(deckOf(cards['to type']), choice);
        giveDecks(world, 60);
        world.press(' ', ...'j'.repeat(at));
        expect((await bytesOfInk(world, choice)).more).toBe(0);
      },
    );

    test.each(['d', ',', '?'])('of what the key %s opens', async (key) => {
      const world = open(deckOf(cards['to type']), choice);
      world.press(key);
      expect((await bytesOfInk(world, choice)).more).toBe(0);
    });

    test.each(Object.entries(cards))('of a card %s', async (_, card) => {
      const world = open(deckOf(card), choice);
      world.study();
      expect(world.store.app.screen.kind).toBe('study');
      expect((await bytesOfInk(world, choice)).more).toBe(0);
    });
  },
);
