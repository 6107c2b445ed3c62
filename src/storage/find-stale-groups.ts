import { lstatSync } from 'node:fs';
import { type FileStamp, isSameStamp, stampOf } from './file-stamp.ts';
import type { IndexedGroup } from './index-file.ts';
import { pathBelow } from './path-below.ts';

export interface Standing {
  /** Groups whose files are as they were indexed. */
  readonly kept: readonly IndexedGroup[];
  /** Files of no such group. */
  readonly loose: readonly string[];
}

/** Compares what was indexed with the files as they are. A file that has gone takes its group along. */
export function findStaleGroups(
  groups: readonly IndexedGroup[],
  stamps: ReadonlyMap<string, FileStamp>,
): Standing {
  const isSame = (file: FileStamp): boolean => {
    const now = stamps.get(file[0]);
    return now !== undefined && isSameStamp(file, now);
  };
  const kept = groups.filter(({ files }) => files.every(isSame));
  const known = new Set(kept.flatMap(({ files }) => files.map(([path]) => path)));
  return { kept, loose: [...stamps.keys()].filter((path) => !known.has(path)) };
}

/** The stamps of these files below a root. */
export function stampFiles(root: string, paths: readonly string[]): ReadonlyMap<string, FileStamp> {
  const stamps = new Map<string, FileStamp>();
  const place = pathBelow(root);
  for (const path of paths) {
    const found = lstatSync(place(path), { throwIfNoEntry: false });
    if (found) stamps.set(path, stampOf(path, found));
  }
  return stamps;
}
