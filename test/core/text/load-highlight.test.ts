import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawMarkdown, type Highlight } from '../../../src/core/text/draw-markdown.ts';
import { loadHighlight } from '../../../src/core/text/load-highlight.ts';
import { loadMarkdown } from '../../../src/core/text/markdown.ts';
import { clean, raw } from '../../../src/core/text/shown.ts';
import { plainText } from '../../../src/core/text/styled-line.ts';

let highlight: Highlight;
beforeAll(async () => {
  await loadMarkdown();
  highlight = await loadHighlight();
});

describe('loadHighlight', () => {
  test('colours change no letter of any code', () => {
    const code = fc.array(
      fc.constantFrom(
        'echo "$HOME"',
        "'",
        '"',
        '$(',
        ')',
        '\n',
        '# x',
        'key: 1',
        '[a]',
        '<<EOF',
        '`',
        '{',
        '💾',
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        code,
        fc.constantFrom('sh', 'console', 'yaml', 'json', 'ini', 'dockerfile'),
        (parts, language) => {
          const text = clean(raw(parts.join('')));
          expect(plainText(highlight(text, language) ?? [])).toBe(text);
        },
      ),
    );
  });

  test('in a transcript commands are told from what they print', () => {
    const spans = highlight(clean(raw('$ echo "a"\na\n')), 'console') ?? [];
    expect(spans.map(({ text, style }) => [text, style])).toEqual([
      ['$ ', ['dim']],
      ['echo', ['keyword']],
      [' ', undefined],
      ['"a"', ['string']],
      ['\n', undefined],
      ['a\n', undefined],
    ]);
  });

  test('an option or a path that holds the name of a command is none', () => {
    const commands = (code: string) =>
      (highlight(clean(raw(code)), 'sh') ?? [])
        .filter(({ style }) => style?.includes('keyword'))
        .map(({ text }) => text);
    expect(commands('docker run --rm alpine')).toEqual([]);
    expect(commands('/usr/bin/test -r file.if')).toEqual([]);
    expect(commands('if rm file; then echo x-rm; fi')).toEqual(['if', 'rm', 'then', 'echo', 'fi']);
  });

  test('a language it does not know stays plain, and so does code of many pages', () => {
    expect(highlight(clean(raw('a')), 'constructor')).toBeUndefined();
    expect(highlight(clean(raw('a '.repeat(5000))), 'sh')).toBeUndefined();
  });

  test('a block of code is drawn in colours inside of its own style', () => {
    const [line] = drawMarkdown(raw('```yaml\nkey: "a"\n```'), 40, { highlight });
    expect(line?.map(({ text, style }) => [text, style])).toEqual([
      ['  ', undefined],
      ['key:', ['code', 'keyword']],
      [' ', ['code']],
      ['"a"', ['code', 'string']],
    ]);
  });
});
