import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/core/history/entry.ts';
import { createFileJournal } from '../../src/storage/file-journal.ts';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.ts';
import { readJournal } from '../../src/storage/read-journal.ts';
import { journalFiles } from '../../src/storage/upkeep/journal-files.ts';
import type { BackupOptions } from '../../src/storage/upkeep/take-snapshot.ts';

export const today = Date.UTC(2026, 10, 21, 12);

let count = 0;
const hex = (): string => (++count).toString(16).padStart(8, '0');

/** Records some notes as a process would that ran at an instant, and lets the file rest since then. */
export function recordAt(progress: string, at: number, notes: number, device = 'a1b2c3d4'): readonly Entry[] {
  const journal = createFileJournal({
    fileSystem: diskFileSystem,
    progress,
    device,
    app: '0.1.0',
    randomHex: hex,
  });
  const before = new Set(journalFiles(diskFileSystem, progress).map(({ path }) => path));
  const entries = Array.from({ length: notes }, (_, i) =>
    journal.append([{ kind: 'note', text: `é ${i}` }], { now: at + i, tz: 0 }),
  ).flat();
  journal.close();
  for (const { path } of journalFiles(diskFileSystem, progress)) {
    if (!before.has(path)) utimesSync(join(progress, path), at / 1000, at / 1000);
  }
  return entries;
}

export const backupTo = (folder: string, fileSystem: FileSystem = diskFileSystem): BackupOptions => ({
  fileSystem,
  progress: join(folder, 'progress'),
  backups: join(folder, 'backups'),
  now: today,
  app: '0.1.0',
  tag: hex(),
});

export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The ids of all that a fresh start finds, first lines of files apart. */
export const idsFound = (progress: string): ReadonlySet<string> =>
  new Set(
    readJournal({ fileSystem: diskFileSystem, progress, now: today }).segments.flatMap(({ entries }) =>
      entries.filter(({ kind }) => kind !== 'segment').map(({ id }) => id),
    ),
  );
