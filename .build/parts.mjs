import { brotliCompressSync, constants } from 'node:zlib';

/**
 * What is loaded together lies together: each part of the program is one file and one script. A chunk belongs to the
 * first part that needs it. All are compressed, so that the package stays small; the launcher keeps what it unpacked.
 */
const parts = [
  { name: 'start', entry: /^(main|home|study|due)(-\w+)?\.cjs$/ },
  { name: 'frames', entry: /^(run-app|show-glance)-\w+\.cjs$/ },
  { name: 'question', entry: /^read-cards-\w+\.cjs$/ },
  { name: 'markdown', entry: /^markdown-it-\w+\.cjs$/ },
  { name: 'later', entry: /^(read-deck-group|later)-[\w-]+\.cjs$/ },
  { name: 'ink', entry: /^(mount-ink|load-highlight|highlighter)-\w+\.cjs$/ },
  { name: 'rest', entry: /./ },
];

/** What the build writes for them. */
export const partFiles = parts.map(({ name }) => `${name}.br`);

/**
 * Chunks are numbered, for their names would be a tenth of the package.
 *
 * @typedef {{ file: string, content: Buffer, length: number, first: number }} Part `length`: unpacked; `first`: the
 *   number of its first chunk
 *
 * @param {Map<string, string>} chunks name → text
 * @param {Map<string, string[]>} needs which chunks load with a chunk
 * @returns {{ parts: Part[], main: number }}
 */
export function packParts(chunks, needs) {
  const taken = new Set();
  const grouped = parts.map(({ entry }, i) => {
    const own = [];
    const visit = (chunk) => {
      if (taken.has(chunk)) return;
      taken.add(chunk);
      own.push(chunk);
      for (const needed of needs.get(chunk) ?? []) visit(needed);
    };
    for (const chunk of [...chunks.keys()].sort()) if (entry.test(chunk)) visit(chunk);
    return { file: partFiles[i], own };
  });
  const numbers = new Map([...taken].map((chunk, number) => [chunk, number]));
  const packed = grouped.map(({ file, own }) => {
    const text = scriptOf(own.map((chunk) => numbered(chunks.get(chunk), numbers)));
    return { file, content: compress(text), length: text.length, first: numbers.get(own[0]) };
  });
  return { parts: packed, main: numbers.get('main.cjs') };
}

/** `require` of a chunk takes its number, and whether it comes later (later.mjs). */
const numbered = (code, numbers) =>
  code.replace(/\brequire\("\.\/([^"]+)"\)/g, (_, name) => {
    const number = numbers.get(name);
    if (number === undefined) throw new Error(`A chunk needs ${name}, which there is not.`);
    return name.startsWith('later-') ? `require(${number},1)` : `require(${number})`;
  });

/** A script whose value is a list of functions with the parameters of a CommonJS module and `helpers`, one for each chunk. */
const scriptOf = (chunks) =>
  `([${chunks.map((code) => `function(exports,require,module,__filename,__dirname,helpers){${code}}`).join(',\n')}])\n`;

function compress(text) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  return brotliCompressSync(Buffer.from(text, 'latin1'), { params });
}
