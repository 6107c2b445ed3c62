// Runs a TypeScript program of this repository with any supported Node: node .build/run-typescript.mjs FILE [ARGUMENT…]
import { mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildIfStale } from './build-if-stale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file, ...args] = process.argv.slice(2);

await buildIfStale();
// Below the root, because the packages are looked for from there.
const place = mkdtempSync(`${root}.build/.run-`);
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
await build({
  absWorkingDir: root,
  entryPoints: [file],
  outfile: `${place}/main.mjs`,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  // The program runs from elsewhere; what its files ask for is the root, two folders above test/support or test/bench.
  define: { 'import.meta.dirname': JSON.stringify(`${root}test/support`) },
});
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(`${place}/main.mjs`).href);
