import type { Stats } from 'node:fs';

/** Size in bytes, times of modification and of change, inode. */
export type FileStamp = readonly [
  path: string,
  size: number,
  modified: number,
  changed: number,
  inode: number,
];

export const stampOf = (path: string, { size, mtimeMs, ctimeMs, ino }: Stats): FileStamp => [
  path,
  size,
  mtimeMs,
  ctimeMs,
  ino,
];

export const isSameStamp = (a: FileStamp, b: FileStamp): boolean => a.every((value, i) => value === b[i]);
