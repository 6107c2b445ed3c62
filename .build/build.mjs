import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { bundleChunks } from './chunks.mjs';
import { laterEntries, laterPlugin } from './later.mjs';
import { bundledPackages, thirdPartyLicences } from './licences.mjs';
import { packParts } from './parts.mjs';
import { allPatches } from './patches/all.mjs';
import { patchPlugin } from './patches/patch.mjs';
import { yogaWasm } from './patches/yoga.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes dist/: the launcher, its chunks and the licences of what is bundled. */
export async function buildProgram() {
  const { plugin, unused } = patchPlugin(allPatches);
  const later = laterEntries(root);
  const { chunks, inputs, needs } = await bundleChunks({
    root,
    entryPoints: [{ in: `${root}src/main.ts`, out: 'main' }, ...later],
    plugins: [laterPlugin(later), plugin],
    define: {},
  });
  const packages = bundledPackages(inputs);
  assertSound(inputs, packages, unused());
  const dist = `${root}dist/`;
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  const { parts, files, main } = packParts(chunks, needs);
  for (const [file, content] of files) writeFileSync(dist + file, content);
  writeFileSync(`${dist}yoga.br`, brotliCompressSync(yogaWasm()));
  writeFileSync(`${dist}THIRD-PARTY`, thirdPartyLicences(root, packages));
  // Last: whoever finds it finds a complete build.
  writeFileSync(`${dist}kartei.cjs`, launcher(parts, files, main), { mode: 0o755 });
}

/** A second copy of these would cost start-up or break React; small ones at two versions do no harm. */
const singlePackages = [
  'react',
  'react-reconciler',
  'ink',
  'string-width',
  'get-east-asian-width',
  'yoga-layout',
  'yaml',
];

function assertSound(inputs, packages, unusedPatches) {
  const development = inputs.find((input) => /\.development\.js$/.test(input));
  if (development !== undefined) throw new Error(`React's development build was bundled: ${development}`);
  const folders = new Map();
  for (const input of inputs) {
    const [folder, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? [];
    if (!singlePackages.includes(name)) continue;
    const first = folders.get(name) ?? folder;
    if (first !== folder)
      throw new Error(`A second copy of a package was bundled: ${folder} beside ${first}`);
    folders.set(name, first);
  }
  if (packages.includes('ink') && unusedPatches.length > 0) {
    throw new Error(`These files have a patch but are not bundled: ${unusedPatches.join(', ')}`);
  }
}

function launcher(parts, files, main) {
  const text = readFileSync(`${root}.build/launcher.cjs`, 'utf8');
  const build = createHash('sha1').update(text);
  for (const content of files.values()) build.update(content);
  return text
    .replace('%BUILD%', build.digest('hex').slice(0, 16))
    .replace(
      '%PARTS%',
      parts
        .map(({ name, file, offset, length, first }) => [name, file, offset, length, first].join(' '))
        .join('|'),
    )
    .replace('%MAIN%', main)
    .replace('%COMMANDS%', commandNames().join(' '));
}

/** What may be the name of a command: each has a file of its own below src/commands. */
function commandNames() {
  return readdirSync(`${root}src`, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.parentPath.includes('/src/commands') && entry.name.endsWith('.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildProgram();
