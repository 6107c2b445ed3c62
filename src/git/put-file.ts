import { rmSync, writeFileSync } from 'node:fs';

/** Writes a file anew, through no link that stands in its place. */
export function putFile(path: string, text: string): void {
  rmSync(path, { recursive: true, force: true });
  writeFileSync(path, text, { flag: 'wx' });
}
