import { expect, test } from 'vitest';
import { faultyCommand, faultyEnvironment } from '../support/faulty-program.ts';
import { learnerHome, reviewedCards } from '../support/faulty-study.ts';
import { changesOfStudy, spread, studyThroughFaults } from '../support/faulty-study-rounds.ts';
import { startKartei } from '../support/pty.ts';

test('a change to the disk that fails or is the last costs nothing that was shown as saved', async () => {
  const changes = changesOfStudy();
  expect(changes).toBeGreaterThan(50);
  expect(await studyThroughFaults(spread(changes, 8))).toEqual([]);
}, 180_000);

test('the screen shows no rating as saved that the disk refused, and saves it when the disk takes it again', async () => {
  const home = learnerHome();
  // The second rating and its second attempt.
  const fault = { call: 'fdatasyncSync', from: 2, to: 3, code: 'EIO' } as const;
  const session = await startKartei({
    home,
    command: faultyCommand(['drill', 'decks/many.md']),
    env: faultyEnvironment(home, fault),
  });
  const sees = (text: RegExp) => session.waitFor((screen) => screen.some((line) => text.test(line)), 60_000);
  for (const done of [1, 2]) {
    await sees(/a–b choose/u);
    session.press('a\r');
    await sees(/1–4 rate/u);
    session.press('3');
    if (done === 1) await sees(/ 1 of /u);
  }
  await sees(/NOT SAVED/u);
  expect(session.screen()[0]).toContain(' 1 of ');
  expect(reviewedCards(home)).toHaveLength(1);
  session.press('r');
  await sees(/ 2 of /u);
  expect(session.screen().join('\n')).not.toContain('NOT SAVED');
  expect(reviewedCards(home)).toHaveLength(2);
  await session.close();
}, 180_000);
