/**
 * What conf and gray-matter carry and we never call; each would throw where somebody calls it after all.
 *
 * @type {import('./patch.mjs').Patch[]}
 */
export const storagePatches = [
  {
    // js-yaml, which loads esprima if it finds one, and an engine that runs JavaScript. Ours is passed as an option.
    file: 'gray-matter/lib/engines.js',
    replacement: `const refuse = () => { throw new Error('Only the engine that is passed may parse.'); };
const engine = { parse: refuse, stringify: refuse };
exports.yaml = exports.json = exports.javascript = engine;`,
  },
  {
    // A compiler of JSON schemas, 150 kB. We check what was read ourselves and pass no schema.
    file: 'ajv/dist/2020.js',
    replacement:
      "exports.Ajv2020 = class { constructor() { throw new Error('Schemas are not bundled.'); } };",
  },
  { file: 'ajv-formats/dist/index.js', replacement: 'exports.default = () => {};' },
  {
    // Compares versions for conf's migrations, of which we have none.
    file: 'semver/index.js',
    replacement: `const refuse = () => { throw new Error('Migrations are not bundled.'); };
module.exports = { Range: refuse, satisfies: refuse, gt: refuse };`,
  },
];
