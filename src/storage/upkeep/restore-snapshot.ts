import { join } from 'node:path';
import { decodeEntry } from '../../core/history/decode-entry.ts';
import { type Raw, raw } from '../../core/text/shown.ts';
import { errorCode, type FileSystem } from '../file-system.ts';
import { journalFiles, readBytes } from './journal-files.ts';
import { copyPath, type Snapshot } from './snapshot.ts';
import { type BackupOptions, sumOf } from './take-snapshot.ts';
import { writeNewFile } from './write-new-file.ts';

export interface Restored {
  /** Records that the journal had lost and has again. */
  readonly records: number;
  /** The new files, below the progress folder. */
  readonly files: readonly Raw[];
  /** Files of the snapshot whose copies are missing or damaged. */
  readonly broken: readonly Raw[];
}

/**
 * Brings back what the journal has no longer: a file of the snapshot that holds a missing record comes back whole,
 * under its own name or, where that is taken, beside it. Nothing that is there is touched, and what is there twice
 * counts once. Interrupted at any moment, it has brought back some files whole; run again, the others.
 */
export function restoreSnapshot(options: BackupOptions, snapshot: Snapshot): Restored {
  const { fileSystem, progress, backups } = options;
  const known = new Set<string>();
  for (const { path } of journalFiles(fileSystem, progress)) {
    for (const id of idsIn(readBytes(fileSystem, join(progress, path)))) known.add(id);
  }
  let records = 0;
  const [files, broken]: [Raw[], Raw[]] = [[], []];
  for (const { path, sum } of snapshot.files) {
    const bytes = soundCopy(fileSystem, copyPath(backups, sum), sum);
    if (bytes === undefined) broken.push(raw(path));
    const missing = [...new Set(idsIn(bytes ?? Buffer.alloc(0)))].filter((id) => !known.has(id));
    if (bytes === undefined || missing.length === 0) continue;
    const free = isTaken(fileSystem, join(progress, path)) ? besides(path, sum) : path;
    writeNewFile(fileSystem, join(progress, free), bytes, options.tag);
    for (const id of missing) known.add(id);
    records += missing.length;
    files.push(raw(free));
  }
  return { records, files, broken };
}

/** Readers take the segment's name from what stands before it. */
const besides = (path: string, sum: string): string =>
  path.replace(/\.jsonl$/u, `.restored-${sum.slice(0, 8)}.jsonl`);

/** The ids of all sound records, also of kinds that this program does not know. */
function idsIn(bytes: Buffer): readonly string[] {
  return bytes
    .toString('utf8')
    .split(/\r?\n/u)
    .flatMap((line) => {
      const decoded = decodeEntry(line);
      if (decoded.kind === 'damaged') return [];
      return decoded.kind === 'entry' ? decoded.entry.id : decoded.stamp.id;
    });
}

function soundCopy(fileSystem: FileSystem, path: string, sum: string): Buffer | undefined {
  try {
    const bytes = readBytes(fileSystem, path);
    return sumOf(bytes) === sum ? bytes : undefined;
  } catch (error) {
    // Named as broken, like a copy that says something else.
    if (errorCode(error) === '') throw error;
    return undefined;
  }
}

function isTaken(fileSystem: FileSystem, path: string): boolean {
  try {
    fileSystem.status(path);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}
