import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editorWords } from '../../../src/commands/desk/editor-words.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const names = ['vim', 'nano', 'emacs', 'hx', 'code', 'ed it', 'kak'];

/** A folder of programs that are editors by their names only. */
function editorFolder(): string {
  const folder = temporaryFolder();
  for (const name of names) {
    writeFileSync(join(folder, name), '#!/bin/sh\n');
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const wordsOf = (spelled: string, shared = false) => {
  const folder = editorFolder();
  const target = { path: '/decks/a b.md', line: 7, shared, env: { PATH: folder } };
  const command = editorWords(spelled.replace('FOLDER', folder), target);
  return command && [command.file.replace(`${folder}/`, ''), ...command.arguments];
};

describe('a card is opened at its line', () => {
  test.each([
    ['vim', ['vim', '+7', '/decks/a b.md']],
    ['nano', ['nano', '+7', '/decks/a b.md']],
    ['emacs -nw', ['emacs', '-nw', '+7', '/decks/a b.md']],
    ['hx', ['hx', '/decks/a b.md:7']],
    ['code --wait', ['code', '--wait', '--goto', '/decks/a b.md:7']],
    ["FOLDER/vim -c 'set spell'", ['vim', '-c', 'set spell', '+7', '/decks/a b.md']],
    [
      'code --wait --user-data-dir="my data"',
      ['code', '--wait', '--user-data-dir=my data', '--goto', '/decks/a b.md:7'],
    ],
    ["'ed it' -x", ['ed it', '-x', '/decks/a b.md']],
    [`vim -c "it's"`, ['vim', '-c', "it's", '+7', '/decks/a b.md']],
    [`vim -c it's`, ['vim', '-c', "it's", '+7', '/decks/a b.md']],
  ])('by %s', (spelled, words) => {
    expect(wordsOf(spelled)).toEqual(words);
  });
});

test('without a named editor a usual one opens the card, but not in the place of a named one that is missing', () => {
  expect(wordsOf(' ')).toEqual(['nano', '+7', '/decks/a b.md']);
  expect(wordsOf('vi')).toBeUndefined();
});

describe('a shared deck is opened read-only', () => {
  test.each([
    ['vim', ['vim', '-R', '+7', '/decks/a b.md']],
    ['nano', ['nano', '-v', '+7', '/decks/a b.md']],
    ['emacs -nw', ['emacs', '-nw', '+7', '/decks/a b.md', '-f', 'read-only-mode']],
    ['kak', ['kak', '-ro', '+7', '/decks/a b.md']],
  ])('by %s', (spelled, words) => {
    expect(wordsOf(spelled, true)).toEqual(words);
  });

  test('where the editor can; of others it is not said', () => {
    const target = { path: '/decks/a.md', line: 7, shared: true, env: { PATH: editorFolder() } };
    expect(editorWords('vim', target)).toMatchObject({ shared: true, readOnly: true });
    expect(editorWords('hx', target)).toMatchObject({ shared: true, readOnly: false });
  });
});

test.each(['not-there', './vim', '""', '/etc/passwd'])('%j is no editor', (spelled) => {
  expect(wordsOf(spelled)).toBeUndefined();
});
