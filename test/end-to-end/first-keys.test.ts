import { expect, test } from 'vitest';
import { startKartei } from '../support/pty.ts';
import { deckOf } from '../support/read-deck.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const isDrawn = (screen: readonly string[]): boolean => screen.some((line) => line.includes('q leave'));
const cursorRow = (screen: readonly string[]): number => screen.findIndex((line) => line.includes('›'));

test('keys pressed as soon as the home screen is seen move its cursor, each of them once and in order', async () => {
  const session = await startKartei();
  await session.waitFor(isDrawn);
  const before = cursorRow(session.screen());
  for (const key of ['j', 'j', 'k', 'j']) session.press(key);
  await session.waitFor((screen) => cursorRow(screen) === before + 2);
  expect(session.raw()).not.toContain('jj');
  session.press('q');
  expect(await session.exit).toMatchObject({ code: 0 });
  await session.close();
});

test('Space pressed as soon as the first question is seen shows its answer', async () => {
  const cwd = temporaryFolder({ 'deck.md': deckOf('## A question?\n\n<!-- id: a -->\n\nThe answer\n') });
  const session = await startKartei({ args: ['study', './deck.md'], cwd });
  await session.waitFor((screen) => screen.some((line) => line.includes('A question?')));
  expect(session.screen().join('\n')).not.toContain('The answer');
  session.press(' ');
  await session.waitFor((screen) => screen.some((line) => line.includes('The answer')));
  session.press('\u0003');
  expect(await session.exit).toMatchObject({ code: 130 });
  await session.close();
});

test('letters typed from the first question on stand there each once, before Ink has loaded, while it loads and after', async () => {
  const card =
    '## Which command?\n\n<!-- id: a -->\n\n```sh\nls "home"\n```\n\n```answer command-name\nchroot\n```\n';
  const cwd = temporaryFolder({ 'deck.md': deckOf(card) });
  const session = await startKartei({ args: ['study', './deck.md'], cwd });
  await session.waitFor((screen) => screen.some((line) => line.includes('Which command?')));
  const shows = (typed: string) =>
    session.waitFor((screen) => screen.some((line) => line === `   › ${typed}`));
  session.press('ab');
  await shows('ab');
  const before = session.raw().length;
  // Colours for code come once Ink has loaded.
  await session.waitFor(() => session.raw().slice(before).includes('"home"'));
  session.press('cd');
  await shows('abcd');
  for (const letter of 'efghi') session.press(letter);
  await shows('abcdefghi');
  session.press('\u0003');
  expect(await session.exit).toMatchObject({ code: 130 });
  await session.close();
});

test('a first question with more markup than code is drawn at once', async () => {
  const card = '## What is **bold**?\n\n<!-- id: a -->\n\n- [x] a *right* one\n- [ ] another\n';
  const cwd = temporaryFolder({ 'deck.md': deckOf(card) });
  const session = await startKartei({ args: ['study', './deck.md'], cwd });
  await session.waitFor(isDrawn);
  const screen = session.screen().join('\n');
  expect(screen).toContain('What is bold?');
  expect(screen).toContain('a right one');
  session.press('\u0003');
  expect(await session.exit).toMatchObject({ code: 130 });
  await session.close();
});
