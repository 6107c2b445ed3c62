import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const loader = fileURLToPath(
  new URL('../../node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js', import.meta.url),
);
const [bytesInText = '', base64 = ''] =
  /var H;H="data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/.exec(readFileSync(loader, 'utf8')) ??
  [];

/** Yoga's WebAssembly, which the build lays beside the chunks, compressed, as `yoga.br`. */
export const yogaWasm = () => Buffer.from(base64, 'base64');

/**
 * Yoga's loader fetches its own WebAssembly from a `data:` address, which makes Node load its HTTP client (25 ms), and
 * waits for it at the top level, which a CommonJS chunk cannot. Given the bytes and a synchronous start, it does
 * neither; its module object is ready when the loader returns.
 *
 * @type {import('./patch.mjs').Patch[]}
 */
export const yogaPatches = [
  {
    file: 'yoga-layout/dist/src/index.js',
    edits: [
      {
        from: 'const Yoga = wrapAssembly(await loadYoga());',
        to: `const yoga = {
  instantiateWasm(imports, receive) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(wasmBytes()), imports);
    receive(instance, instance.exports.module);
    return instance.exports;
  },
};
loadYoga(yoga);
if (yoga.calledRun !== true) throw new Error('Yoga has not started.');
const Yoga = wrapAssembly(yoga);`,
      },
      {
        from: "import loadYoga from '../binaries/yoga-wasm-base64-esm.js';",
        to: "import loadYoga, { wasmBytes } from '../binaries/yoga-wasm-base64-esm.js';",
      },
    ],
  },
  {
    file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    edits: [
      { from: 'var _scriptDir = import.meta.url;', to: "var _scriptDir = '';" },
      // The address is only compared with itself; the bytes lie beside the chunks, where they pack better.
      { from: bytesInText, to: 'var H="data:,"' },
      {
        from: 'export default loadYoga;',
        to: "import { readFileSync } from 'node:fs';\nimport { brotliDecompressSync } from 'node:zlib';\nexport default loadYoga;\nexport const wasmBytes = () => brotliDecompressSync(readFileSync(`${__dirname}/yoga.br`));",
      },
    ],
  },
];
