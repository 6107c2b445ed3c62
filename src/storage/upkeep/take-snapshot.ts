import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { hour, type Instant } from '../../core/schedule/time.ts';
import { errorCode, type FileSystem } from '../file-system.ts';
import { makeFolders, syncFolder } from '../make-folders.ts';
import { removeQuietly } from '../remove-quietly.ts';
import { type JournalPath, journalFiles, readBytes } from './journal-files.ts';
import {
  copiesFolder,
  copyPath,
  encodeSnapshot,
  namesIn,
  readSnapshot,
  type Snapshot,
  type SnapshotFile,
  type SnapshotReason,
  snapshotName,
  snapshotNames,
  snapshotsFolder,
} from './snapshot.ts';
import { thinOut } from './thin-out.ts';
import { placeNewFile, writeNewFile } from './write-new-file.ts';

export interface BackupOptions {
  readonly fileSystem: FileSystem;
  readonly progress: string;
  readonly backups: string;
  readonly now: Instant;
  /** The program's version. */
  readonly app: string;
  /** Random, so that two windows do not write the same draft. */
  readonly tag: string;
}

/** As long as a reader waits until it takes a file for finished (`restedFile`). */
const rested = 48 * hour;

export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Copies what no snapshot has yet, reads the copies back, and only then writes the list that names them. A file that
 * rested long enough is never copied again. `undefined`: there is nothing to keep. Throws the system's errors.
 */
export function takeSnapshot(options: BackupOptions, why: SnapshotReason): Snapshot | undefined {
  const steps = snapshotSteps(options, why);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/**
 * The same in steps of a file each, between which keys can be heard. Whoever stops in between loses nothing: what was
 * copied is not copied again by the next one, and until the list is written it is no snapshot.
 */
export function* snapshotSteps(
  options: BackupOptions,
  why: SnapshotReason,
): Generator<undefined, Snapshot | undefined> {
  const { fileSystem, progress, backups, now, app, tag } = options;
  const found = journalFiles(fileSystem, progress);
  if (found.length === 0) return undefined;
  const names = snapshotNames(fileSystem, backups);
  const last = readSnapshot(fileSystem, backups, names.at(-1) ?? '');
  const known = new Map((last?.files ?? []).map((file) => [file.path, file]));
  makeFolders(fileSystem, copiesFolder(backups), (parent) => syncFolder(fileSystem, parent));
  const files: SnapshotFile[] = [];
  for (const file of found) {
    files.push(keepFile(options, file, known.get(file.path)));
    yield;
  }
  syncFolder(fileSystem, copiesFolder(backups));
  const name = freeName(snapshotName(now), names);
  const snapshot: Snapshot = { name, at: now, why, app, files };
  const path = join(snapshotsFolder(backups), `${name}.json`);
  writeNewFile(fileSystem, path, Buffer.from(encodeSnapshot(snapshot)), tag);
  yield;
  yield* prune(options);
  return snapshot;
}

/** Why a snapshot is due by itself: a new version of the program, or a day (UTC) without one. */
export function dueSnapshot({ fileSystem, backups, now, app }: BackupOptions): SnapshotReason | undefined {
  const newest = snapshotNames(fileSystem, backups).at(-1);
  if (newest === undefined) return 'daily';
  if (readSnapshot(fileSystem, backups, newest)?.app !== app) return 'upgrade';
  return newest.startsWith(snapshotName(now).slice(0, 8)) ? undefined : 'daily';
}

/** Files of a snapshot whose copies are missing or say something else than when they were made. */
export function brokenCopies(
  fileSystem: FileSystem,
  backups: string,
  { files }: Snapshot,
): readonly SnapshotFile[] {
  return files.filter(({ sum }) => {
    try {
      return sumOf(readBytes(fileSystem, copyPath(backups, sum))) !== sum;
    } catch (error) {
      // A copy that cannot be read brings nothing back.
      if (errorCode(error) === '') throw error;
      return true;
    }
  });
}

function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let i = 2; taken.includes(free); i++) free = `${name}-${i}`;
  return free;
}

function keepFile(options: BackupOptions, found: JournalPath, known: SnapshotFile | undefined): SnapshotFile {
  const { fileSystem, progress, backups, now, tag } = options;
  const { path, status } = found;
  const { size, modified } = status;
  if (known?.size === size && known.modified === modified && now - modified > rested) {
    if (sizeOf(fileSystem, copyPath(backups, known.sum)) === size) return known;
  }
  const bytes = readBytes(fileSystem, join(progress, path));
  const sum = sumOf(bytes);
  const copy = copyPath(backups, sum);
  if (sizeOf(fileSystem, copy) !== bytes.length) placeNewFile(fileSystem, copy, bytes, tag);
  if (sumOf(readBytes(fileSystem, copy)) !== sum) {
    throw Object.assign(new Error(`${copy} reads back differently`), { code: 'EIO' });
  }
  return { path, size: bytes.length, modified, sum };
}

function sizeOf(fileSystem: FileSystem, path: string): number | undefined {
  try {
    return fileSystem.status(path).size;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

/** Removes what the ladder drops, then the copies that no list names; none while a list cannot be read. */
function* prune({ fileSystem, backups, now }: BackupOptions): Generator<undefined, void> {
  const all: Snapshot[] = [];
  for (const name of snapshotNames(fileSystem, backups)) {
    const snapshot = readSnapshot(fileSystem, backups, name);
    if (snapshot === undefined) return;
    all.push(snapshot);
    yield;
  }
  const kept = thinOut(all, now);
  for (const { name } of all) {
    if (!kept.has(name)) fileSystem.remove(join(snapshotsFolder(backups), `${name}.json`));
  }
  const wanted = new Set(
    all.filter(({ name }) => kept.has(name)).flatMap(({ files }) => files.map(({ sum }) => sum)),
  );
  for (const folder of [copiesFolder(backups), snapshotsFolder(backups)]) {
    for (const file of namesIn(fileSystem, folder)) {
      const isWanted = wanted.has(file.slice(0, 64)) && file.endsWith('.jsonl');
      const isList = file.endsWith('.json');
      if (!isWanted && !isList && isOld(fileSystem, join(folder, file), now)) {
        removeQuietly(fileSystem, join(folder, file));
        yield;
      }
    }
  }
}

/** Another window may be about to name a copy that it has just made. */
function isOld(fileSystem: FileSystem, path: string, now: Instant): boolean {
  try {
    return now - fileSystem.status(path).modified > rested;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}
