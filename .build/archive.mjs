import { brotliCompressSync, constants } from 'node:zlib';

/** Chunks on the way to a first frame and to a question. They lie loose, and are read as they are. */
const hot = /^(main|home|study|due|run-app|help)(-\w+)?\.cjs$/;

/**
 * Which chunks lie loose: the hot ones and what they need.
 *
 * @param {Map<string, string>} chunks
 * @param {Map<string, string[]>} needs
 * @returns {Set<string>}
 */
export function looseChunks(chunks, needs) {
  const loose = new Set();
  const visit = (name) => {
    if (loose.has(name)) return;
    loose.add(name);
    for (const needed of needs.get(name) ?? []) visit(needed);
  };
  for (const name of chunks.keys()) if (hot.test(name)) visit(name);
  return loose;
}

/**
 * All other chunks in one archive, which is a third smaller than each by itself: a line of JSON with the length of
 * each, then their texts. Unpacking takes some milliseconds, once, for the commands that need one of them.
 *
 * @param {readonly (readonly [name: string, text: string])[]} chunks
 */
export function packChunks(chunks) {
  const index = JSON.stringify(chunks.map(([name, text]) => [name, text.length]));
  const text = `${index}\n${chunks.map(([, code]) => code).join('')}`;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  return brotliCompressSync(Buffer.from(text, 'latin1'), { params });
}
