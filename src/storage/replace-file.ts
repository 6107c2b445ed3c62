import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './file-system.ts';
import { randomHex } from './random-hex.ts';

export type Replacement =
  | { readonly kind: 'written' }
  /** The file is no longer what it was when it was read. */
  | { readonly kind: 'changed' }
  /** The code of the system, such as `EACCES`. */
  | { readonly kind: 'failed'; readonly code: string };

/**
 * Puts `text` in the place of a regular file at once or not at all: a temporary file beside it, on the disk before it
 * takes the name. The mode stays; a file that nobody may write is left alone; so is one that is not `before`.
 */
export function replaceFile(path: string, before: Buffer, text: string): Replacement {
  const temporary = join(dirname(path), `.kartei-${randomHex(6)}.tmp`);
  let isWritten = false;
  try {
    const { mode } = fs.lstatSync(path);
    fs.accessSync(path, fs.constants.W_OK);
    if ((mode & 0o222) === 0) return { kind: 'failed', code: 'EACCES' };
    writeNew(temporary, text, mode & 0o7777);
    isWritten = true;
    if (!fs.readFileSync(path).equals(before)) return { kind: 'changed' };
    fs.renameSync(temporary, path);
    isWritten = false;
    syncFolder(dirname(path));
    return { kind: 'written' };
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return { kind: 'failed', code: errorCode(error) };
  } finally {
    if (isWritten) fs.rmSync(temporary, { force: true });
  }
}

function writeNew(path: string, text: string, mode: number): void {
  const file = fs.openSync(path, 'wx', 0o600);
  try {
    fs.writeFileSync(file, text);
    fs.fchmodSync(file, mode);
    fs.fsyncSync(file);
  } catch (error) {
    fs.rmSync(path, { force: true });
    throw error;
  } finally {
    fs.closeSync(file);
  }
}

/** Some file systems sync no folders; the new name is then as safe as they make it. */
function syncFolder(path: string): void {
  try {
    const folder = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(folder);
    } finally {
      fs.closeSync(folder);
    }
  } catch {
    // The file itself is on the disk.
  }
}
