import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PtyOptions, type PtySession, startKartei } from '../support/pty.ts';
import { deckOf } from '../support/read-deck.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const patience = 60_000;
const card = (id: string): string => `## Question ${id}?\n\n<!-- id: ${id} -->\n\nAnswer ${id}.\n\n`;

/** A home with a deck of its own, the last of the list, and the screen's lines all in view. */
class Learner {
  readonly home = temporaryFolder({
    'decks/own.md': deckOf(card('first') + card('second'), 'deck: Own deck'),
  });
  readonly deck = join(this.home, 'decks/own.md');
  readonly glance = join(this.home, '.cache/kartei/home.json');

  constructor() {
    const collections = join(this.home, '.local/share/kartei/collections');
    mkdirSync(collections, { recursive: true });
    writeFileSync(join(collections, 'own.path'), join(this.home, 'decks'));
  }

  start(options: PtyOptions = {}): Promise<PtySession> {
    return startKartei({ home: this.home, rows: 60, ...options });
  }

  /** Opens the home screen and leaves it. */
  async look(options: PtyOptions = {}): Promise<PtySession> {
    const session = await this.start(options);
    await session.waitFor(isDrawn, patience);
    session.press('q');
    expect(await session.exit).toMatchObject({ code: 0 });
    return session;
  }
}

const isDrawn = (screen: readonly string[]): boolean => screen.some((line) => line.includes('q leave'));
const shows = (text: string) => (screen: readonly string[]) => screen.some((line) => line.includes(text));
/** The row of the deck, as it stands. */
const ownRow = (counts: string) => (screen: readonly string[]) =>
  screen.some((line) => line.includes('Own deck') && line.includes(counts));

test('a card that was added since the home screen was left is counted on it, before any key is pressed', async () => {
  const learner = new Learner();
  await learner.look();
  appendFileSync(learner.deck, card('third'));
  const session = await learner.start();
  await session.waitFor(ownRow('0 of 3'), patience);
  // What was shown at once is the screen as it had been left.
  expect(session.raw()).toMatch(/0 of 2(?!\d)/);
  await session.close();
}, 180_000);

test('a key pressed as soon as the home screen is seen asks no card that its deck has lost', async () => {
  const learner = new Learner();
  await learner.look();
  writeFileSync(learner.deck, deckOf(card('second'), 'deck: Own deck'));
  const session = await learner.start();
  await session.waitFor(isDrawn, patience);
  // Up from the first deck is the last one.
  session.press('k\r');
  await session.waitFor(shows('Question second?'), patience);
  expect(session.raw()).not.toContain('Question first?');
  await session.close();
}, 180_000);

test('what was learned counts on the next home screen, also after a session of its own', async () => {
  const learner = new Learner();
  await learner.look();
  const study = await learner.start({ args: ['study', 'own'] });
  await study.waitFor(shows('Question first?'), patience);
  for (const [key, seen] of [
    [' ', 'Answer first.'],
    ['4', 'Question second?'],
  ] as const) {
    study.press(key);
    await study.waitFor(shows(seen), patience);
  }
  study.press('\u0003');
  await study.exit;
  const home = await learner.look();
  expect(home.raw()).toContain('1 of 2');
  expect(home.raw()).not.toMatch(/0 of 2(?!\d)/);
}, 180_000);

test('the page of a deck tells how far the learner is, whose cards were not read for the home screen', async () => {
  const learner = new Learner();
  for (const id of ['first', 'second']) {
    const study = await learner.start({ args: ['study', 'own'] });
    await study.waitFor(shows(`Question ${id}?`), patience);
    study.press(' ');
    await study.waitFor(shows(`Answer ${id}.`), patience);
    const before = study.outputs.length;
    study.press('4');
    await study.waitFor(() => study.outputs.length > before, patience);
    study.press('\u0003');
    await study.exit;
  }
  const home = await learner.start();
  await home.waitFor(isDrawn, patience);
  home.press('ki');
  await home.waitFor(shows('2 cards'), patience);
  expect(home.screen().join('\n')).toContain('2 known · 0 being learned · 0 not seen');
  await home.close();
}, 180_000);

test('the home screen of one progress is never shown for another, nor one that is damaged', async () => {
  const learner = new Learner();
  await learner.look();
  expect(existsSync(learner.glance)).toBe(true);
  appendFileSync(learner.deck, card('third'));
  const written = readFileSync(learner.glance, 'latin1');
  const other = await learner.look({ args: ['--progress', join(learner.home, 'other')] });
  expect(other.raw()).not.toMatch(/0 of 2(?!\d)/);
  appendFileSync(learner.deck, card('fourth'));
  for (const damaged of [written.replace('"total":2', '"total":7'), written.slice(0, -9), '{}', '']) {
    writeFileSync(learner.glance, damaged, 'latin1');
    const session = await learner.look();
    expect(session.raw()).toContain('0 of 4');
    expect(session.raw()).not.toMatch(/0 of [27](?!\d)/);
  }
}, 180_000);

test('a progress that cannot be read is told on a terminal that was given back', async () => {
  const learner = new Learner();
  const place = join(learner.home, 'place');
  const args = ['--progress', join(place, 'progress')];
  await learner.look({ args });
  rmSync(place, { recursive: true, force: true });
  writeFileSync(place, 'a file where the folder should be');
  const session = await learner.start({ args });
  await session.waitFor(shows('cannot be read'), patience);
  expect(await session.exit).toMatchObject({ code: 1 });
  const [shown = '', told = ''] = session.raw().split('\u001b[?1049l');
  expect(shown).toContain('Own deck');
  expect(told).toContain('cannot be read');
}, 180_000);
