import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { doubled, halved } from './doubled.ts';
import { diskFileSystem } from './file-system.ts';
import { makeFolders } from './make-folders.ts';

/** The JSON of a file of the cache; `undefined` when it is missing, cut or damaged: then it is made anew. */
export function readCached(path: string): unknown {
  try {
    return JSON.parse(halved(readFileSync(path)) ?? '');
  } catch {
    return undefined;
  }
}

/** Replaces the file at once, so that a reader finds the old one or the new one. Throws the system's error. */
export function writeCached(path: string, value: unknown): void {
  makeFolders(diskFileSystem, dirname(path));
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, doubled(JSON.stringify(value)), { mode: 0o600 });
  renameSync(draft, path);
}
