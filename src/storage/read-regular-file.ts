import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

export type FileReading =
  | { readonly kind: 'read'; readonly content: Buffer; readonly stat: Stats }
  /** Over the limit; `content` is its beginning. */
  | { readonly kind: 'large'; readonly content: Buffer }
  /** Not there, not ours to read, a link, a pipe, a folder. `code` is that of the system, if it gave one. */
  | { readonly kind: 'unreadable'; readonly code: string };

const beginning = 128 * 1024;

/** Reads a file of at most `limit` bytes; follows no symbolic link and hangs on no pipe. */
export function readRegularFile(path: string, limit: number): FileReading {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return { kind: 'unreadable', code: codeOf(error) };
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { kind: 'unreadable', code: 'ENOTREG' };
    const large = stat.size > limit;
    const content = readUpTo(file, large ? beginning : limit + 1);
    return large || content.length > limit ? { kind: 'large', content } : { kind: 'read', content, stat };
  } catch (error) {
    return { kind: 'unreadable', code: codeOf(error) };
  } finally {
    close(file);
  }
}

function close(file: number): void {
  try {
    closeSync(file);
  } catch {
    // The file is closed all the same, and what was read of it is read.
  }
}

/** Reads on until the end, for a file may grow while it is read. */
function readUpTo(file: number, most: number): Buffer {
  const size = Math.min(most, fstatSync(file).size + 1);
  const buffer = Buffer.alloc(size);
  let end = 0;
  while (end < size) {
    const count = readSync(file, buffer, end, size - end, null);
    if (count === 0) break;
    end += count;
  }
  return buffer.subarray(0, end);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'EUNKNOWN';
