import { fileURLToPath } from 'node:url';

const graphemes = JSON.stringify(fileURLToPath(new URL('graphemes.mjs', import.meta.url)));

/**
 * Creating an `Intl.Segmenter` takes 8 ms, and five packages create one each as they load. Ours is created for the
 * first text that needs it; an interface in English or German never does.
 *
 * @type {import('./patch.mjs').Patch[]}
 */
export const segmenterPatches = [
  ['string-width/index.js', 'const segmenter = new Intl.Segmenter();', 'segmenter'],
  ['wrap-ansi/index.js', 'const segmenter = new Intl.Segmenter();', 'segmenter'],
  [
    'slice-ansi/tokenize-ansi.js',
    "const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
    'segmenter as GRAPHEME_SEGMENTER',
  ],
  [
    '@alcalzone/ansi-tokenize/build/tokenize.js',
    'const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });',
    'segmenter',
  ],
  [
    'ink/build/line-update.js',
    "const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });",
    'segmenter',
  ],
].map(([file, from, imported]) => ({
  file,
  edits: [{ from, to: `import { ${imported} } from ${graphemes};` }],
}));
