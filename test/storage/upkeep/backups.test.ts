import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFileSystem } from '../../../src/storage/file-system.ts';
import { journalFiles } from '../../../src/storage/upkeep/journal-files.ts';
import { restoreSnapshot } from '../../../src/storage/upkeep/restore-snapshot.ts';
import { sealMonths } from '../../../src/storage/upkeep/seal-months.ts';
import { copiesFolder, readSnapshot, snapshotNames } from '../../../src/storage/upkeep/snapshot.ts';
import {
  brokenCopies,
  dueSnapshot,
  snapshotSteps,
  takeSnapshot,
} from '../../../src/storage/upkeep/take-snapshot.ts';
import { type ChangingCall, changingCalls, failingFileSystem } from '../../support/failing-file-system.ts';
import { backupTo, idsFound, recordAt, today } from '../../support/recorded-home.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const day = 86_400_000;

/** A journal of three processes: two of last month, one of today. */
function home() {
  const folder = temporaryFolder();
  const progress = join(folder, 'progress');
  const entries = [40, 38, 0].flatMap((age) => recordAt(progress, today - age * day, 5));
  return { folder, progress, ids: new Set(entries.map(({ id }) => id)) };
}

const filesOf = (progress: string): readonly string[] =>
  journalFiles(diskFileSystem, progress).map(({ path }) => path);

describe('a snapshot', () => {
  test('holds every record, and copies a closed file once', () => {
    const { folder, progress } = home();
    const first = takeSnapshot(backupTo(folder), 'daily');
    expect(first?.files.map(({ path }) => path)).toEqual(filesOf(progress));
    const copies = readdirSync(copiesFolder(join(folder, 'backups')));
    const calls = failingFileSystem();
    takeSnapshot({ ...backupTo(folder, calls), now: today + 1000 }, 'asked');
    expect(readdirSync(copiesFolder(join(folder, 'backups')))).toEqual(copies);
    // The list of files, and nothing else.
    expect(calls.calls.create).toBe(1);
  });

  test('that was interrupted is none, and the next one copies only what is missing', () => {
    const { folder, progress, ids } = home();
    const steps = snapshotSteps(backupTo(folder), 'daily');
    for (const _ of [1, 2]) expect(steps.next().done).toBe(false);
    steps.return(undefined);
    expect(snapshotNames(diskFileSystem, join(folder, 'backups'))).toEqual([]);
    expect(dueSnapshot(backupTo(folder))).toBe('daily');
    const calls = failingFileSystem();
    const snapshot = takeSnapshot(backupTo(folder, calls), 'daily');
    // The copy of the third file, and the list.
    expect(calls.calls.create).toBe(2);
    if (snapshot === undefined) throw new Error('no snapshot');
    rmSync(progress, { recursive: true });
    restoreSnapshot(backupTo(folder), snapshot);
    expect(idsFound(progress)).toEqual(ids);
  });

  test('names its copies only when their names are on the disk', () => {
    const { folder } = home();
    const calls = failingFileSystem();
    takeSnapshot(backupTo(folder, calls), 'daily');
    const list = calls.order.lastIndexOf('create');
    const lastCopy = calls.order.lastIndexOf('rename', list);
    expect(calls.order.slice(lastCopy + 1, list)).toContain('sync');
  });

  test('is not named when the copy reads back differently', () => {
    const { folder } = home();
    const forgetful = { ...diskFileSystem, write: (_: number, bytes: Uint8Array) => bytes.length };
    expect(() => takeSnapshot(backupTo(folder, forgetful), 'daily')).toThrow(/reads back differently/u);
    expect(snapshotNames(diskFileSystem, join(folder, 'backups'))).toEqual([]);
  });

  test('is due once a day, and before a new version of the program goes on', () => {
    const { folder } = home();
    const options = backupTo(folder);
    expect(dueSnapshot(options)).toBe('daily');
    takeSnapshot(options, 'daily');
    expect(dueSnapshot(options)).toBeUndefined();
    expect(dueSnapshot({ ...options, app: '0.2.0' })).toBe('upgrade');
    expect(dueSnapshot({ ...options, now: today + day })).toBe('daily');
  });

  test('with a damaged copy says so, and brings back the rest', () => {
    const { folder, progress, ids } = home();
    const options = backupTo(folder);
    const snapshot = takeSnapshot(options, 'daily');
    if (snapshot === undefined) throw new Error('no snapshot');
    writeFileSync(join(copiesFolder(options.backups), `${snapshot.files[0]?.sum}.jsonl`), 'damaged');
    expect(brokenCopies(diskFileSystem, options.backups, snapshot)).toEqual([snapshot.files[0]]);
    rmSync(progress, { recursive: true });
    expect(restoreSnapshot(options, snapshot).broken).toEqual([snapshot.files[0]?.path]);
    expect(idsFound(progress).size).toBe(ids.size - 5);
  });

  test('whose list names a path outside is no snapshot', () => {
    const { folder } = home();
    const options = backupTo(folder);
    const name = takeSnapshot(options, 'daily')?.name ?? '';
    const path = join(options.backups, 'snapshots', `${name}.json`);
    for (const evil of ['../../evil.jsonl', '/etc/evil.jsonl', '.git/hooks/evil.jsonl', 'devices//x.jsonl']) {
      const list = JSON.parse(readFileSync(path, 'utf8'));
      list.content.files[0].path = evil;
      writeFileSync(path, JSON.stringify(list));
      expect(readSnapshot(diskFileSystem, options.backups, name)).toBeUndefined();
    }
  });
});

describe('restoring', () => {
  test('is a union: what came since stays, what went comes back, nothing is touched', () => {
    const { folder, progress, ids } = home();
    const options = backupTo(folder);
    const snapshot = takeSnapshot(options, 'daily');
    const [lost = '', cut = ''] = filesOf(progress);
    rmSync(join(progress, lost));
    writeFileSync(join(progress, cut), 'all gone\n');
    const newer = recordAt(progress, today + 5000, 3);
    if (snapshot === undefined) throw new Error('no snapshot');
    expect(restoreSnapshot(options, snapshot)).toMatchObject({ records: 12, broken: [] });
    expect(idsFound(progress)).toEqual(new Set([...ids, ...newer.map(({ id }) => id)]));
    expect(readFileSync(join(progress, cut), 'utf8')).toBe('all gone\n');
    expect(restoreSnapshot(options, snapshot)).toEqual({ records: 0, files: [], broken: [] });
  });

  test('brings nothing back that was sealed since', () => {
    const { folder, progress } = home();
    const options = backupTo(folder);
    const snapshot = takeSnapshot(options, 'daily');
    sealMonths({ ...options, device: 'a1b2c3d4' });
    const sealed = filesOf(progress);
    if (snapshot === undefined) throw new Error('no snapshot');
    expect(restoreSnapshot(options, snapshot).records).toBe(0);
    expect(filesOf(progress)).toEqual(sealed);
  });
});

describe('sealing', () => {
  test('joins the closed months of this device alone, torn tails and unknown lines with them', () => {
    const { folder, progress, ids } = home();
    recordAt(progress, today - 40 * day, 2, 'ffffffff');
    const [first = ''] = filesOf(progress);
    appendFileSync(join(progress, first), '{"id":"torn');
    const options = { ...backupTo(folder), now: Date.now() + 60 * day, device: 'a1b2c3d4' };
    expect(sealMonths(options).months).toBeGreaterThan(0);
    expect(filesOf(progress).filter((path) => path.includes('-sealed-'))).toHaveLength(1);
    expect(filesOf(progress).filter((path) => path.includes('ffffffff'))).toHaveLength(1);
    expect([...ids].filter((id) => !idsFound(progress).has(id))).toEqual([]);
    expect(sealMonths(options)).toEqual({ months: 0, files: 0 });
  });
});

const failures = changingCalls.flatMap((call) =>
  [1, 2, 3, 4, 5, 6].flatMap((from) =>
    [from, Number.POSITIVE_INFINITY].map((to): [ChangingCall, number, number] => [call, from, to]),
  ),
);

describe('whatever fails, at whatever moment', () => {
  test.each(failures)(
    '%s fails from number %d to %d: nothing is lost, and the next run ends the work',
    (call, from, to) => {
      const { folder, progress, ids } = home();
      const fault = { call, from, to, code: 'ENOSPC' };
      const attempt = (perform: (options: ReturnType<typeof backupTo>) => unknown): void => {
        try {
          perform(backupTo(folder, failingFileSystem([fault])));
        } catch (error) {
          expect(error).toMatchObject({ code: 'ENOSPC' });
        }
        expect([...ids].filter((id) => !idsFound(progress).has(id))).toEqual([]);
      };
      attempt((options) => takeSnapshot(options, 'daily'));
      const snapshot = takeSnapshot(backupTo(folder), 'daily');
      if (snapshot === undefined) throw new Error('no snapshot');
      attempt((options) => sealMonths({ ...options, device: 'a1b2c3d4' }));
      sealMonths({ ...backupTo(folder), device: 'a1b2c3d4' });
      expect(filesOf(progress)).toHaveLength(2);
      expect(idsFound(progress)).toEqual(ids);
      rmSync(progress, { recursive: true });
      try {
        restoreSnapshot(backupTo(folder, failingFileSystem([fault])), snapshot);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
      }
      restoreSnapshot(backupTo(folder), snapshot);
      expect(idsFound(progress)).toEqual(ids);
    },
  );
});
