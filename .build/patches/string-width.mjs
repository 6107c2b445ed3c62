import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const graphemes = JSON.stringify(fileURLToPath(new URL('graphemes.mjs', import.meta.url)));

/**
 * The characters of which every emoji that is drawn two columns wide has at least one: those with emoji presentation
 * on the basic plane, the emoji variation selector, and the surrogates of the planes where the others live.
 */
export const mayBeEmoji =
  /[\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\ud83c-\ud83e\udb40]|\ufe0f/;

const source = readFileSync(new URL('../../node_modules/string-width/index.js', import.meta.url), 'utf8');

/** Making an expression of Unicode's classes takes half a millisecond, before any text needs it. */
function lazyConstant(name) {
  const [from = name, expression] = new RegExp(`const ${name} = (/.+/[a-z]+);`).exec(source) ?? [];
  return { from, to: `const ${name} = lazyExpression(() => ${expression});` };
}

/**
 * V8 compiles `\p{RGI_Emoji}` at its first use, which takes 14 to 20 ms, and the classes beside it take as long again.
 * Text of single-column characters needs neither, and other text needs the first only if an emoji may be in it.
 *
 * @type {import('./patch.mjs').Patch[]}
 */
export const stringWidthPatches = [
  {
    file: 'string-width/index.js',
    edits: [
      {
        from: 'if (/^[\\u0020-\\u007E]*$/.test(string)) {',
        to: 'if (isPlain(string) && (ambiguousIsNarrow || /^[ -~]*$/.test(string))) {',
      },
      ...['visibleCharacterRegex', 'spacingMarkRegex', 'extendedPictographicRegex'].map(lazyConstant),
      {
        from: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
        to: `import { isPlain, lazyExpression } from ${graphemes};
const mayBeEmoji = ${mayBeEmoji};
const rgiEmojiRegex = { test: (segment) => mayBeEmoji.test(segment) && /^\\p{RGI_Emoji}$/v.test(segment) };`,
      },
    ],
  },
  {
    file: 'strip-ansi/index.js',
    edits: [
      {
        from: 'const regex = ansiRegex();',
        to: `import { lazyExpression } from ${graphemes};\nconst regex = lazyExpression(ansiRegex);`,
      },
    ],
  },
];
