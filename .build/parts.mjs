import { brotliCompressSync, constants } from 'node:zlib';

/**
 * What is loaded together lies together: each part of the program is one file and one script. A chunk belongs to the
 * first part that needs it. All are compressed, so that the package stays small; the launcher keeps what it unpacked.
 */
const parts = [
  { name: 'start', entry: /^(main|home|study|due)(-\w+)?\.cjs$/ },
  { name: 'frames', entry: /^(run-app|show-glance)-\w+\.cjs$/ },
  { name: 'question', entry: /^(read-cards|markdown-it)-\w+\.cjs$/ },
  { name: 'later', entry: /^(read-deck-group|later)-[\w-]+\.cjs$/ },
  { name: 'ink', entry: /^(mount-ink|load-highlight|highlighter)-\w+\.cjs$/ },
  { name: 'rest', entry: /./ },
];

/**
 * @typedef {{ file: string, content: Buffer, length: number, chunks: readonly string[] }} Part `length`: unpacked
 *
 * @param {Map<string, string>} chunks name → text
 * @param {Map<string, string[]>} needs which chunks load with a chunk
 * @returns {Part[]}
 */
export function packParts(chunks, needs) {
  const taken = new Set();
  return parts.map(({ name, entry }) => {
    const own = [];
    const visit = (chunk) => {
      if (taken.has(chunk)) return;
      taken.add(chunk);
      own.push(chunk);
      for (const needed of needs.get(chunk) ?? []) visit(needed);
    };
    for (const chunk of [...chunks.keys()].sort()) if (entry.test(chunk)) visit(chunk);
    const text = scriptOf(own.map((chunk) => [chunk, chunks.get(chunk)]));
    return { file: `${name}.br`, content: compress(text), length: text.length, chunks: own };
  });
}

/** A script whose value has a function with the parameters of a CommonJS module for each chunk. */
const scriptOf = (chunks) =>
  `({${chunks
    .map(([name, code]) => `${JSON.stringify(name)}(exports,require,module,__filename,__dirname){${code}}`)
    .join(',\n')}})\n`;

function compress(text) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  return brotliCompressSync(Buffer.from(text, 'latin1'), { params });
}
