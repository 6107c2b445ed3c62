import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { progressIn } from '../../support/killed-session.ts';
import { learnAll, openDeskAt } from '../../support/learned-home.ts';
import { deckOf } from '../../support/read-deck.ts';
import { filesBelow } from '../../support/recorded-home.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const decks = {
  'decks/.kartei.yaml': 'name: test\n',
  'decks/a.md': deckOf('## One?\n\nuname\n\n## Two?\n\nhostname\n\n'),
};
const journalsIn = (home: string): readonly string[] =>
  filesBelow(progressIn(home)).filter((path) => path.endsWith('.jsonl'));

/** A home in which cards were studied, and what brings it the file of another machine, in which a record is damaged. */
async function studied() {
  const [home, other] = [temporaryFolder(decks), temporaryFolder(decks)];
  await learnAll(home, join(home, 'decks'));
  await learnAll(other, join(other, 'decks'));
  const bringDamage = (): void => {
    const [file = ''] = journalsIn(other);
    const to = file.replace(other, home);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, readFileSync(file, 'utf8').replace('"rating":3', '"rating":4'));
  };
  const says = async (...words: string[]): Promise<boolean> => {
    const { out, err } = await runCommand(words, { cwd: home });
    return `${out}${err}`.includes(
      words[0] === 'doctor' ? 'damaged record' : 'kartei doctor says what to do',
    );
  };
  return { home, bringDamage, says };
}

test('damage is told by the first start that tells anything, then by the doctor alone', async () => {
  const { bringDamage, says } = await studied();
  bringDamage();
  expect(await says('due', '--json')).toBe(false);
  expect(await says('due')).toBe(true);
  expect(await says('due')).toBe(false);
  expect(await says('doctor')).toBe(true);
});

test('damage that comes while a session goes on is told by the session at home, or by the next start', async () => {
  const { home, bringDamage, says } = await studied();
  const desk = await openDeskAt(home, join(home, 'decks'));
  bringDamage();
  expect(desk.notices).toEqual([]);
  desk.refresh();
  await desk.close();
  expect(await says('due')).toBe(true);
  expect(await says('due')).toBe(false);
});

test('damage is told again when all is computed anew', async () => {
  const { home, bringDamage, says } = await studied();
  bringDamage();
  expect(await says('due')).toBe(true);
  rmSync(join(home, '.local/state/kartei/summary.json'));
  expect(await says('due')).toBe(true);
});
