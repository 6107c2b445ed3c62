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
  const [one, two] = [await start(), await start()];
  for (const window of [one, two]) await sees(window, /a–b choose/u);
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
