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
import { loadedCards } from '../../src/core/decks/loaded-cards.ts';
import { minute } from '../../src/core/schedule/time.ts';
import { DeckIndex } from '../../src/storage/deck-index.ts';
import { loadDeckReader } from '../../src/storage/deck-reader.ts';
import { readDeckGroup } from '../../src/storage/read-collection.ts';
import { readFiles } from '../../src/storage/read-deck-files.ts';
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

  it('is not made again while its files are as they were', () => {
    const at = two();
    indexed(at);
    const index = open(at);
    const first = index.readWarm();
    expect(index.read()).toBe(first);
    appendFileSync(join(at.root, 'a.md'), card('five'));
    const second = index.read();
    expect(seen(second)).toEqual(['a A one two five', 'sub/b B three four']);
    expect(index.read()).toBe(second);
    writeFileSync(join(at.root, '.kartei.yaml'), 'name: other\n');
    expect(index.read().name).toBe('other');
    rmSync(join(at.root, 'sub'), { recursive: true });
    expect(seen(index.read())).toEqual(['a A one two five']);
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
    const [first] = open(at).readWarm()?.decks ?? [];
    expect(['one', 'two'].map((id) => first?.card(id)?.card.prompt)).toEqual([
      'What is one?',
      'What is two?',
    ]);
    expect([...(first?.card('one')?.languages.keys() ?? [])]).toEqual(['en', 'de']);
    expect([...(first?.card('two')?.languages.keys() ?? [])]).toEqual(['en']);
    expect(first?.card('three')).toBeUndefined();
  });

  it('gives each card as a parser of the whole deck does, with its languages and the head of its deck', () => {
    const text = readFileSync(join(import.meta.dirname, '../fixtures/every-kind.md'), 'utf8');
    const at = place({
      'decks/a.md': text.replace(/^---\n/u, '---\ntags: [x]\ncommands:\n  ls:\n    flags: [a, [b, c]]\n'),
      'decks/a.de.md': readFileSync(join(import.meta.dirname, '../fixtures/every-kind.de.md'), 'utf8'),
    });
    indexed(at);
    const [deck] = open(at).readWarm()?.decks ?? [];
    const [parsed] = readDeckGroup(at.root, '', readFiles(at.root, ['a.md', 'a.de.md'])).decks;
    const whole = loadedCards(parsed ?? expect.fail());
    expect(whole.size).toBe(5);
    for (const [id, { card, deck: of, languages }] of whole) {
      const found = deck?.card(id);
      expect(found?.card).toEqual(card);
      expect(found?.deck.base).toEqual(of.base);
      expect(found?.languages).toEqual(languages);
    }
  });

  it('gives a card as it is now when its file was changed after it was looked at', () => {
    const at = two();
    indexed(at);
    const [first] = open(at).readWarm()?.decks ?? [];
    writeFileSync(join(at.root, 'a.md'), deck('A', card('new'), card('two').replace('What', 'Who')));
    expect(first?.card('two')?.card.prompt).toBe('Who is two?');
    expect(first?.card('one')).toBeUndefined();
    expect(first?.card('new')?.card.line).toBe(5);
  });

  it('gives a card in the words of its translation as it is now', () => {
    const at = two();
    indexed(at);
    const [first] = open(at).readWarm()?.decks ?? [];
    writeFileSync(join(at.root, 'a.de.md'), deck('Ah', card('two').replace('What', 'Was')));
    expect([...(first?.card('one')?.languages.keys() ?? [])]).toEqual(['en']);
    expect(first?.card('two')?.languages.get('de')?.card.prompt).toBe('Was is two?');
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
