import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/history/entry.ts';
import { createFileJournal } from '../../src/storage/file-journal.ts';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.ts';
import type { Journal } from '../../src/storage/journal.ts';
import { createMemoryJournal } from '../../src/storage/memory-journal.ts';
import { readJournal } from '../../src/storage/read-journal.ts';
import { SaveError } from '../../src/storage/save-error.ts';
import { failingFileSystem } from '../support/failing-file-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { review } from './example-review.ts';

const device = 'a1b2c3d4';
const start = Date.UTC(2026, 10, 21, 9, 30);
const hour = 3_600_000;

function fileJournal(progress: string, fileSystem: FileSystem = diskFileSystem): Journal {
  let drawn = 0;
  const randomHex = (): string => (0x46a721fc + drawn++).toString(16);
  return createFileJournal({ fileSystem, progress, device, app: '0.1.0', randomHex });
}

const readBack = (progress: string): readonly Entry[] =>
  readJournal({ fileSystem: diskFileSystem, progress, now: start })
    .segments.flatMap((segment) => segment.entries)
    .filter((entry) => entry.kind !== 'segment');

const cardsOf = (entries: readonly Entry[]): readonly string[] =>
  entries.map((entry) => (entry.kind === 'review' ? entry.card : entry.kind));

describe.each([
  [
    'the memory journal',
    () => {
      const journal = createMemoryJournal(device);
      return { journal, kept: () => journal.entries };
    },
  ],
  [
    'the file journal',
    () => {
      const progress = temporaryFolder();
      return { journal: fileJournal(progress), kept: () => readBack(progress) };
    },
  ],
])('%s', (_, open) => {
  it('keeps what it returns, in order', () => {
    const { journal, kept } = open();
    const first = journal.append([review('a'), { kind: 'note', text: 'é' }], { now: start, tz: 60 });
    const second = journal.append([review('b')], { now: start + 5, tz: 60 });
    expect(kept()).toEqual([...first, ...second]);
    expect(kept().map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('gives every entry an id of its own that names the device', () => {
    const { journal } = open();
    const entries = journal.append([review('a'), review('a'), review('a')], { now: start, tz: 0 });
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
    for (const { id, n } of entries) expect(id).toMatch(new RegExp(`^${device}-[0-9a-f]{8}-${n}$`));
  });

  it('never lets time go back within a run', () => {
    const { journal } = open();
    journal.append([review('a')], { now: start, tz: 0 });
    const [entry] = journal.append([review('b')], { now: start - 2 * hour, tz: 0 });
    expect(entry).toMatchObject({ t: start, wall: start - 2 * hour });
  });

  it("puts a review after the card's last one, also when another machine's clock runs ahead", () => {
    const { journal } = open();
    const [entry] = journal.append([review('a')], { now: start, tz: 0, notBefore: start + hour });
    expect(entry).toMatchObject({ t: start + hour, wall: start });
  });

  it('is not poisoned by one event from 2099', () => {
    const { journal } = open();
    journal.append([review('a')], { now: start, tz: 0 });
    journal.append([review('a')], { now: Date.UTC(2099, 0), tz: 0 });
    const [entry] = journal.append([review('b')], { now: start + 1, tz: 0, notBefore: Date.UTC(2099, 0) });
    expect(entry?.t).toBe(start + 1);
    expect(entry?.wall).toBeUndefined();
  });

  it('leaves the wall clock out when it is off by a second or less', () => {
    const { journal } = open();
    journal.append([review('a')], { now: start, tz: 0 });
    const [entry] = journal.append([review('b')], { now: start - 1000, tz: 0 });
    expect(entry?.t).toBe(start);
    expect(entry).not.toHaveProperty('wall');
  });

  it('refuses a happening that could not be read back', () => {
    const { journal, kept } = open();
    const broken = { ...review('a'), memory: [Number.NaN, 1, 2, start] as const };
    expect(() => journal.append([broken], { now: start, tz: 0 })).toThrow(/not a sound review/);
    expect(kept()).toEqual([]);
  });

  it('refuses an instant that could not be read back', () => {
    const { journal, kept } = open();
    expect(() => journal.append([review('a')], { now: Number.NaN, tz: 0 })).toThrow(/not a sound review/);
    expect(kept()).toEqual([]);
  });

  it('keeps the ids of what is tried again', () => {
    const { journal, kept } = open();
    const entries = createMemoryJournal('ffffffff').append([review('a')], { now: start, tz: 0 });
    expect(journal.retry(entries).map(({ id }) => id)).toEqual(['ffffffff-00000000-1']);
    expect(kept().map(({ id }) => id)).toEqual(['ffffffff-00000000-1']);
  });
});

describe('the file of a journal', () => {
  it('is named by device, year and start, and is for its owner alone', () => {
    const progress = temporaryFolder();
    fileJournal(progress).append([review('a')], { now: start, tz: 0 });
    const path = join(progress, 'devices', device, '2026', '20261121T093000Z-46a721fc.jsonl');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').split('\n')[0]).toMatch(
      /^\{"id":"a1b2c3d4-46a721fc-0","n":0,.*"kind":"segment","format":1,"app":"0.1.0","device":"a1b2c3d4"/,
    );
    expect(readFileSync(join(progress, '.gitattributes'), 'utf8')).toBe('*.jsonl -text\n');
  });

  it('is made by the first event, not before', () => {
    const progress = temporaryFolder();
    const journal = fileJournal(progress);
    journal.append([], { now: start, tz: 0 });
    journal.close();
    expect(readdirSync(progress)).toEqual([]);
  });

  it('is another one after a day of rest, so that readers may take the old one for finished', () => {
    const progress = temporaryFolder();
    const journal = fileJournal(progress);
    journal.append([review('a')], { now: start, tz: 0 });
    journal.append([review('b')], { now: start + 24 * hour, tz: 0 });
    journal.append([review('c')], { now: start + 49 * hour, tz: 0 });
    expect(readdirSync(join(progress, 'devices', device, '2026'))).toHaveLength(2);
    expect(cardsOf(readBack(progress))).toEqual(['a', 'b', 'c']);
  });

  it('costs a rating one write and one sync, however many came before', () => {
    const disk = failingFileSystem();
    const journal = fileJournal(temporaryFolder(), disk);
    journal.append([review('a')], { now: start, tz: 0 });
    expect(disk.calls).toMatchObject({ write: 2, syncContent: 1, makeFolder: 5 });
    for (let i = 0; i < 20; i++) {
      disk.order.length = 0;
      journal.append([review('b')], { now: start + i, tz: 0 });
      expect(disk.order).toEqual(['write', 'syncContent']);
    }
  });

  it('survives being written a few bytes at a time', () => {
    const progress = temporaryFolder();
    const journal = fileJournal(progress, failingFileSystem([], 3));
    const entries = journal.append([review('日本'), review('b')], { now: start, tz: 0 });
    expect(readBack(progress)).toEqual(entries);
  });
});

/** Rates ten cards, trying each again until it is saved or twice more; returns what was acknowledged. */
function rateTen(journal: Journal): { saved: Entry[]; failed: number } {
  const saved: Entry[] = [];
  let failed = 0;
  const attempt = (save: () => readonly Entry[], left: number): void => {
    try {
      saved.push(...save());
    } catch (error) {
      if (!(error instanceof SaveError)) throw error;
      failed++;
      if (left > 0) attempt(() => journal.retry(error.pending), left - 1);
    }
  };
  for (let i = 0; i < 10; i++) {
    attempt(() => journal.append([review(`card-${i}`)], { now: start + i * 1000, tz: 0 }), 2);
  }
  return { saved, failed };
}

describe('when the disk fails', () => {
  const codes = ['ENOSPC', 'EIO', 'EROFS'];
  const calls = ['create', 'openFolder', 'write', 'syncContent', 'sync', 'truncate', 'makeFolder'] as const;
  const faults = calls.flatMap((call) =>
    Array.from({ length: call === 'write' || call === 'syncContent' ? 12 : 6 }, (_, i) => i + 1).flatMap(
      (from) => {
        const code = codes[from % codes.length] ?? 'EIO';
        return [
          { call, from, to: from, code },
          { call, from, to: Infinity, code },
        ];
      },
    ),
  );

  it.each(faults)(
    '$call $from to $to with $code: nothing acknowledged is lost, nothing else is acknowledged',
    (fault) => {
      const progress = temporaryFolder();
      const truncateFails = { call: 'truncate', from: 1, to: Infinity, code: fault.code } as const;
      for (const [i, also] of [[], [truncateFails]].entries()) {
        const folder = join(progress, String(i));
        const disk = failingFileSystem([fault, ...also]);
        const journal = fileJournal(folder, disk);
        const { saved, failed } = rateTen(journal);
        journal.close();
        expect(disk.stillOpen.size).toBe(0);
        const kept = new Map(readBack(folder).map((entry) => [entry.id, entry]));
        for (const entry of saved) expect(kept.get(entry.id)).toMatchObject({ kind: 'review', t: entry.t });
        expect(new Set(saved.map(({ id }) => id)).size).toBe(saved.length);
        if (fault.to === fault.from) {
          expect({ cards: cardsOf(saved).length, failed }).toEqual({ cards: 10, failed: 0 });
          expect(kept.size).toBe(10);
        }
        if (also.length === 0 && fault.call !== 'truncate') expect(kept.size).toBe(saved.length);
      }
    },
  );

  it('syncs again what a failed attempt left unsynced', () => {
    const disk = failingFileSystem([{ call: 'sync', from: 1, to: 1, code: 'EIO' }]);
    fileJournal(temporaryFolder(), disk).append([review('a')], { now: start, tz: 0 });
    const foldersWithNewNames = 4;
    expect(disk.calls.sync).toBe(1 + foldersWithNewNames);
  });

  it('says what failed and where, and that it is not saved', () => {
    const progress = temporaryFolder();
    const disk = failingFileSystem([{ call: 'syncContent', from: 1, to: Infinity, code: 'ENOSPC' }]);
    try {
      fileJournal(progress, disk).append([review('a')], { now: start, tz: 0 });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(SaveError);
      expect(error).toMatchObject({ failure: 'disk-full', message: expect.stringContaining('NOT SAVED') });
      expect(error).toMatchObject({ message: expect.stringContaining(progress) });
    }
  });

  it('works again once the disk does, and records what was pending once', () => {
    const progress = temporaryFolder();
    const disk = failingFileSystem([
      { call: 'syncContent', from: 2, to: 3, code: 'EIO' },
      { call: 'truncate', from: 1, to: Infinity, code: 'EIO' },
    ]);
    const journal = fileJournal(progress, disk);
    journal.append([review('a')], { now: start, tz: 0 });
    let pending: readonly Entry[] = [];
    try {
      journal.append([review('b')], { now: start + 1, tz: 0 });
    } catch (error) {
      if (error instanceof SaveError) pending = error.pending;
    }
    journal.retry(pending);
    journal.append([review('c')], { now: start + 2, tz: 0 });
    expect([...new Set(cardsOf(readBack(progress)))].sort()).toEqual(['a', 'b', 'c']);
    expect(new Set(readBack(progress).map(({ id }) => id)).size).toBe(3);
  });
});
