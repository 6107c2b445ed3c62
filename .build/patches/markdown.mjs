/**
 * What markdown-it carries and we never use: tables to write HTML entities (it only reads them), and the finder of
 * links in plain text.
 *
 * @type {import('./patch.mjs').Patch[]}
 */
export const markdownPatches = [
  {
    file: 'entities/lib/esm/index.js',
    replacement: "export { decodeHTML, decodeHTMLStrict } from './decode.js';",
  },
  {
    // A table of 15,000 numbers, which a card without an entity can do without.
    file: 'entities/lib/esm/generated/decode-data-html.js',
    edits: [{ from: 'export default new Uint16Array(', to: 'export default () => new Uint16Array(' }],
  },
  {
    file: 'entities/lib/esm/decode.js',
    edits: [
      {
        from: 'const htmlDecoder = getDecoder(htmlDecodeTree);',
        to: `let decoder;
function htmlDecoder(text, mode) {
  decoder ??= getDecoder(htmlDecodeTree());
  return decoder(text, mode);
}`,
      },
    ],
  },
  { file: 'linkify-it/index.mjs', replacement: 'export default class LinkifyIt {}' },
  {
    // Tables of Unicode's classes, which every Node has built in.
    file: 'uc.micro/index.mjs',
    replacement: `export const P = /\\p{P}/u;
export const S = /\\p{S}/u;
export const Z = /\\p{Z}/u;
export const Cc = /\\p{Cc}/u;
export const Cf = /\\p{Cf}/u;
export const Any = /[^]/u;`,
  },
];
