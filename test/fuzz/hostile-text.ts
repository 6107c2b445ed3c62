import fc from 'fast-check';

/** Characters that mean something to a terminal, to a parser or to neither. */
const nasty = [
  ...[
    '\u001b[2J',
    '\u001b]0;x\u0007',
    '\u001b]8;;',
    '\u001bP',
    '\u009b31m',
    '\u009d',
    '\u001b',
    '\u0007',
    '\0',
  ],
  ...['\r', '\r\n', '\n', '\n\n', '\t', ' ', '  ', '    ', '\u00a0', '\u2028', '\u0085', '\ufeff', '\u200b'],
  ...[
    '\u200d',
    '\ufe0f',
    '\u202e',
    '\u2066',
    '\u0301',
    '\u{e0041}',
    '\ud800',
    '\udc00',
    '👩‍💻',
    'é',
    '漢',
    'ﷺ',
  ],
  ...['__proto__', 'constructor', 'null', '-1', '1e999', '9007199254740993', '"', "'", '`', '\\', '\ufffd'],
];

/** Bytes that are all of one kind at most: what front matter or a card may hold. */
const longest = 64 * 1024;

const pieces = (signs: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...signs) },
    { weight: 4, arbitrary: fc.constantFrom(...nasty) },
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    { weight: 1, arbitrary: repeated(fc.constantFrom(...signs, ...nasty), 300) },
  );

const repeated = (piece: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
  fc.tuple(piece, fc.nat(most)).map(([text, length]) => text.repeat(Math.ceil(length / text.length)));

/** Texts made of the signs of a language, of what is nasty in any, and of anything. */
const madeOf = (signs: readonly string[]): fc.Arbitrary<string> =>
  fc.array(pieces(signs), { maxLength: 40 }).map((parts) => parts.join(''));

/** Up to 64 KiB of UTF-8, all of one or two pieces, where work that grows with the square of the length shows. */
const endless = (signs: readonly string[]): fc.Arbitrary<string> => {
  const unit = fc.array(fc.constantFrom(...signs, ...nasty), { minLength: 1, maxLength: 2 });
  return fc
    .tuple(unit, fc.nat(longest))
    .map(([parts, bytes]) => parts.join('').repeat(bytes / Buffer.byteLength(parts.join(''))));
};

/** Sound texts with a few places cut, doubled or overwritten. */
function mutated(seeds: readonly string[], signs: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(200)),
    put: fc.oneof(pieces(signs), fc.constant('')),
    isDoubled: fc.boolean(),
  });
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([seed, edits]) =>
      edits.reduce((text, { at, length, put, isDoubled }) => {
        const start = at % (text.length + 1);
        const end = isDoubled ? start : start + length;
        return text.slice(0, start) + put + text.slice(isDoubled ? Math.max(0, start - length) : end);
      }, seed),
    );
}

/** Hostile texts of one language: `seeds` are sound ones, `signs` what it is made of. */
export const hostileText = (seeds: readonly string[], signs: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 60, arbitrary: mutated(seeds, signs) },
    { weight: 39, arbitrary: madeOf(signs) },
    { weight: 1, arbitrary: endless(signs) },
  );
