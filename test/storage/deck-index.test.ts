import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IndexedCollection } from '../../src/core/decks/indexed-deck.ts';
import { minute } from '../../src/core/schedule/time.ts';
import { DeckIndex } from '../../src/storage/deck-index.ts';
import { loadDeckReader } from '../../src/storage/deck-reader.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

beforeAll(loadDeckReader);

const deck = (title: string, ...cards: readonly string[]): string =>
  `---\ndeck: ${title}\n---\n\n${cards.join('\n')}`;
const card = (id: string, answer = 'right', more = ''): string =>
  `## What is ${id}?\n\n<!-- id: ${id}${more} -->\n\n\`\`\`answer literal\n${answer}\n\`\`\`\n`;

interface Place {
  readonly root: string;
  readonly cache: string;
}

function place(files: Readonly<Record<string, string>>): Place {
  const folder = temporaryFolder(files);
  return { root: join(folder, 'decks'), cache: join(folder, 'cache') };
}

/** As seen a minute from now, when no file is fresh any more. */
const open = ({ root, cache }: Place, build = '1'): DeckIndex =>
  new DeckIndex(root, { cache, build, now: () => Date.now() + minute });

const two = () =>
  place({
    'decks/.kartei.yaml': 'name: mine\n',
    'decks/a.md': deck('A', card('one'), card('two', 'right', ', facts: [F1]')),
    'decks/a.de.md': deck('Ah', card('one')),
    'decks/sub/b.md': deck('B', card('three', 'right', ', retired: true'), card('four')),
    'decks/README.md': '# No deck\n',
  });

function indexed(at: Place): void {
  const index = open(at);
  index.read();
  index.write();
}

const seen = (collection: IndexedCollection | undefined) =>
  collection?.decks.map(
    ({ id, title, marks }) =>
      `${id} ${title} ${marks()
        .map((mark) => mark.id)
        .join(' ')}`,
  );

describe('a collection that was indexed', () => {
  it('is known again without a parser', () => {
    const at = two();
    indexed(at);
    const warm = open(at).readWarm();
    expect(warm?.name).toBe('mine');
    expect(seen(warm)).toEqual(['a A one two', 'sub/b B three four']);
    expect(warm?.decks.map(({ askable }) => askable)).toEqual([2, 1]);
    expect(warm?.decks[0]?.marks()[1]).toMatchObject({ fact: 'F1', retired: false, parts: [''] });
    expect(warm?.decks[1]?.marks()[0]?.retired).toBe(true);
  });

  it('is the same as one that was parsed just now', () => {
    const at = two();
    const cold = open(at).read();
    indexed(at);
    const warm = open(at).readWarm();
    const plain = (collection: IndexedCollection | undefined) =>
      JSON.parse(
        JSON.stringify({
          ...collection,
          decks: collection?.decks.map((one) => ({ ...one, all: one.marks() })),
        }),
      );
    expect(plain(warm)).toEqual(plain(cold));
  });

  it('gives the cards of a deck when they are asked for', () => {
    const at = two();
    indexed(at);
    const loaded = open(at).readWarm()?.decks[0]?.load();
    expect(loaded?.base.deck.cards.map(({ prompt }) => prompt)).toEqual(['What is one?', 'What is two?']);
    expect([...(loaded?.translations.keys() ?? [])]).toEqual(['de']);
  });
});

describe('what has changed since is seen', () => {
  const changes: Readonly<Record<string, readonly [(root: string) => void, readonly string[]]>> = {
    'an edited deck': [
      (root) => writeFileSync(join(root, 'a.md'), deck('A', card('one'), card('new'))),
      ['a A one new', 'sub/b B three four'],
    ],
    'an edited translation': [
      (root) => writeFileSync(join(root, 'a.de.md'), deck('Ah', card('two'))),
      ['a A one two', 'sub/b B three four'],
    ],
    'a new deck': [
      (root) => writeFileSync(join(root, 'c.md'), deck('C', card('five'))),
      ['a A one two', 'c C five', 'sub/b B three four'],
    ],
    'a removed deck': [(root) => rmSync(join(root, 'sub/b.md')), ['a A one two']],
    'a renamed deck': [
      (root) => renameSync(join(root, 'a.md'), join(root, 'z.md')),
      ['a Ah one', 'sub/b B three four', 'z A one two'],
    ],
    'a deck that took the id of another one': [
      (root) => writeFileSync(join(root, 'sub/b.md'), `---\ndeck: B\nid: a\n---\n\n${card('three')}`),
      ['a A one two'],
    ],
    'settings that leave a folder out': [
      (root) => writeFileSync(join(root, '.kartei.yaml'), 'name: mine\nignore: [sub]\n'),
      ['a A one two'],
    ],
    'one letter in a file of the same size and time of modification': [
      (root) => {
        const path = join(root, 'a.md');
        const { atime, mtime } = statSync(path);
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replaceAll('two', 'TWO').replace('id: TWO', 'id: owt'),
        );
        utimesSync(path, atime, mtime);
      },
      ['a A one owt', 'sub/b B three four'],
    ],
  };
  for (const [name, [change, expected]] of Object.entries(changes)) {
    it(name, () => {
      const at = two();
      indexed(at);
      change(at.root);
      const index = open(at);
      expect(seen(index.readWarm() ?? index.read())).toEqual(expected);
      index.write();
      expect(seen(open(at).readWarm())).toEqual(expected);
    });
  }

  it('a file that changes once more in the same moment', () => {
    const at = two();
    const early = new DeckIndex(at.root, { cache: at.cache, build: '1', now: Date.now });
    early.read();
    early.write();
    expect(open(at).readWarm()).toBeUndefined();
  });

  it('while the program runs', () => {
    const at = two();
    const index = open(at);
    index.read();
    writeFileSync(join(at.root, 'c.md'), deck('C', card('five')));
    expect(seen(index.read())).toContain('c C five');
  });
});

describe('an index that cannot be trusted costs no more than parsing', () => {
  const files = ({ cache }: Place) =>
    readdirSync(join(cache, 'decks')).map((name) => join(cache, 'decks', name));
  const damages: Readonly<Record<string, (path: string) => void>> = {
    gone: (path) => rmSync(path),
    cut: (path) => writeFileSync(path, readFileSync(path).subarray(0, 30)),
    empty: (path) => writeFileSync(path, ''),
    changed: (path) =>
      writeFileSync(path, readFileSync(path, 'utf8').replace('two', 'TWO').replace('"A"', '"B"')),
    longer: (path) => appendFileSync(path, '{}'),
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`when a file of it is ${name}`, () => {
      for (const which of [0, 1]) {
        const at = two();
        indexed(at);
        damage(files(at)[which] ?? '');
        const index = open(at);
        expect(seen(index.readWarm() ?? index.read())).toEqual(['a A one two', 'sub/b B three four']);
      }
    });
  }

  it('when another build wrote it', () => {
    const at = two();
    indexed(at);
    expect(open(at, '2').readWarm()).toBeUndefined();
  });

  it('when nothing can be written', () => {
    const at = { ...two(), cache: '/dev/null/cache' };
    const index = open(at);
    index.read();
    expect(() => index.write()).not.toThrow();
  });
});
