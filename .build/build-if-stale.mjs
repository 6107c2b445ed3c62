import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProgram } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds dist/ unless it is newer than everything that goes into it. Tests and benchmarks call it first. */
export async function buildIfStale() {
  const built = statSync(`${root}dist/kartei.cjs`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', '.build'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const newest = Math.max(
    ...[...sources, `${root}package.json`, `${root}package-lock.json`].map((path) => statSync(path).mtimeMs),
  );
  if (newest >= built) await buildProgram();
}

// What vitest calls once before all tests.
export default buildIfStale;
