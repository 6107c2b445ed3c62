import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noFault, runFaulty } from '../support/faulty-program.ts';
import { learnerHome, ratings } from '../support/faulty-study.ts';
import { progressIn } from '../support/killed-session.ts';
import { startKartei } from '../support/pty.ts';
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
