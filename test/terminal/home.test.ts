import { describe, expect, test } from 'vitest';
import { raw } from '../../src/core/text/shown.ts';
import { plainText } from '../../src/core/text/styled-line.ts';
import { menuFrame } from '../../src/terminal/frames/menu-view.ts';
import { viewOf } from '../../src/terminal/frames/view.ts';
import { deckOf } from '../support/read-deck.ts';
import { studyDesk } from '../support/study-desk.ts';

interface Counts {
  readonly due: number;
  readonly learning: number;
  readonly fresh: number;
}

/** The home screen over decks with these counts, of whose new cards the day takes so many. */
function homeOf(
  rows: readonly (Counts & { readonly title?: string })[],
  fresh: number,
  options: Parameters<typeof studyDesk>[1] = {},
) {
  const world = studyDesk(deckOf('## Question?\n\nAnswer\n'), options);
  const { desk, store } = world;
  const sum = (of: keyof Counts) => rows.reduce((total, row) => total + row[of], 0);
  const decks = rows.map((row, i) => ({
    ...{ key: `test\ndeck${i}`, titles: new Map(), known: 1, total: 40 },
    ...row,
    title: raw(row.title ?? `Deck ${i}`),
  }));
  const overview = { ...desk.overview(), decks, due: sum('due'), learning: sum('learning'), fresh };
  Object.assign(desk, { overview: () => overview });
  return {
    ...world,
    lines: () => {
      const look = world.lookOf(store.app);
      const view = viewOf(store.app, desk, look);
      return ('list' in view ? menuFrame(view, look) : view).lines.map(plainText);
    },
  };
}

const rows = [
  { due: 4, learning: 2, fresh: 6 },
  { due: 3, learning: 0, fresh: 5 },
  { due: 0, learning: 1, fresh: 0 },
];

const named = (text: string, word: string): number =>
  [...text.matchAll(new RegExp(`(\\d+) ${word}`, 'gu'))].reduce((sum, [, n]) => sum + Number(n), 0);

describe.each([
  [80, 24],
  [40, 12],
  [120, 40],
])('the home screen in a window of %i×%i', (columns, height) => {
  test.each([
    ['en', 'due', 'new', '10 due (3 learning) · 11 new'],
    ['de', 'fällig', 'neu', '10 fällig (3 in Arbeit) · 11 neu'],
  ] as const)('has rows that add up to its head, in %s', (language, due, fresh, head) => {
    const world = homeOf(rows, 11, { columns, rows: height });
    if (language === 'de') world.press('l');
    const lines = world.lines();
    const at = lines.findIndex((line) => line.includes(head));
    expect(at).toBeGreaterThan(0);
    const list = lines.slice(at + 1).join('\n');
    expect(named(list, due)).toBe(10);
    expect(named(list, fresh)).toBe(11);
  });
});

test('the head of the home screen names what is being learned only when something is', () => {
  expect(
    homeOf([{ due: 2, learning: 0, fresh: 1 }], 1)
      .lines()
      .join('\n'),
  ).toContain('   2 due · 1 new ');
});

test.each([
  ['en', '8 new in all'],
  ['de', '8 neu insgesamt'],
] as const)(
  'new cards of which the day takes fewer than the rows name are told as such, in %s',
  (language, told) => {
    const world = homeOf(rows, 8);
    if (language === 'de') world.press('l');
    expect(world.lines().join('\n')).toContain(told);
  },
);

test.each([
  [80, 'Short'],
  [120, 'Short'],
  [120, 'Full virtualization, paravirtualization and guest drivers'],
  [200, 'A title that is as long as no title should be, '.repeat(4)],
])('in %i columns no row under the rule is longer than it, with decks such as "%s"', (columns, title) => {
  const lines = homeOf([{ due: 4, learning: 2, fresh: 6, title }], 6, { columns, rows: 24 }).lines();
  const rule = lines.findIndex((line) => line.startsWith(' ───'));
  const right = lines[rule]?.length ?? 0;
  expect(right).toBeLessThan(columns);
  expect(lines[rule - 1]).toHaveLength(right);
  for (const line of lines.slice(0, -1)) expect(line.trimEnd().length).toBeLessThanOrEqual(right);
});
