import { readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { allPatches } from '../../.build/patches/all.mjs';
import { isPlain, segmenter } from '../../.build/patches/graphemes.mjs';
import { patchText } from '../../.build/patches/patch.mjs';
import { mayBeEmoji } from '../../.build/patches/string-width.mjs';

const source = (file: string) => readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8');
const everyUnit = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
const plainUnits = everyUnit.filter(isPlain);

describe('the patches of bundled packages', () => {
  test.each(allPatches.map((patch) => [patch.file, patch] as const))(
    'the patch of %s fits',
    (file, patch) => {
      expect(patchText(source(file), patch)).not.toBe(source(file));
    },
  );

  test('a patch whose target has changed names the file and what it looked for', () => {
    const patch = { file: 'ink/build/x.js', edits: [{ from: 'const a = 1;', to: '' }] };
    expect(() => patchText('const a = 2;', patch)).toThrow(/ink\/build\/x\.js[\s\S]*found it 0 times/);
    expect(() => patchText('const a = 1;const a = 1;', patch)).toThrow(/found it 2 times/);
  });
});

describe('plain text, which is measured without Intl and without emoji tables', () => {
  test('covers English, German and the marks of the interface', () => {
    expect(plainUnits.length).toBeGreaterThan(1500);
    expect(isPlain('Größe „ja“ – 3 × 4 … → ❯ ✓ ✗ • ━╭╮ █░ Straße')).toBe(true);
  });

  test('every character has one column', () => {
    expect(plainUnits.filter((unit) => stringWidth(unit) !== 1)).toEqual([]);
  });

  test('every character is a grapheme of its own beside any other', () => {
    const intl = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const separate = [...plainUnits, '\n', '\t', '\u001b'];
    const text = separate.flatMap((unit) => [unit, 'a', unit, unit]).join('');
    for (let index = 0; index < text.length; index++) {
      expect(segmenter.segment(text).containing(index)).toEqual(intl.segment(text).containing(index));
    }
    expect([...segmenter.segment(text)]).toEqual([...intl.segment(text)]);
  });

  test('other text is left to Intl', () => {
    for (const text of ['e\u0301', '\r\n', '日本', '👩‍👩‍👧', 'ᄀ', '\u200b', '\u{1f1e9}\u{1f1ea}']) {
      const intl = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
      expect([...segmenter.segment(text)]).toEqual([...intl.segment(text)]);
    }
  });
});

test('every emoji that is two columns wide passes the cheap test before the exact one', () => {
  // As a string: the compiler's target does not know the flag that every supported Node knows.
  const flags: string = 'v';
  const emoji = new RegExp('^\\p{RGI_Emoji}$', flags);
  const everyPoint = Array.from({ length: 0x20000 }, (_, point) => String.fromCodePoint(point));
  const single = everyPoint.flatMap((point) => [
    point,
    `${point}\ufe0f`,
    `${point}\u{1f3fb}`,
    `${point}\ufe0f\u20e3`,
  ]);
  const found = single.filter((text) => emoji.test(text));
  expect(found.length).toBeGreaterThan(1300);
  expect(found.filter((text) => !mayBeEmoji.test(text))).toEqual([]);
});
