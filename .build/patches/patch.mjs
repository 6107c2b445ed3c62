import { readFile } from 'node:fs/promises';

/**
 * A change to a bundled package.
 *
 * @typedef {{ from: string, to: string }} Edit `from` stands exactly once in the file
 * @typedef {{ file: string, edits?: Edit[], replacement?: string }} Patch `file` is relative to node_modules;
 *   `replacement` stands for the whole text
 */

/**
 * The patched text. Throws if the package has changed so that the patch no longer fits.
 *
 * @param {string} text
 * @param {Patch} patch
 */
export function patchText(text, { file, edits = [], replacement }) {
  let patched = replacement ?? text;
  for (const { from, to } of edits) {
    const count = patched.split(from).length - 1;
    if (count !== 1) {
      throw new Error(
        `The patch of ${file} expects this text once and found it ${count} times:\n${from}\n` +
          'The package has changed. Look at the new source, then correct the patch in .build/patches.',
      );
    }
    patched = patched.replace(from, () => to);
  }
  return patched;
}

/**
 * An esbuild plugin for all patches. `unused()` names the files that have a patch but were not bundled.
 *
 * @param {Patch[]} patches
 */
export function patchPlugin(patches) {
  const unused = new Set(patches.map((patch) => patch.file));
  const plugin = {
    name: 'patches',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, async ({ path }) => {
        const found = patches.filter(({ file }) =>
          path.replaceAll('\\', '/').endsWith(`/node_modules/${file}`),
        );
        if (found.length === 0) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const patch of found) {
          contents = patchText(contents, patch);
          unused.delete(patch.file);
        }
        return { contents, loader: 'js' };
      });
    },
  };
  return { plugin, unused: () => [...unused] };
}
