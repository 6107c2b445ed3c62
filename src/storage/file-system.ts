import * as fs from 'node:fs';

/** What `list` and `status` tell of a name; links are not followed. */
export interface FileStatus {
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
}

/**
 * The few calls with which progress is written and read: all synchronous, all throwing Node's errors (`code`).
 * Passed in, so that a test can make any of them fail.
 */
export interface FileSystem {
  /** Creates a file that did not exist (mode 0600) for appending. */
  create(path: string): number;
  /** Opens a file for reading, without waiting for a FIFO and without following a link at its end. */
  open(path: string): number;
  /** Opens a folder, to sync it. */
  openFolder(path: string): number;
  /** Returns how many bytes were taken, perhaps fewer than offered. */
  write(file: number, bytes: Uint8Array, offset: number): number;
  /** Reads everything from a position to the end. */
  readFrom(file: number, position: number): Buffer;
  syncContent(file: number): void;
  sync(file: number): void;
  truncate(file: number, size: number): void;
  close(file: number): void;
  /** Mode 0700; its parent must exist. */
  makeFolder(path: string): void;
  list(path: string): readonly { readonly name: string; readonly kind: FileStatus['kind'] }[];
  status(path: string): FileStatus;
  rename(from: string, to: string): void;
  /** Removes a file. */
  remove(path: string): void;
}

const kindOf = (entry: fs.Stats | fs.Dirent): FileStatus['kind'] =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_WRONLY } = fs.constants;
/** Missing on Windows. */
const careful = (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

function readFrom(file: number, position: number): Buffer {
  const size = fs.fstatSync(file).size - position;
  const bytes = Buffer.allocUnsafe(Math.max(size, 0));
  let length = 0;
  while (length < bytes.length) {
    const taken = fs.readSync(file, bytes, length, bytes.length - length, position + length);
    if (taken === 0) break;
    length += taken;
  }
  return bytes.subarray(0, length);
}

export const diskFileSystem: FileSystem = {
  create: (path) => fs.openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND, 0o600),
  open: (path) => fs.openSync(path, O_RDONLY | careful),
  openFolder: (path) => fs.openSync(path, O_RDONLY),
  write: (file, bytes, offset) => fs.writeSync(file, bytes, offset),
  readFrom,
  syncContent: fs.fdatasyncSync,
  sync: fs.fsyncSync,
  truncate: fs.ftruncateSync,
  close: fs.closeSync,
  makeFolder: (path) => fs.mkdirSync(path, 0o700),
  list: (path) =>
    fs.readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  status: (path) => {
    const found = fs.lstatSync(path);
    return { kind: kindOf(found), size: found.size, modified: found.mtimeMs };
  },
  rename: fs.renameSync,
  remove: fs.unlinkSync,
};

/** The system's name of an error (`ENOSPC`), or an empty text for an error that is not the system's. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
