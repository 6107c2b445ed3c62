const refuse = "const refuse = () => { throw new Error('YAML is only read.'); };\n";
const refusing = (...names) => `${refuse}export { ${names.map((name) => `refuse as ${name}`).join(', ')} };`;

/**
 * Half of yaml writes YAML and reads types; we read strings, lists and mappings (the failsafe schema). What is left
 * out throws where somebody calls it after all.
 *
 * @type {import('./patch.mjs').Patch[]}
 */
export const yamlPatches = [
  {
    file: 'yaml/browser/dist/schema/tags.js',
    replacement: `import { map } from './common/map.js';
import { seq } from './common/seq.js';
import { string } from './common/string.js';
export const coreKnownTags = {};
export function getTags(customTags, schemaName) {
  if (customTags || schemaName !== 'failsafe') throw new Error('Only the failsafe schema is bundled.');
  return [map, seq, string];
}`,
  },
  {
    file: 'yaml/browser/dist/stringify/stringify.js',
    replacement: refusing('createStringifyContext', 'stringify'),
  },
  {
    file: 'yaml/browser/dist/stringify/stringifyCollection.js',
    replacement: refusing('stringifyCollection'),
  },
  { file: 'yaml/browser/dist/stringify/stringifyDocument.js', replacement: refusing('stringifyDocument') },
  { file: 'yaml/browser/dist/stringify/stringifyPair.js', replacement: refusing('stringifyPair') },
  { file: 'yaml/browser/dist/stringify/stringifyString.js', replacement: refusing('stringifyString') },
];
