import { brotliCompressSync, constants } from 'node:zlib';

/**
 * What is loaded together lies together: each part of the program is one script. A chunk belongs to the first part that
 * needs it. They are compressed in two files, for what stands in one with its like is smaller: what comes before the
 * first frame, and what comes after it. The launcher keeps each part that it unpacked.
 */
const parts = [
  { name: 'start', file: 'first.br', entry: /^(main|home|study|due)(-\w+)?\.cjs$/ },
  { name: 'frames', file: 'first.br', entry: /^(run-app|show-glance)-\w+\.cjs$/ },
  { name: 'question', file: 'first.br', entry: /^read-cards-\w+\.cjs$/ },
  { name: 'markdown', file: 'then.br', entry: /^markdown-it-\w+\.cjs$/ },
  { name: 'later', file: 'then.br', entry: /^(read-deck-group|later)-[\w-]+\.cjs$/ },
  { name: 'ink', file: 'then.br', entry: /^(mount-ink|load-highlight|highlighter)-\w+\.cjs$/ },
  { name: 'rest', file: 'then.br', entry: /./ },
];

/** What the build writes for them. */
export const partFiles = [...new Set(parts.map(({ file }) => file))];

/**
 * Chunks are numbered, for their names would be a tenth of the package.
 *
 * @typedef {{ name: string, file: string, offset: number, length: number, first: number }} Part `offset`, `length`: in
 *   the file when it is unpacked; `first`: the number of its first chunk
 *
 * @param {Map<string, string>} chunks name → text
 * @param {Map<string, string[]>} needs which chunks load with a chunk
 * @returns {{ parts: Part[], files: Map<string, Buffer>, main: number }} `files`: compressed
 */
export function packParts(chunks, needs) {
  const taken = new Set();
  const grouped = parts.map(({ name, file, entry }) => {
    const own = [];
    const visit = (chunk) => {
      if (taken.has(chunk)) return;
      taken.add(chunk);
      own.push(chunk);
      for (const needed of needs.get(chunk) ?? []) visit(needed);
    };
    for (const chunk of [...chunks.keys()].sort()) if (entry.test(chunk)) visit(chunk);
    return { name, file, own };
  });
  const numbers = new Map([...taken].map((chunk, number) => [chunk, number]));
  const texts = new Map(partFiles.map((file) => [file, '']));
  const packed = grouped.map(({ name, file, own }) => {
    const text = scriptOf(own.map((chunk) => numbered(chunks.get(chunk), numbers)));
    const offset = texts.get(file).length;
    texts.set(file, texts.get(file) + text);
    return { name, file, offset, length: text.length, first: numbers.get(own[0]) };
  });
  const files = new Map([...texts].map(([file, text]) => [file, compress(text)]));
  return { parts: packed, files, main: numbers.get('main.cjs') };
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
