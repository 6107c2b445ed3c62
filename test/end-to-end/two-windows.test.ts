import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learnerHome, reviewedCards } from '../support/faulty-study.ts';
import { type PtySession, startKartei } from '../support/pty.ts';

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
