import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { clean, raw } from '../../../src/core/text/shown.ts';
import { displayWidth, graphemes, truncate } from '../../../src/core/text/width.ts';

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom(
        ...'a|é|é|仮|ガ|ｶﾞ|한|ᄀ|ᅡ|👩|👩🏽‍💻|👨‍👩‍👧|❤️|❤|✔|🇩🇪|🇩|1️⃣|1⃣|#|©️|🏴‍☠️|🏽|नि|กำ|♂️|☝🏽'.split('|'),
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => clean(raw(parts.join(''))));

describe('displayWidth', () => {
  test('agrees with string-width, by which Ink lays out', () => {
    fc.assert(
      fc.property(text, (line) => {
        fc.pre(!line.includes('\n'));
        expect([line, displayWidth(line)]).toEqual([line, stringWidth(line)]);
      }),
      { numRuns: 500 },
    );
  });

  test('a long text has the same characters as its parts', () => {
    const families = '👨‍👩‍👧🇩🇪仮नि'.repeat(200);
    expect(graphemes(families)).toHaveLength(800);
    expect(graphemes(`a${families}`).join('')).toBe(`a${families}`);
    expect(graphemes(`e${'\u0301'.repeat(5000)}x`)).toHaveLength(2);
  });

  test('East Asian letters are split as the segmenter of Unicode splits them', () => {
    const segmenter = new Intl.Segmenter('en');
    const letter = fc.constantFrom(...'仮ガ한ァ゙가、a é\ufffd\u3099\u0301\ufe0f\u200d');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 8 }), (letters) => {
        const line = letters.join('');
        expect(graphemes(line)).toEqual(Array.from(segmenter.segment(line), ({ segment }) => segment));
      }),
    );
  });

  test('long texts in any script are split as the segmenter of Unicode splits them', () => {
    const segmenter = new Intl.Segmenter('en');
    const unit = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(...'ﷺसกำກຳൎക각가ｶﾞ👩🏽🇩🇪1️⃣नि်् \u0301\u200d'),
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 600, maxLength: 700 }), (characters) => {
        const line = characters.join('');
        expect(graphemes(line)).toEqual(Array.from(segmenter.segment(line), ({ segment }) => segment));
      }),
      { numRuns: 50 },
    );
  });

  test('every cheap character fills one cell by string-width too', () => {
    for (let code = 0x20; code < 0x2800; code += 1) {
      const one = String.fromCharCode(code);
      expect([code, displayWidth(one)]).toEqual([code, stringWidth(one)]);
    }
  });
});

describe('truncate', () => {
  test('cuts between characters and says so', () => {
    expect(truncate(clean(raw('仮想マシン')), 6)).toBe('仮想…');
    expect(truncate(clean(raw('hosts')), 5)).toBe('hosts');
    expect(truncate(clean(raw('hosts')), 0)).toBe('');
    expect(truncate(clean(raw('machine')), 5, clean(raw('...')))).toBe('ma...');
    expect(truncate(clean(raw('machine')), 2, clean(raw('...')))).toBe('..');
  });

  test('is never wider than asked for', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 20 }), (line, width) => {
        expect(displayWidth(truncate(line, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
