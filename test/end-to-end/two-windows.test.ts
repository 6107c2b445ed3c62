import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learnerHome, reviewedCards } from '../support/faulty-study.ts';
import { type PtySession, startKartei } from '../support/pty.ts';
import { deckOf } from '../support/read-deck.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sees = (session: PtySession, text: RegExp) =>
  session.waitFor((screen) => screen.some((line) => text.test(line)), 60_000);

const questionOf = (session: PtySession): string =>
  session.screen().find((line) => line.includes('Which of ')) ?? '';

test('a card whose answer is shown in two windows is recorded once, and both go on with others', async () => {
  const home = learnerHome();
  const start = () => startKartei({ home, args: ['study', 'decks/many.md'] });
  const one = await start();
  await sees(one, /a–b choose/u);
  // As on another machine with the same progress: nobody knows there which card is asked here.
  rmSync(join(home, '.cache/kartei/asked'), { recursive: true });
  const two = await start();
  await sees(two, /a–b choose/u);
  const question = questionOf(one);
  expect(questionOf(two)).toBe(question);
  for (const window of [one, two]) {
    window.press('a\r');
    await sees(window, /1–4 rate/u);
  }
  one.press('4');
  await sees(one, /a–b choose/u);
  two.press('4');
  await sees(two, /Another window answered this card/u);
  expect(questionOf(two)).not.toBe(question);
  expect(reviewedCards(home)).toHaveLength(1);
  for (const window of [one, two]) await window.close();
});

test('two windows that start at once never ask the same card, and a window that was killed holds none', async () => {
  const home = learnerHome();
  const start = () => startKartei({ home, args: ['study', 'decks/many.md'] });
  const windows = await Promise.all([start(), start()]);
  const asked: string[] = [];
  for (let turn = 0; turn < 4; turn++) {
    for (const window of windows) {
      await sees(window, /a–b choose/u);
      asked.push(questionOf(window));
    }
    for (const window of windows) {
      window.press('a\r');
      await sees(window, /1–4 rate/u);
      window.press('4');
      await window.waitFor((screen) => screen[0]?.includes(` ${turn + 1} of `) ?? false, 60_000);
    }
  }
  expect(new Set(asked).size).toBe(8);
  expect(new Set(reviewedCards(home)).size).toBe(8);
  for (const window of windows) await sees(window, /a–b choose/u);
  const held = windows.map(questionOf);
  for (const window of windows) await window.close();
  const again = await start();
  await sees(again, /a–b choose/u);
  expect(held).toContain(questionOf(again));
  await again.close();
});

test('what another window saves in the decks is there on the way home, in a session that begins, and in its deck', async () => {
  const own = '.local/share/kartei/collections/own';
  const home = temporaryFolder({ [`${own}/a.md`]: deckOf('## Old question?\n\nAnswer\n', 'deck: First') });
  const save = (name: string, text: string) => writeFileSync(join(home, own, name), text);
  const window = await startKartei({ home, rows: 40 });
  await sees(window, /First .* 1 new/u);
  window.press('\u001b[F');
  await sees(window, /^ › First/u);
  save('b.md', deckOf('## Question?\n\nAnswer\n', 'deck: Second'));
  window.press(',');
  await sees(window, /^ Settings/u);
  window.press('q');
  await sees(window, /Second .* 1 new/u);
  save('a.md', deckOf('## New question?\n\nAnswer\n', 'deck: First'));
  await sees(window, /^ › First/u);
  window.press('\r');
  await sees(window, /New question\?/u);
  rmSync(join(home, own, 'b.md'));
  window.press('q');
  await window.waitFor((screen) => !screen.some((line) => line.includes('Second')));
  await sees(window, /^ › First/u);
  await window.close();
});
