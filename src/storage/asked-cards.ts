import { lstatSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { hour, type Instant } from '../core/schedule/time.ts';
import { crc32Hex } from '../core/text/hash.ts';
import { diskFileSystem, errorCode } from './file-system.ts';
import { makeFolders } from './make-folders.ts';

export interface AskedCardsOptions {
  /** `Locations.cache`. */
  readonly cache: string;
  readonly now: () => Instant;
  /** Of this window. */
  readonly pid: number;
}

/** A window that has shown one card for so long is forgotten by its learner, or its number is another process's now. */
const longestLook = hour;

/**
 * Which card each window on this machine asks, so that no two ask the same one at once. A mark is a link named after the
 * card that leads to the process's number: made whole in one call, or not at all. Marks are no part of the progress and
 * nothing waits for one: where they cannot be made or seen, a card is asked twice, and recorded once.
 */
export class AskedCards {
  private readonly options: AskedCardsOptions;
  private own: string | undefined;

  constructor(options: AskedCardsOptions) {
    this.options = options;
  }

  /** Takes a card in place of the one before; false when another window that is alive has it. */
  take(card: string): boolean {
    const mark = join(this.options.cache, 'asked', crc32Hex(card));
    if (mark === this.own) return true;
    if (!this.put(mark)) return false;
    this.release();
    this.own = mark;
    return true;
  }

  release(): void {
    if (this.own !== undefined) remove(this.own);
    this.own = undefined;
  }

  private put(mark: string): boolean {
    const code = link(this.options.pid, mark);
    if (code === 'ENOENT') return this.putFirst(mark);
    if (code !== 'EEXIST') return true;
    if (this.isHeld(mark)) return false;
    remove(mark);
    return link(this.options.pid, mark) !== 'EEXIST';
  }

  private putFirst(mark: string): boolean {
    try {
      makeFolders(diskFileSystem, join(this.options.cache, 'asked'), () => {});
    } catch (error) {
      if (errorCode(error) === '') throw error;
      // A cache that cannot be made holds no marks of others either.
      return true;
    }
    return link(this.options.pid, mark) !== 'EEXIST';
  }

  private isHeld(mark: string): boolean {
    try {
      const pid = Number(readlinkSync(mark));
      const age = Math.abs(this.options.now() - lstatSync(mark).mtimeMs);
      return pid !== this.options.pid && age < longestLook && isAlive(pid);
    } catch (error) {
      if (errorCode(error) === '') throw error;
      // Gone since, or no mark at all.
      return false;
    }
  }
}

/** The system's word when the link could not be made. */
function link(pid: number, mark: string): string | undefined {
  try {
    symlinkSync(`${pid}`, mark);
    return undefined;
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return errorCode(error);
  }
}

function remove(mark: string): void {
  try {
    unlinkSync(mark);
  } catch (error) {
    // Another window that took it for a dead one's has removed it, or the disk takes nothing.
    if (errorCode(error) === '') throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is alive too.
    return errorCode(error) === 'EPERM';
  }
}
