import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawInline, drawMarkdown } from '../../../src/core/text/draw-markdown.ts';
import { markGap } from '../../../src/core/text/gap-mark.ts';
import { isAlmostPlain, loadMarkdown } from '../../../src/core/text/markdown.ts';
import { type Raw, raw } from '../../../src/core/text/shown.ts';
import { lineWidth, plainText, type StyledLine } from '../../../src/core/text/styled-line.ts';
import { textPicture } from '../../support/text-picture.ts';

beforeAll(loadMarkdown);

const spansWith = (lines: readonly StyledLine[], style: string): string[] =>
  lines.flatMap((line) =>
    line.filter((s) => s.style?.some((one) => one === style)).map((s) => s.text as string),
  );
const picture = (text: string, width = 40): string => textPicture(drawMarkdown(raw(text), width));

const sample = raw(`A host is known by its **machine ID**, kept in \`/etc/machine-id\`: see
[the manual](https://www.freedesktop.org/software/systemd/man/machine-id.html) and *not* the serial number.

- cloned hosts share it
  - until \`systemd-machine-id-setup\` runs

    which a first boot does
- 仮想マシンを複製すると、同じ識別子を持つホストが二つできてしまいます。
- 👩‍👩‍👧 families and flags 🇩🇪 are two columns wide

10. ten
11. eleven

> A quoted line that is long enough to be broken at forty columns, and
> goes on.

\`\`\`console
# dbus-uuidgen --ensure=/etc/machine-id && rm /var/lib/dbus/machine-id && ln -s /etc/machine-id /var/lib/dbus
$ hostnamectl

\`\`\`

| Command | What it does | Since |
| --- | :-- | --: |
| \`systemd-machine-id-setup\` | writes a new machine ID unless there is one | 30 |
| \`dbus-uuidgen\` | prints or writes one, for a host without systemd | 1.0 |

![a picture of two hosts](hosts.png)

Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
`);

describe('drawMarkdown', () => {
  test.each([40, 80, 120])('draws every kind of block at %i columns', async (width) => {
    await expect(textPicture(drawMarkdown(sample, width))).toMatchFileSnapshot(
      `../../frames/markdown-${width}.txt`,
    );
  });

  test('styles nest from the outermost to the innermost', () => {
    expect(drawMarkdown(raw('**a *b* `c`**'), 20)).toEqual([
      [
        { text: 'a ', style: ['strong'] },
        { text: 'b', style: ['strong', 'emphasis'] },
        { text: ' ', style: ['strong'] },
        { text: 'c', style: ['strong', 'code'] },
      ],
    ]);
  });

  test('HTML is text', () => {
    expect(picture('<b>x</b> <script>y</script>')).toBe('<b>x</b> <script>y</script>\n');
  });

  test('a link names its host, however it is dressed up', () => {
    expect(picture('[bank](https://bank.example@evil.example:8080/x)')).toBe('bank (evil.example)\n');
    expect(picture('[https://bank.example](https://evil.example/)', 60)).toBe(
      'https://bank.example (evil.example)\n',
    );
    expect(picture('<https://bank.example/a>')).toBe('https://bank.example/a\n');
    expect(picture('[notes](notes.md)')).toBe('notes\n');
  });

  test('an entity makes no control character', () => {
    expect(picture('a&#27;[31m&#x9b;&#x202e;')).toBe('a�[31m�‹U+202E›\n');
  });

  test('marks cannot be piled up by cutting them with emphasis', () => {
    expect(picture('e\u0301*\u0301\u0301*')).toBe('e\u0301◌\u0301\u0301\n');
  });

  test('a gap is drawn as one in text, in code and in a block of code', () => {
    const gap = markGap(raw('[…]'));
    expect(spansWith(drawMarkdown(raw(`Run ${gap} now`), 40), 'gap')).toEqual(['[…]']);
    expect(spansWith(drawMarkdown(raw(`Run \`ssh-keygen ${gap}\``), 40), 'gap')).toEqual(['[…]']);
    expect(spansWith(drawMarkdown(raw(`\`\`\`sh\na ${gap}\n\`\`\``), 40), 'gap')).toEqual(['[…]']);
    expect(spansWith(drawMarkdown(markGap(raw('a **b** `c`')), 40), 'gap')).toEqual(['a ', 'b', ' ', 'c']);
  });

  test('a table that does not fit is told row by row', () => {
    expect(picture('| Signal | Number |\n|--|--|\n| SIGHUP | 1 |\n| SIGTERM | 15 |', 13)).toBe(
      'Signal: \n  SIGHUP\nNumber: 1\n\nSignal:\n  SIGTERM\nNumber: 15\n'.replace(': \n', ':\n'),
    );
  });

  test('an option of one line is drawn without paragraphs', () => {
    expect(drawInline(raw('- not a list'), 20).map(plainText)).toEqual(['- not a list']);
    expect(drawInline(raw('one\ntwo'), 20).map(plainText)).toEqual(['one two']);
  });

  const pieces = fc.constantFrom(
    ...'a|word|- |> |1. |    |`|```\n|**|_|[x](https://y.example)|![|](|\\|| \\| |\n|\n\n|--|# |仮想|👩‍👧|é|\u0301|~|&amp;|<b>|Verylongword|  \n|\ufdd0|\ufdd1|ᄀᄀᄀᄀ'.split(
      '|',
    ),
  );
  const markdown = fc.array(pieces, { maxLength: 60 }).map((parts) => raw(parts.join('')));

  test('no line is wider than the width, whatever the text', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 2, max: 50 }), (text, width) => {
        for (const line of drawMarkdown(text, width)) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 400 },
    );
  });

  test('no letter of the text is lost, at any width', () => {
    const letters = (lines: readonly StyledLine[]): string =>
      lines
        .map(plainText)
        .join('')
        .replace(/[^\p{L}\p{Extended_Pictographic}]/gu, '');
    fc.assert(
      fc.property(markdown, fc.integer({ min: 2, max: 50 }), (text, width) => {
        fc.pre(!text.includes('|'));
        expect(letters(drawMarkdown(text, width))).toBe(letters(drawMarkdown(text, 500)));
      }),
      { numRuns: 400 },
    );
  });

  test('a text without markup but code looks the same with and without the parser', () => {
    const words = fc.constantFrom(
      'a',
      'b.',
      '7',
      'ä',
      '仮',
      ' ',
      ' ',
      '\n',
      '\n',
      '\n\n',
      '(c)',
      'x:',
      '"',
      "'",
      ...['`', '``', '`c`', '` c `', '`  `', '`-f *d* <e> &amp; \\\\`', '`[x]`'],
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
        (text) => {
          fc.pre(isAlmostPlain(text));
          const parsed: Raw = raw(`${text}\n\n[x]: y`);
          expect(picture(text, 12)).toBe(picture(parsed, 12));
          const code = spansWith(drawMarkdown(raw(text), 500), 'code');
          expect(code).toEqual(spansWith(drawMarkdown(parsed, 500), 'code'));
        },
      ),
    );
  });

  test.each([
    '*',
    '**a ',
    '[',
    '![',
    '`',
    '> ',
    '- ',
    '    - ',
    '|',
    '| a ',
    '<',
    '&',
    '_a',
    '[](',
    '\\',
    '~',
    '# ',
    'a\n',
    '(',
    '\ufdd0',
    '`` ` ',
  ])('64 KiB of %j neither crash nor stall', (unit) => {
    const rows = drawMarkdown(raw(unit.repeat(65_536 / unit.length)), 72);
    expect(rows.every((row) => lineWidth(row) <= 72)).toBe(true);
  });
});
