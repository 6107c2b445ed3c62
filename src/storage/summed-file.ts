import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { wordSum } from '../core/text/hash.ts';
import { diskFileSystem } from './file-system.ts';
import { makeFolders } from './make-folders.ts';

const sumLength = 8;

/** The JSON of a file of the cache; `undefined` when it is missing, cut or damaged: then it is made anew. */
export function readSummed(path: string): unknown {
  try {
    const bytes = readFileSync(path);
    const text = bytes.subarray(0, -sumLength);
    if (wordSum(text) !== bytes.toString('latin1', text.length)) return undefined;
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Replaces the file at once, so that a reader finds the old one or the new one. Throws the system's error. */
export function writeSummed(path: string, value: unknown): void {
  const text = JSON.stringify(value);
  makeFolders(diskFileSystem, dirname(path));
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text + wordSum(Buffer.from(text)), { mode: 0o600 });
  renameSync(draft, path);
}
