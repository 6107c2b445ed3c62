import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noFault, runFaulty } from '../support/faulty-program.ts';
import { learnerHome, ratings } from '../support/faulty-study.ts';
import { progressIn } from '../support/killed-session.ts';
import { startKartei } from '../support/pty.ts';
import { deckOf } from '../support/read-deck.ts';
import { filesBelow } from '../support/recorded-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a session that was asked for says that some of what was recorded cannot be read, until the next key', async () => {
  const home = learnerHome();
  runFaulty(home, ['study', '--plain', 'decks/many.md'], noFault, { input: ratings });
  const [file = ''] = filesBelow(progressIn(home)).filter((path) => path.endsWith('.jsonl'));
  writeFileSync(file, readFileSync(file, 'utf8').replace('"rating":3', '"rating":4'));
  rmSync(join(home, '.local/state/kartei/summary.json'));
  for (const [columns, rows] of [
    [80, 24],
    [40, 12],
  ] as const) {
    const session = await startKartei({ home, args: ['study', 'decks/many.md'], columns, rows });
    const text = (screen: readonly string[]): string => screen.map((line) => line.trim()).join(' ');
    await session.waitFor((screen) => /Enter answer/u.test(text(screen)), 60_000);
    expect(text(session.screen())).toContain('kartei doctor says what to do');
    session.press('a');
    await session.waitFor((screen) => !text(screen).includes('kartei doctor'), 60_000);
    await session.close();
  }
}, 180_000);

test('a setting that the disk refuses holds, and a sentence says that it will not last', async () => {
  const home = temporaryFolder({ '.config/kartei': 'a file where the folder should be' });
  const session = await startKartei({ home });
  const sees = (text: RegExp) => session.waitFor((screen) => screen.some((line) => text.test(line)), 60_000);
  await sees(/q leave/u);
  session.press(',');
  await sees(/Enter changes a setting/u);
  session.press('\u001b[B\r');
  await sees(/holds until you leave/u);
  session.press('\u001b[A\r');
  await sees(/gilt, bis du gehst/u);
  await session.close();
}, 180_000);

test('decks that go while a session asks them cost no answer, and home says what has become of them', async () => {
  const names = ['One', 'Two', 'Three', 'Four'];
  const decks = names.map((name): [string, string] => [
    `decks/${name}.md`,
    deckOf(`## ${name}?\n\n\`\`\`answer text\n${name}\n\`\`\`\n`),
  ]);
  const home = temporaryFolder({ 'decks/.kartei.yaml': 'name: test\n', ...Object.fromEntries(decks) });
  const start = () => startKartei({ home, args: ['study', 'decks'] });
  const asks = /Enter answer/u;
  const first = await start();
  await first.waitFor((screen) => screen.some((line) => asks.test(line)), 60_000);
  await first.close();

  const session = await start();
  const sees = (text: RegExp) => session.waitFor((screen) => screen.some((line) => text.test(line)), 60_000);
  await sees(asks);
  for (const [path] of decks) rmSync(join(home, path));
  let answered = 0;
  const gone = /has just been changed or removed/u;
  while (!session.screen().some((line) => gone.test(line))) {
    session.press('nothing\r');
    await sees(/Wrong/u);
    session.press('1');
    answered++;
    await session.waitFor(
      (screen) =>
        screen.some((line) => asks.test(line) || gone.test(line)) && !screen.join().includes('Wrong'),
      60_000,
    );
  }
  await sees(/q leave/u);
  const [file = ''] = filesBelow(progressIn(home)).filter((path) => path.endsWith('.jsonl'));
  expect(readFileSync(file, 'utf8').match(/"kind":"review"/gu)).toHaveLength(answered);
  expect(answered).toBeGreaterThan(0);
  await session.close();
}, 180_000);

test('a pipe in the place of what the cache holds delays no start', async () => {
  const home = temporaryFolder({
    'decks/.kartei.yaml': 'name: test\n',
    'decks/x.md': deckOf('## One?\n\nyes\n'),
  });
  const start = (...args: string[]) => startKartei({ home, args });
  const shown = /Space|q leave/u;
  for (const args of [[], ['study', 'decks']]) {
    const session = await start(...args);
    await session.waitFor((screen) => screen.some((line) => shown.test(line)), 60_000);
    session.press('q');
    await session.exit;
    await session.close();
  }
  const cached = filesBelow(join(home, '.cache/kartei')).filter((path) =>
    /home\.json$|decks\/[^/]*$/u.test(path),
  );
  expect(cached.length).toBeGreaterThan(2);
  for (const path of cached) {
    rmSync(path);
    execFileSync('mkfifo', [path]);
  }
  for (const args of [[], ['study', 'decks']]) {
    const session = await start(...args);
    await session.waitFor((screen) => screen.some((line) => shown.test(line)), 60_000);
    session.press('q');
    expect(await session.exit).toEqual({ code: 0, signal: undefined });
    await session.close();
  }
}, 180_000);
