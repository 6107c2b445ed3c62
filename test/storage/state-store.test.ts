import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import type { Json } from '../../src/storage/state-envelope.ts';
import { createStateStore, type StateStore } from '../../src/storage/state-store.ts';
import { failingFileSystem } from '../support/failing-file-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function places(): { state: string; quarantine: string } {
  const folder = temporaryFolder();
  return { state: join(folder, 'state'), quarantine: join(folder, 'data', 'quarantine') };
}

const open = (at: { state: string; quarantine: string }): StateStore =>
  createStateStore({ fileSystem: diskFileSystem, ...at });
const summary = { watermark: [['', 1]], counts: {} };
const deckA: Json = [
  ['__proto__', 1, 2],
  ['constructor', 3],
  ['1.2.3', null],
  ['', 'é'],
];

describe('the stored state', () => {
  it('comes back as it was written, whatever the ids', async () => {
    const at = places();
    expect(await open(at).write({ summary, decks: new Map([['a', deckA]]) })).toBe('written');
    const store = open(at);
    expect(store.readSummary()).toEqual({ kind: 'sound', content: summary });
    expect(store.readDeck('a')).toEqual({ kind: 'sound', content: deckA });
    expect(store.readDeck('b')).toEqual({ kind: 'missing' });
  });

  it('takes the place of a pipe that nobody has read from', async () => {
    const at = places();
    const decks = new Map([['a', deckA]]);
    await open(at).write({ summary, decks });
    for (const name of readdirSync(at.state)) {
      rmSync(join(at.state, name));
      execFileSync('mkfifo', [join(at.state, name)]);
    }
    expect(await open(at).write({ summary, decks })).toBe('written');
    const store = open(at);
    expect(store.readSummary()).toEqual({ kind: 'sound', content: summary });
    expect(store.readDeck('a')).toEqual({ kind: 'sound', content: deckA });
  });

  it('is missing at first', () => {
    expect(open(places()).readSummary()).toEqual({ kind: 'missing' });
  });

  it('keeps decks that did not change', async () => {
    const at = places();
    await open(at).write({
      summary,
      decks: new Map<string, Json>([
        ['a', deckA],
        ['b', [1]],
      ]),
    });
    const second = open(at);
    second.readSummary();
    await second.write({ summary: [2], decks: new Map([['b', [2]]]) });
    const third = open(at);
    expect(third.readSummary()).toEqual({ kind: 'sound', content: [2] });
    expect(third.readDeck('a')).toEqual({ kind: 'sound', content: deckA });
    expect(third.readDeck('b')).toEqual({ kind: 'sound', content: [2] });
  });

  it('is set aside at each cut and flipped byte, never taken for the truth', async () => {
    const at = places();
    await open(at).write({ summary, decks: new Map() });
    const path = join(at.state, 'summary.json');
    const good = readFileSync(path);
    for (let i = 0; i < good.length; i++) {
      const flipped = Buffer.from(good);
      flipped[i] = (flipped[i] ?? 0) ^ 4;
      for (const bad of [good.subarray(0, i), flipped]) {
        writeFileSync(path, bad);
        const found = open(at).readSummary();
        expect(['quarantined', 'newer']).toContain(found.kind);
        if (found.kind === 'quarantined') expect(existsSync(found.movedTo ?? '')).toBe(true);
        rmSync(path, { force: true });
      }
    }
  });

  it('is kept in quarantine, the newest twenty of its kind', async () => {
    const at = places();
    const setAside = async (age: number): Promise<string> => {
      await open(at).write({ summary: [age], decks: new Map([['a', [age]]]) });
      const path = join(at.state, 'summary.json');
      writeFileSync(path, `${age}`);
      utimesSync(path, Date.now() / 1000 - age, Date.now() / 1000 - age);
      const found = open(at).readSummary();
      return found.kind === 'quarantined' ? basename(found.movedTo ?? '') : found.kind;
    };
    mkdirSync(at.quarantine, { recursive: true });
    writeFileSync(join(at.quarantine, 'summary-of-mine.txt'), '');
    writeFileSync(join(at.quarantine, 'deck-a1b2c3d4e5f6-00000000.json'), '');
    const names: string[] = [];
    for (let age = 30; age > 0; age--) names.push(await setAside(age * 60));
    expect(new Set(names).size).toBe(30);
    expect(readdirSync(at.quarantine).sort()).toEqual(
      ['deck-a1b2c3d4e5f6-00000000.json', ...names.slice(10), 'summary-of-mine.txt'].sort(),
    );
  });

  it('does not mistake one deck for another', async () => {
    const at = places();
    await open(at).write({
      summary,
      decks: new Map([
        ['a', [1]],
        ['b', [2]],
      ]),
    });
    const [a = '', b = ''] = readdirSync(at.state).filter((name) => name.startsWith('deck-'));
    writeFileSync(join(at.state, a), readFileSync(join(at.state, b)));
    const store = open(at);
    store.readSummary();
    expect([store.readDeck('a').kind, store.readDeck('b').kind].sort()).toEqual(['quarantined', 'sound']);
  });

  it('is stale when a deck is older, newer or gone than the summary says', async () => {
    const at = places();
    await open(at).write({ summary, decks: new Map([['a', [1]]]) });
    const [name = ''] = readdirSync(at.state).filter((file) => file.startsWith('deck-'));
    const old = readFileSync(join(at.state, name));
    await open(at).write({ summary, decks: new Map([['a', [2]]]) });
    writeFileSync(join(at.state, name), old);
    const store = open(at);
    store.readSummary();
    expect(store.readDeck('a')).toEqual({ kind: 'stale' });
    rmSync(join(at.state, name));
    expect(store.readDeck('a')).toEqual({ kind: 'stale' });
  });

  it('of a newer program is neither touched nor written over', async () => {
    const at = places();
    const path = join(at.state, 'summary.json');
    mkdirSync(at.state, { recursive: true });
    writeFileSync(path, '{"format":2,"all":"new"}');
    const store = open(at);
    expect(store.readSummary()).toEqual({ kind: 'newer' });
    expect(await store.write({ summary, decks: new Map() })).toBe('newer');
    expect(readFileSync(path, 'utf8')).toBe('{"format":2,"all":"new"}');
  });

  it('that cannot be written is no reason to stop', async () => {
    const at = places();
    writeFileSync(at.state, 'a file where the folder should be');
    expect(await open(at).write({ summary, decks: new Map() })).toBe('failed');
  });

  it('of a thousand decks comes back, and is stale or set aside when a power cut takes one', async () => {
    const at = places();
    const decks = new Map<string, Json>(Array.from({ length: 1000 }, (_, i) => [`deck ${i}`, [i]]));
    expect(await open(at).write({ summary, decks })).toBe('written');
    const store = open(at);
    expect(store.readSummary().kind).toBe('sound');
    for (const [deck, content] of decks) expect(store.readDeck(deck)).toEqual({ kind: 'sound', content });
    const files = readdirSync(at.state).filter((name) => name.startsWith('deck-'));
    expect(files).toHaveLength(1000);
    files.forEach((name, i) => {
      if (i % 2 === 0) writeFileSync(join(at.state, name), '');
      else rmSync(join(at.state, name));
    });
    const kinds = [...decks.keys()].map((deck) => store.readDeck(deck).kind);
    expect(new Set(kinds)).toEqual(new Set(['quarantined', 'stale']));
  });

  it('is not written where one of a thousand decks was refused', async () => {
    const at = places();
    const decks = new Map<string, Json>(Array.from({ length: 1000 }, (_, i) => [`deck ${i}`, [i]]));
    for (const call of ['create', 'write', 'rename'] as const) {
      const full = failingFileSystem([{ call, from: 500, to: Number.POSITIVE_INFINITY, code: 'ENOSPC' }]);
      const store = createStateStore({ fileSystem: full, ...at });
      expect(await store.write({ summary, decks })).toBe('failed');
      expect(full.stillOpen.size).toBe(0);
      expect(open(at).readSummary()).toEqual({ kind: 'missing' });
    }
  });

  it('says when the disk took less than it was given', async () => {
    const at = places();
    const short = {
      ...diskFileSystem,
      status: (path: string) => ({ ...diskFileSystem.status(path), size: 12 }),
    };
    const store = createStateStore({ fileSystem: short, ...at });
    expect(await store.write({ summary, decks: new Map() })).toBe('failed');
    expect(existsSync(at.quarantine)).toBe(false);
  });

  it('replaces a broken store', async () => {
    const at = places();
    mkdirSync(at.state, { recursive: true });
    writeFileSync(join(at.state, 'summary.json'), '{"cut');
    expect(await open(at).write({ summary, decks: new Map() })).toBe('written');
    expect(open(at).readSummary().kind).toBe('sound');
  });
});
