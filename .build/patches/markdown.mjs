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
