import { dirname, join } from 'node:path';
import { hour } from '../../core/schedule/time.ts';
import { crc32Hex } from '../../core/text/hash.ts';
import { syncFolder } from '../make-folders.ts';
import { type JournalPath, journalFiles, readBytes } from './journal-files.ts';
import { snapshotName } from './snapshot.ts';
import { type BackupOptions, takeSnapshot } from './take-snapshot.ts';
import { writeNewFile } from './write-new-file.ts';

export interface Sealed {
  readonly months: number;
  /** Files that were joined into others. */
  readonly files: number;
}

const rested = 48 * hour;
/** What an interrupted run has joined is ready for the next one at once. */
const sealedName = /-sealed-[0-9a-f]{8}\.jsonl$/u;

/**
 * Joins this device's files of each past month into one, byte for byte. The joined file is on the disk and was read
 * back before any part of it is removed, so at every moment each record lies in at least one file; after an
 * interruption some lie in two and count once, and the next run ends what was begun.
 */
export function sealMonths(options: BackupOptions & { readonly device: string }): Sealed {
  const { fileSystem, progress, now, device } = options;
  const thisMonth = snapshotName(now).slice(0, 6);
  const months = new Map<string, JournalPath[]>();
  for (const file of journalFiles(fileSystem, progress)) {
    const [, folder, month] = /^devices\/([^/]+)\/\d{4}\/(\d{6})[^/]*$/u.exec(file.path) ?? [];
    const isClosed = now - file.status.modified > rested || sealedName.test(file.path);
    if (folder !== device || month === undefined || month >= thisMonth || !isClosed) continue;
    const key = `${dirname(file.path)}/${month}`;
    months.set(key, [...(months.get(key) ?? []), file]);
  }
  const many = [...months].filter(([, files]) => files.length > 1);
  if (many.length > 0) takeSnapshot(options, 'seal');
  let files = 0;
  for (const [month, parts] of many) files += sealMonth(options, month, parts);
  return { months: many.length, files };
}

/** The number of files that went into another one. */
function sealMonth(options: BackupOptions, month: string, parts: readonly JournalPath[]): number {
  const { fileSystem, progress } = options;
  const texts = parts.map(({ path }) => ({ path, bytes: readBytes(fileSystem, join(progress, path)) }));
  const content = joined(texts.map(({ bytes }) => bytes));
  const sealed = `${month}-sealed-${crc32Hex(content.toString('latin1'))}.jsonl`;
  const target = join(progress, sealed);
  if (!parts.some(({ path }) => path === sealed)) writeNewFile(fileSystem, target, content, options.tag);
  if (!readBytes(fileSystem, target).equals(content)) {
    throw Object.assign(new Error(`${target} reads back differently`), { code: 'EIO' });
  }
  const gone = texts.filter(({ path }) => path !== sealed);
  for (const { path } of gone) fileSystem.remove(join(progress, path));
  syncFolder(fileSystem, dirname(target));
  return gone.length;
}

/**
 * The lines of all files, those of the first sealed file first. A file all of whose lines came before is left out: it
 * is what an interruption left behind. A torn tail stays, and the empty line after it says that it was one.
 */
function joined(files: readonly Buffer[]): Buffer {
  const seen = new Set<string>();
  const pieces: string[] = [];
  const largestFirst = files.map((bytes) => bytes.toString('latin1')).sort((a, b) => b.length - a.length);
  for (const text of largestFirst) {
    const lines = text.split('\n').filter((line) => line !== '');
    if (lines.every((line) => seen.has(line))) continue;
    for (const line of lines) seen.add(line);
    pieces.push(text.endsWith('\n') || text === '' ? text : `${text}\n\n`);
  }
  return Buffer.from(pieces.join(''), 'latin1');
}
