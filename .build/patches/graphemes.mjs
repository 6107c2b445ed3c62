// Bundled in place of `Intl.Segmenter` in Ink's text packages (segmenter.mjs says why). Plain ES, no imports.

const plain =
  /^[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2319\u2500-\u25fc\u2600-\u2613\u2701-\u2704\u2706-\u2709\u270c-\u2727\u2729-\u274b\u2758-\u2794\u2798-\u27af]*$/;

/**
 * True if every UTF-16 unit is one grapheme of one column: Latin, punctuation, arrows, mathematics, box drawing and
 * the dingbats that no terminal draws as emoji. No marks, joiners, wide characters, emoji or control characters.
 */
export function isPlain(text) {
  return plain.test(text);
}

// The same and the control characters, which are graphemes of their own unless a line feed follows a carriage return.
const separate =
  /^[\x00-\x0c\x0e-\x1f -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2319\u2500-\u25fc\u2600-\u2613\u2701-\u2704\u2706-\u2709\u270c-\u2727\u2729-\u274b\u2758-\u2794\u2798-\u27af]*$/;

let intl;

/** Has of `Intl.Segmenter` what the packages call: `segment`, and `containing` of what it returns. */
export const segmenter = {
  segment(text) {
    if (!separate.test(text)) {
      intl ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
      return intl.segment(text);
    }
    const segments = [];
    for (let index = 0; index < text.length; index++) {
      segments.push({ segment: text[index], index, input: text });
    }
    return Object.assign(segments, { containing: (index = 0) => segments[Math.trunc(index)] });
  },
};

/** An expression that is made for the first text that needs it. */
export function lazyExpression(make) {
  let expression;
  const made = () => {
    expression ??= make();
    return expression;
  };
  return {
    test: (text) => made().test(text),
    [Symbol.search]: (text) => text.search(made()),
    [Symbol.match]: (text) => text.match(made()),
    [Symbol.replace]: (text, replacement) => text.replace(made(), replacement),
  };
}
