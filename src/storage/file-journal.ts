import type { Entry } from '../core/history/entry.ts';
import { hour, type Instant } from '../core/schedule/time.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import type { Journal } from './journal.ts';
import { SaveError } from './save-error.ts';
import { closeSegment, extendSegment, openSegment, type SegmentFile } from './segment-file.ts';
import { createInstants, type SegmentName, stampEntries } from './stamp-entries.ts';

export interface FileJournalOptions {
  readonly fileSystem: FileSystem;
  /** The folder of all devices' progress. */
  readonly progress: string;
  /** 8 hex digits (`readDevice`). */
  readonly device: string;
  /** The program's version. */
  readonly app: string;
  /** Gives 8 random hex digits, new ones at each call. */
  readonly randomHex: () => string;
}

/** A file that rested this long is closed, so that readers may take it for finished (`restedFile`). */
const longestRest = 24 * hour;

/**
 * The journal of this process: one file from its first event on. An append is one write and one `fdatasync`. After
 * any error the file is cut back and never touched again; a new file gets the same entries, once.
 */
export function createFileJournal(options: FileJournalOptions): Journal {
  const { fileSystem, progress } = options;
  const unsynced = new Set<string>();
  const instants = createInstants();
  let segment: SegmentFile | undefined;
  let lastWall: Instant = Number.NEGATIVE_INFINITY;
  /** Found when something is recorded; most starts record nothing. */
  let own: SegmentName | undefined;

  const close = (): void => {
    if (segment !== undefined) closeSegment(fileSystem, segment);
    segment = undefined;
    own = undefined;
  };
  const name = (): SegmentName => {
    own ??= { device: options.device, hex: options.randomHex() };
    return own;
  };
  const write = (entries: readonly Entry[], start: Instant): void => {
    const current = segment;
    segment = undefined;
    if (current === undefined) {
      segment = openSegment({ ...options, unsynced }, name(), start, entries);
    } else {
      extendSegment(fileSystem, current, entries);
      segment = current;
    }
  };
  const save = (entries: readonly Entry[], start: Instant): readonly Entry[] => {
    if (entries.length === 0) return entries;
    for (const attempt of [1, 2]) {
      const n = segment?.n ?? 1;
      try {
        write(entries, start);
        for (const entry of entries) instants.add(entry.t);
        return entries.map((entry, i) => ({ ...entry, n: n + i }));
      } catch (error) {
        close();
        if (errorCode(error) === '') throw error;
        if (attempt === 2) throw new SaveError(error, progress, entries);
      }
    }
    return entries;
  };
  return {
    append: (happenings, at) => {
      if (segment !== undefined && Math.abs(at.now - lastWall) > longestRest) close();
      lastWall = at.now;
      return save(stampEntries(happenings, at, name(), segment?.n ?? 1, instants), at.now);
    },
    retry: (pending) => save(pending, pending[0]?.wall ?? pending[0]?.t ?? 0),
    close,
  };
}
