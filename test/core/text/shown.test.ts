import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, raw } from '../../../src/core/text/shown.ts';

const show = (text: string): string => clean(raw(text));

describe('clean', () => {
  test('every kind of line end becomes a newline, and a tab four spaces', () => {
    expect(show('a\r\nb\rc\u2028d\u2029e\u0085f\tg')).toBe('a\nb\nc\nd\ne\nf    g');
  });

  test.each([
    ['a colour', 'a\u001b[31mb', 'ab'],
    ['a colour in C1 form', 'a\u009b31mb', 'ab'],
    ['a clipboard write', 'a\u001b]52;c;aGk=\u0007b', 'ab'],
    ['a title in C1 form', 'a\u009d0;title\u009cb', 'ab'],
    ['a hyperlink', '\u001b]8;;https://x.example\u001b\\a\u001b]8;;\u001b\\', 'a'],
    ['a device string over two lines', 'a\u001bPq1\n2\u001b\\b', 'ab'],
    ['an unterminated title, up to the end of its line', 'a\u001b]0;title\nb', 'a\nb'],
    ['an unterminated colour', 'a\u001b[31', 'a'],
    ['a lone escape at the end', 'a\u001b', 'a'],
    ['a reset', 'a\u001bcb', 'ab'],
    ['a bell, a backspace and a delete', 'a\u0007\b\u007fb', 'ab'],
  ])('removes %s', (_, text, seen) => {
    expect(show(text)).toBe(seen);
  });

  test.each([
    ['a bidi override', 'a\u202eb', 'a‹U+202E›b'],
    ['a zero-width space', 'a\u200bb', 'a‹U+200B›b'],
    ['a soft hyphen', 'a\u00adb', 'a‹U+00AD›b'],
    ['a Hangul filler', 'a\u3164b', 'a‹U+3164›b'],
    ['a tag character', 'a\u{e0041}b', 'a‹U+E0041›b'],
    ['an interlinear mark', 'a\ufff9b', 'a‹U+FFF9›b'],
    ['a lone surrogate', 'a\ud800b', 'a‹U+D800›b'],
    ["the core's own gap marks", '\ufdd0a\ufdd1', '‹U+FDD0›a‹U+FDD1›'],
    ['a noncharacter', '\u{1ffff}', '‹U+1FFFF›'],
    ['a joiner between Latin letters', 'a\u200db', 'a‹U+200D›b'],
    ['a variation selector on a letter', 'a\ufe0f', 'a‹U+FE0F›'],
    ['a second selector on an emoji', '❤\ufe0f\ufe0f', '❤\ufe0f‹U+FE0F›'],
  ])('names %s', (_, text, seen) => {
    expect(show(text)).toBe(seen);
  });

  test.each([
    ['a family', '👨‍👩‍👧'],
    ['a heart on fire', '❤️‍🔥'],
    ['a skin tone with a joiner', '👩🏽‍💻'],
    ['a keycap', '1️⃣'],
    ['Persian with a non-joiner', 'می‌خواهم'],
    ['Devanagari with a joiner', 'क्‍ष'],
    ['Vietnamese in pieces', 'Việt Nam'.normalize('NFD')],
  ])('leaves %s alone', (_, text) => {
    expect(show(text)).toBe(text);
  });

  test('no single character that is a control, invisible or a mark is left as it is', () => {
    const left = Array.from({ length: 0x10000 }, (_, i) => String.fromCharCode(i)).filter(
      (c) =>
        /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\p{M}\p{Zl}\p{Zp}]/u.test(
          c,
        ) && show(c) === c,
    );
    expect(left).toEqual(['\n']);
  });

  test('a base keeps four marks of a pile', () => {
    expect(show(`e${'\u0301'.repeat(40)}x`)).toBe(`e${'\u0301'.repeat(4)}x`);
  });

  test('a mark that begins a text cannot land on what is drawn before it', () => {
    expect(show('\u0301a\n\u0302b')).toBe('◌\u0301a\n◌\u0302b');
  });

  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          ...'\u001b \u009b \u009d [ ] 31m \u0007 \u001b\\ \n \r \t \u200d \u200c \ufe0f \u202e \u0301 \u0915 \u094d 👩 🏽 ❤ 1 \u20e3 ‹U+200D› \ud800 \udc00 \ufdd0 \u180b \u1820'.split(
            ' ',
          ),
        ),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  test('no control, bidi or stray zero-width character survives any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const seen = show(text);
        expect(seen).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
        expect(seen).not.toMatch(/[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u);
        expect(seen).not.toMatch(/[\p{Cs}\p{Noncharacter_Code_Point}]/u);
        expect(seen).not.toMatch(/(?:^|[\x00-\x7f])(?:[\u200c\u200d]|\ufe0f(?!\u20e3))/u);
        expect(seen).not.toMatch(/\p{M}{5}/u);
      }),
      { numRuns: 500 },
    );
  });

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(show(show(text))).toBe(show(text));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '\u001b',
    '\u001b]',
    '\u009d\n',
    '\u001b[',
    '\u001b[0',
    '\u0090x',
    '\u0301',
    '\u200d',
    '👩\u200d',
    '\r',
    '\u202e',
  ])('a megabyte of %j does not stall', (unit) => {
    expect(show(unit.repeat(1_000_000 / unit.length))).not.toContain('\u001b');
  });
});
