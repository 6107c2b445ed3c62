import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learnAll } from '../support/learned-home.ts';
import { deckOf } from '../support/read-deck.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const kernel = '## Which command prints the release of the running kernel?\n\nuname -r\n\n';
const mounts = '## Where does the kernel list what is mounted?\n\n/proc/mounts\n\n';

async function learned() {
  const home = temporaryFolder({
    'decks/.kartei.yaml': 'name: test\n',
    'decks/system.md': deckOf(kernel + mounts),
  });
  await learnAll(home, join(home, 'decks'));
  const kartei = async (...words: string[]) => runCommand(words, { cwd: home });
  const learnedCards = async (): Promise<number> => {
    const { out } = await kartei('list', './decks', '--json');
    const { cards } = JSON.parse(out) as { cards: readonly { readonly stability: number | null }[] };
    return cards.filter(({ stability }) => stability !== null).length;
  };
  return { home, deck: join(home, 'decks/system.md'), kartei, learnedCards };
}

test('edited cards keep their progress, and one undo takes the pairing back for good', async () => {
  const { deck, kartei, learnedCards } = await learned();
  writeFileSync(deck, deckOf(kernel.replace('prints', 'shows') + mounts.replace('Where', 'In which file')));
  const seen = await kartei('due', '--deck', './decks');
  expect(seen.out).toContain('2 cards were edited, their progress is kept.');
  expect(await learnedCards()).toBe(2);
  expect((await kartei('due', '--deck', './decks')).out).not.toContain('edited');
  await kartei('undo');
  expect(await learnedCards()).toBe(0);
  expect((await kartei('due', '--deck', './decks')).out).not.toContain('edited');
  expect(await learnedCards()).toBe(0);
});

test('a renamed file keeps the progress of its cards', async () => {
  const { deck, home, kartei, learnedCards } = await learned();
  renameSync(deck, join(home, 'decks/kernel.md'));
  await kartei('due', '--deck', './decks');
  expect(await learnedCards()).toBe(2);
});

test('cards that went and came back have their progress', async () => {
  const { deck, kartei, learnedCards } = await learned();
  writeFileSync(deck, deckOf(mounts));
  await kartei('due', '--deck', './decks');
  expect(await learnedCards()).toBe(1);
  writeFileSync(deck, deckOf(kernel + mounts));
  expect(await learnedCards()).toBe(2);
});
