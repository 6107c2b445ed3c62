import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Where folders lie in memory on Linux, for tests to which it is all the same how long a disk takes. */
export const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder with these files (path → content) that is gone when the test ends. */
export function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  inside: string = tmpdir(),
): string {
  const folder = mkdtempSync(join(inside, 'kartei-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
