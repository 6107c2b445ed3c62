import { hour, type Instant } from '../core/schedule/time.ts';
import type { SegmentPlace } from './read-segments.ts';

/** How far a file was read. */
export interface FileMark extends SegmentPlace {
  readonly file: string;
  /** Bytes up to the end of the last whole record. */
  readonly length: number;
  /** Rested for so long that its process must be gone. */
  readonly closed: boolean;
}

/** What a folder held. Paths are relative to the progress folder; the topmost is the empty text. */
export interface FolderMark {
  readonly folder: string;
  /** Its modification time, or -1 when that was too fresh to trust. */
  readonly modified: number;
  readonly files: readonly FileMark[];
  /** Whether all its files are. */
  readonly isSettled: boolean;
}

/** It does not grow any more, and no newer program wrote it. */
export const isSettled = ({ closed, newer }: FileMark): boolean => closed && !newer;

/** How far a journal was read. */
export type Watermark = readonly FolderMark[];

/** Longer than a process lets its file rest (`longestRest` of the writer). */
export const restedFile = 48 * hour;

/** A device's folder of a year in which no process begins a file any more, and none has one open. */
export function isPast({ folder, modified, isSettled }: FolderMark, now: Instant): boolean {
  const year = /^devices\/[^/]+\/(\d{4})$/.exec(folder)?.[1];
  const isOver = year !== undefined && Number(year) < new Date(now - restedFile).getUTCFullYear();
  return isOver && modified !== -1 && isSettled;
}

/** What a reading found, as far as it says whether something is gone. */
interface Found {
  readonly problems: readonly { readonly flaw: string }[];
  readonly watermark: Watermark;
}

/** Whether something that was read is gone or shorter now: then what it said must go too. */
export const isCut = (before: Watermark, { problems, watermark }: Found): boolean =>
  problems.some(({ flaw }) => flaw === 'watermark-short') || lacksFiles(before, watermark);

/** Whether a file that was read is not there any more. */
function lacksFiles(before: Watermark, after: Watermark): boolean {
  const now = new Map(after.map((mark) => [mark.folder, mark]));
  return before.some((mark) => {
    const { folder } = mark;
    const there = now.get(folder);
    if (there === mark) return false;
    const { files } = mark;
    if (there === undefined) return files.length > 0;
    if (there.files === files) return false;
    const names = new Set(there.files.map(({ file }) => file));
    return files.some(({ file }) => !names.has(file));
  });
}
