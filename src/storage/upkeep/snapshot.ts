import { join } from 'node:path';
import type { Instant } from '../../core/schedule/time.ts';
import { crc32Hex } from '../../core/text/hash.ts';
import { errorCode, type FileSystem } from '../file-system.ts';
import { readWholeFile } from '../read-whole-file.ts';

/** What a snapshot was taken for; all but the daily ones come before something that changes much. */
const snapshotReasons = ['daily', 'asked', 'import', 'reset', 'restore', 'seal', 'upgrade'] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

export interface SnapshotFile {
  /** Below the progress folder, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
  /** SHA-256 of the content, 64 hex digits; the copy's name. */
  readonly sum: string;
}

/** The journal as it was at an instant. */
export interface Snapshot {
  /** `20261121T031341Z`, the file's name without its ending. */
  readonly name: string;
  readonly at: Instant;
  readonly why: SnapshotReason;
  /** The program that took it. */
  readonly app: string;
  readonly files: readonly SnapshotFile[];
}

const snapshotFormat = 1;
const namePattern = /^(\d{8}T\d{6}Z(?:-\d+)?)\.json$/u;

export const snapshotsFolder = (backups: string): string => join(backups, 'snapshots');
export const copiesFolder = (backups: string): string => join(backups, 'files');
export const copyPath = (backups: string, sum: string): string => join(copiesFolder(backups), `${sum}.jsonl`);

/** `20261121T031341Z` */
export const snapshotName = (at: Instant): string =>
  new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z')
    .replace(/[-:]/gu, '');

export function encodeSnapshot({ at, why, app, files }: Snapshot): string {
  const content = { at, why, app, files };
  return `${JSON.stringify({ format: snapshotFormat, sum: crc32Hex(JSON.stringify(content)), content })}\n`;
}

/** Names of all snapshots, oldest first; none where there is no folder yet. */
export function snapshotNames(fileSystem: FileSystem, backups: string): readonly string[] {
  return namesIn(fileSystem, snapshotsFolder(backups))
    .flatMap((name) => namePattern.exec(name)?.[1] ?? [])
    .sort();
}

export function namesIn(fileSystem: FileSystem, folder: string): readonly string[] {
  try {
    return fileSystem.list(folder).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return [];
  }
}

/** A snapshot's list, or `undefined` when it is damaged, newer or gone. */
export function readSnapshot(fileSystem: FileSystem, backups: string, name: string): Snapshot | undefined {
  let text: string;
  try {
    text = readWholeFile(fileSystem, join(snapshotsFolder(backups), `${name}.json`));
  } catch (error) {
    if (errorCode(error) === '') throw error;
    // Whoever asks for it names it as damaged.
    return undefined;
  }
  return decodeSnapshot(name, text);
}

function decodeSnapshot(name: string, text: string): Snapshot | undefined {
  let value: { format?: unknown; sum?: unknown; content?: Omit<Snapshot, 'name'> } | null;
  try {
    value = JSON.parse(text);
  } catch {
    // No JSON any more: damaged.
    return undefined;
  }
  if (value?.format !== snapshotFormat || value.content === undefined) return undefined;
  if (crc32Hex(JSON.stringify(value.content)) !== value.sum) return undefined;
  const { at, why, app, files } = value.content;
  return Array.isArray(files) && files.every(isSafe) ? { name, at, why, app, files } : undefined;
}

/** A path stays inside the progress folder and names a journal; whatever else it says, nothing is written there. */
function isSafe({ path, sum }: SnapshotFile): boolean {
  const parts = String(path).split(/[/\\]/u);
  const isInside = parts.every((part) => part !== '' && !part.startsWith('.') && !/[:\u0000]/u.test(part));
  return isInside && String(path).endsWith('.jsonl') && /^[0-9a-f]{64}$/u.test(sum);
}
