import { build, transform } from 'esbuild';

/**
 * Bundles with one copy of each module and one file for each dynamic import.
 *
 * esbuild splits only ES modules, while CommonJS starts faster (a code cache needs it, and the ES loader costs a
 * third of bare Node). So the first pass splits, and the second turns each chunk into CommonJS, where `import('./x')`
 * has become `require('./x')`.
 *
 * @returns {Promise<{ chunks: Map<string, string>, inputs: string[], needs: Map<string, string[]> }>} file name →
 *   text, what was bundled, and which files load together
 */
export async function bundleChunks({ root, entryPoints, plugins, define }) {
  const split = await build({
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    outdir: 'dist',
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    mainFields: ['module', 'main'],
    // As ES modules, of which the build can leave out what is not used; the code is the same.
    alias: { yaml: `${root}node_modules/yaml/browser/dist/index.js` },
    metafile: true,
    write: false,
    plugins,
    define: {
      'process.env.NODE_ENV': '"production"',
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
      ...define,
    },
  });
  const chunks = new Map();
  for (const file of split.outputFiles) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    chunks.set(name, await toCommonJs(name, file.text));
  }
  return { chunks, inputs: Object.keys(split.metafile.inputs), needs: staticImports(split.metafile) };
}

/** By file name: the chunks that load together with it. */
function staticImports({ outputs }) {
  const base = (path) => path.slice(path.lastIndexOf('/') + 1);
  const isChunk = ({ kind, external }) => kind === 'import-statement' && !external;
  return new Map(
    Object.entries(outputs).map(([path, { imports }]) => [
      base(path),
      imports.filter(isChunk).map((one) => base(one.path)),
    ]),
  );
}

/**
 * esbuild puts the same few functions at the head of each chunk, to define what it exports. The launcher has them once
 * (`helpers`), and defines in one step what esbuild defines in two.
 */
function withSharedHelpers(name, code) {
  const [head] =
    /^var [\w$]+=Object\.(?:create|defineProperty);.*?"__esModule",\{value:!0\}\),[\w$]+\);/.exec(code) ?? [];
  if (head === undefined) {
    if (/\bmodule\.exports=/.test(code))
      throw new Error(`The head of ${name} is not as esbuild wrote it before.`);
    return code;
  }
  const [, exported] = /;var ([\w$]+)=\([\w$]+,[\w$]+\)=>\{for\(/.exec(head);
  const [, common] = /[;,](?:var )?([\w$]+)=[\w$]+=>[\w$]+\([\w$]+\(\{\},"__esModule"/.exec(head);
  const [, asModule] = /;var ([\w$]+)=\([\w$]+,[\w$]+,[\w$]+\)=>\(/.exec(head) ?? [];
  const names = [`${exported}=helpers.exported`, `${common}=helpers.common`];
  if (asModule !== undefined) names.push(`${asModule}=helpers.asModule`);
  return `var ${names.join(',')};${code.slice(head.length)}`;
}

/** The launcher reads them as latin1. esbuild escapes strings; regular expressions keep their characters, and take escapes alike. */
function asAscii(code) {
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function toCommonJs(name, text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    sourcefile: name,
    supported: { 'dynamic-import': false },
  });
  if (/\bimport\(/.test(code))
    throw new Error(`${name} still holds import(), which the launcher cannot serve.`);
  return asAscii(withSharedHelpers(name, code));
}
