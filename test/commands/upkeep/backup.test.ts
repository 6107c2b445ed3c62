import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learnAll } from '../../support/learned-home.ts';
import { deckOf } from '../../support/read-deck.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function studied() {
  const home = temporaryFolder({
    'decks/.kartei.yaml': 'name: test\n',
    'decks/system.md': deckOf('## One?\n\n<!-- id: one -->\n\nuname\n\n## Two?\n\nhostname\n\n'),
  });
  await learnAll(home, join(home, 'decks'));
  const kartei = (...words: string[]) => runCommand(words, { cwd: home });
  const snapshots = () => readdirSync(join(home, '.local/share/kartei/backups/snapshots'));
  return { home, kartei, snapshots };
}

test('a day with study has one backup of its own', async () => {
  const { home, snapshots } = await studied();
  expect(snapshots()).toHaveLength(1);
  await learnAll(home, join(home, 'decks'));
  expect(snapshots()).toHaveLength(1);
});

test('all that was studied comes back from a backup', async () => {
  const { home, kartei } = await studied();
  await kartei('backup');
  rmSync(join(home, '.local/share/kartei/progress'), { recursive: true });
  rmSync(join(home, '.local/state/kartei'), { recursive: true });
  expect((await kartei('restore')).out).toMatch(/brought back in 1 new file/u);
  expect((await kartei('restore')).out).toContain('holds nothing that is not there already');
  const { out } = await kartei('list', './decks', '--json');
  expect(
    JSON.parse(out).cards.filter((card: { stability: number | null }) => card.stability !== null),
  ).toHaveLength(2);
});

test('a backup is listed, found by the beginning of its name, and missed by a wrong one', async () => {
  const { kartei, snapshots } = await studied();
  const [name = ''] = snapshots();
  expect((await kartei('backup', 'list')).out).toMatch(/^\d{8}T\d{6}Z {2}1 file, 0 MB, daily\n$/u);
  expect((await kartei('restore', name.slice(0, 8))).code).toBe(0);
  expect(await kartei('restore', '1999')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no backup 1999'),
  });
  expect((await kartei('backup', 'lost')).code).toBe(2);
});

test('a reset card starts anew, is in the backup taken before, and comes back by undo', async () => {
  const { kartei } = await studied();
  expect((await kartei('reset', 'one')).code).toBe(2);
  const reset = await kartei('reset', '--deck', './decks');
  expect(reset.out).toContain('2 cards start anew');
  expect((await kartei('backup', 'list')).out).toContain('before a reset');
  const stable = async () => {
    const { out } = await kartei('list', './decks', '--json');
    return JSON.parse(out).cards.filter((card: { stability: number | null }) => card.stability !== null)
      .length;
  };
  expect(await stable()).toBe(0);
  await kartei('undo');
  expect(await stable()).toBe(2);
});
