import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addedHostileCollection, forbiddenIn, hostileCollection } from '../support/hostile-collection.ts';
import { progressIn } from '../support/killed-session.ts';
import { type PtySession, startKartei } from '../support/pty.ts';
import { filesBelow } from '../support/recorded-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 38, rows: 9 },
] as const;
const esc = '\u001b';
const down = '\u001b[B';
const up = '\u001b[A';
const right = '\u001b[C';
const end = '\u001b[F';
const pageDown = '\u001b[6~';
/** A letter in a text field is text, with Alt it is an action everywhere. */
const alt = (letter: string): string => `\u001b${letter}`;

/** Keys, and what the screen shows when they have done their work; without that, something else than before. */
type Step = readonly [keys: string, seen?: RegExp];

const textOf = (screen: readonly string[]): string => screen.join('\n');

async function take(session: PtySession, [keys, seen]: Step): Promise<void> {
  const before = textOf(session.screen());
  session.press(keys);
  const isDone = (text: string): boolean => (seen === undefined ? text !== before : seen.test(text));
  try {
    await session.waitFor((screen) => isDone(textOf(screen)));
  } catch (error) {
    throw new Error(`${JSON.stringify(keys)} did not lead to ${seen}`, { cause: error });
  }
}

/** Takes each step after the one before has done its work. */
async function walk(session: PtySession, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await take(session, step);
}

/** Reads on to the end of what is longer than the window. */
async function readOn(session: PtySession): Promise<void> {
  while (/\d+ more below/u.test(textOf(session.screen()))) await take(session, [pageDown]);
}

const exam: readonly Step[] = [
  ['\r', /1 of 6/u],
  [' ', /↕/u],
  [down],
  [' ', /^[^↕]*$/u],
  ['m', /1 of 6 !/u],
  ['?', /^ Keys/u],
  [esc, /^(?! Keys)/u],
  ['\r', /2 of 6/u],
  ['x', /› x/u],
  [esc, /^ Actions/u],
  [down],
  [esc, /› x/u],
  [alt('?'), /^ Keys/u],
  [esc, /› x/u],
  ['\r', /3 of 6/u],
  ['a', /› ● a/u],
  ['p', /2 of 6/u],
  ['\r', /3 of 6/u],
  ['\r', /4 of 6/u],
  ['b', /● b/u],
  ['\r', /5 of 6/u],
  ['2'],
  ['\r', /6 of 6/u],
  ['\r', /^ Review/u],
  ['\t', /Showing: (?!all)/u],
  ['\t'],
  ['\t'],
  ['\t', /Showing: all/u],
  [right, /› 2/u],
  ['m', /› 2 \S !/u],
  ['?', /^ Keys/u],
  [esc, /^ Review/u],
  ['\r', /2 of 6/u],
  [alt('r'), /^ Review/u],
  ['x', /Hand in all/u],
  [esc, /^ Review/u],
  ['q'],
  [esc, /^ Review/u],
  ['x', /Hand in all/u],
  ['\r', /Estimated score/u],
];

const settings: readonly Step[] = Array.from({ length: 6 }, (): readonly Step[] => [[down], ['\r']]).flat();
const browse: readonly Step[] = [
  ['?', /^ Keys/u],
  [esc, /^ kartei/u],
  [',', /^ Settings/u],
  ...settings,
  [up],
  ['q', /^ kartei/u],
  [end, /[›>] *Hostile/u],
  ['i', /cards, 7/u],
  ['q', /^ kartei/u],
  ['x', /^ Exams/u],
  [end],
  [esc, /^ kartei/u],
  ['/', /^ Search/u],
  ['concealed', /card/u],
  [down],
  ['\r', /^(?! Search)/u],
  ['q', /^ Search/u],
  [esc, /^ kartei/u],
  ['r', /^ Readiness/u],
];

/** What is done with a card whose question or answer is shown, as a learner would who presses everything once. */
function stepsOf(text: string, isFirst: boolean): readonly Step[] {
  const isField = /Esc actions/u.test(text);
  const act = (letter: string): string => (isField ? alt(letter) : letter);
  const looks: readonly Step[] = [
    [act('?'), /^ Keys/u],
    [esc, /^(?! Keys)/u],
    [act('i'), /^ Source/u],
    [esc, /^(?! Source)/u],
  ];
  if (/1 Again/u.test(text)) return [...(isFirst ? looks : []), ['3', /^(?![\s\S]*1 Again)/u]];
  const flag: readonly Step[] = [
    [act('!'), /^ Flag/u],
    ['x', /› x/u],
    ['\r', /Flagged/u],
  ];
  const extras = isFirst ? [...looks, ...flag] : [];
  if (isField) return [['echo'], [esc, /^ Actions/u], [esc, /› echo/u], ...extras, ['\r']];
  return [...extras, [/Space show/u.test(text) ? ' ' : 'x', /1 Again/u]];
}

/** Answers and rates each card of a session; gives how often. */
async function studyToTheEnd(session: PtySession): Promise<number> {
  for (let cards = 0; cards < 200; cards++) {
    const text = textOf(session.screen());
    if (/^ Session/u.test(text)) return cards;
    await readOn(session);
    await walk(session, stepsOf(text, cards < 12));
  }
  return 0;
}

async function opened(
  args: readonly string[],
  files: Record<string, string>,
  size: (typeof sizes)[number],
): Promise<PtySession> {
  const session = await startKartei({ home: temporaryFolder(files), args, ...size });
  await session.waitFor((screen) => screen.filter((line) => line !== '').length > 3);
  return session;
}

/** Ends the program; nothing that it printed was more than text and its own sequences. */
async function ended(session: PtySession): Promise<void> {
  session.kill('SIGTERM');
  await session.exit;
  expect(forbiddenIn(session.raw())).toBeUndefined();
  expect(existsSync('/tmp/kartei-pwned')).toBe(false);
  await session.close();
}

describe.each(sizes)('one hostile deck of everything in a window of $columns × $rows', (size) => {
  test('each kind of item of an exam, its grid and its report', async () => {
    const session = await opened(['exam', 'hostile-exam', '--seed', '1'], addedHostileCollection(), size);
    await walk(session, exam);
    await readOn(session);
    await take(session, ['s', /q leave/u]);
    await ended(session);
  }, 120_000);

  test('settings, help, the page of a deck, exams, search and readiness', async () => {
    const session = await opened([], addedHostileCollection(), size);
    await walk(session, browse);
    await readOn(session);
    await ended(session);
  }, 120_000);

  test('questions, answers, tips, sources and flags of every card', async () => {
    const session = await opened(['drill', './decks'], hostileCollection(), size);
    expect(await studyToTheEnd(session)).toBeGreaterThan(30);
    const [journal = ''] = filesBelow(progressIn(session.home)).filter((path) => path.endsWith('.jsonl'));
    expect(readFileSync(journal, 'utf8').match(/"kind":"review"/gu)).toHaveLength(17);
    await ended(session);
  }, 120_000);
});

test('a hostile deck that changes while it is watched', async () => {
  const files = hostileCollection();
  const session = await startKartei({
    home: temporaryFolder(files),
    args: ['preview', '--watch', './decks/hostile-0.md'],
  });
  const file = join(session.home, 'decks/hostile-0.md');
  const drawings = (): number => session.raw().split('Ctrl-C ends.').length;
  const drawn = async (change: () => void): Promise<void> => {
    const before = drawings();
    change();
    await session.waitFor(() => drawings() > before);
  };
  await session.waitFor(() => drawings() > 1);
  for (const path of [
    'hostile-1.md',
    'broken.md',
    'hostile-2.md',
    'code.md',
    'hostile-3.md',
    'escaped-0.md',
  ]) {
    await drawn(() => writeFileSync(file, files[`decks/${path}`] ?? ''));
  }
  await drawn(() => rmSync(file));
  await drawn(() => writeFileSync(file, files['decks/hostile-0.md'] ?? ''));
  await ended(session);
}, 120_000);
