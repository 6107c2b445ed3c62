import { join } from 'node:path';
import { encodeEntry, journalFormat } from '../core/history/encode-entry.ts';
import type { Entry } from '../core/history/entry.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { makeFolders, syncFolder } from './make-folders.ts';
import type { SegmentName } from './stamp-entries.ts';

/** One journal file, written by one process, ever. */
export interface SegmentFile {
  readonly name: SegmentName;
  readonly file: number;
  /** Bytes that are known to be on disk. */
  size: number;
  /** The place of the next entry. */
  n: number;
}

/** The folder of a device's year and the file's name in it: `<UTC start>-<8 hex>.jsonl`. */
function segmentPath(progress: string, name: SegmentName, start: number): { folder: string; file: string } {
  const utc = new Date(start).toISOString();
  const stem = utc.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '');
  const folder = join(progress, 'devices', name.device, utc.slice(0, utc.indexOf('-', 1)));
  return { folder, file: join(folder, `${stem}-${name.hex}.jsonl`) };
}

export function writeAll(fileSystem: FileSystem, file: number, bytes: Uint8Array): void {
  let offset = 0;
  while (offset < bytes.length) {
    const taken = fileSystem.write(file, bytes, offset);
    if (taken <= 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
    offset += taken;
  }
}

/** Without it Git on Windows would change line ends. Not worth failing for: readers bear both. */
function writeAttributes(fileSystem: FileSystem, progress: string): void {
  try {
    const file = fileSystem.create(join(progress, '.gitattributes'));
    try {
      writeAll(fileSystem, file, Buffer.from('*.jsonl -text\n'));
    } finally {
      fileSystem.close(file);
    }
  } catch {
    // It is there already, or the entries that come next say what is wrong with the disk.
  }
}

export interface SegmentOptions {
  readonly fileSystem: FileSystem;
  /** The folder of all devices' progress. */
  readonly progress: string;
  /** The program's version, for the first line. */
  readonly app: string;
  /** Folders with new names in them that no sync has secured yet; outlives a failed attempt. */
  readonly unsynced: Set<string>;
}

/** Creates the file with its first line and the first entries. Closes it again when anything fails. */
export function openSegment(
  options: SegmentOptions,
  name: SegmentName,
  start: number,
  entries: readonly Entry[],
): SegmentFile {
  const { fileSystem, progress, unsynced } = options;
  const path = segmentPath(progress, name, start);
  makeFolders(fileSystem, path.folder, (parent) => unsynced.add(parent));
  if (unsynced.size > 0) writeAttributes(fileSystem, progress);
  const file = fileSystem.create(path.file);
  const segment: SegmentFile = { name, file, size: 0, n: 0 };
  const first: Entry = {
    id: `${name.device}-${name.hex}-0`,
    n: 0,
    t: entries[0]?.t ?? start,
    tz: entries[0]?.tz ?? 0,
    kind: 'segment',
    format: journalFormat,
    app: options.app,
    device: name.device,
  };
  unsynced.add(path.folder);
  extendSegment(fileSystem, segment, [first, ...entries], () => {
    for (const folder of unsynced) {
      syncFolder(fileSystem, folder);
      unsynced.delete(folder);
    }
  });
  return segment;
}

/** Writes entries and waits for the disk; on an error cuts the file back as far as it can, closes it and throws. */
export function extendSegment(
  fileSystem: FileSystem,
  segment: SegmentFile,
  entries: readonly Entry[],
  afterSync?: () => void,
): void {
  const lines = entries.map((entry, i) => `${encodeEntry({ ...entry, n: segment.n + i })}\n`);
  const bytes = Buffer.from(lines.join(''));
  try {
    writeAll(fileSystem, segment.file, bytes);
    fileSystem.syncContent(segment.file);
    afterSync?.();
  } catch (error) {
    abandonSegment(fileSystem, segment);
    throw error;
  }
  segment.size += bytes.length;
  segment.n += entries.length;
}

function abandonSegment(fileSystem: FileSystem, segment: SegmentFile): void {
  try {
    fileSystem.truncate(segment.file, segment.size);
  } catch (error) {
    // What stays is a torn tail, which readers bear; the entries go to another file.
    if (errorCode(error) === '') throw error;
  }
  closeSegment(fileSystem, segment);
}

/** Closes the file. What was synced is safe whatever closing says. */
export function closeSegment(fileSystem: FileSystem, segment: SegmentFile): void {
  try {
    fileSystem.close(segment.file);
  } catch (error) {
    if (errorCode(error) === '') throw error;
  }
}
