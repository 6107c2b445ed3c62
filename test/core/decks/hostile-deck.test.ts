import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDeck } from '../../../src/core/decks/format-deck.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';

/** Large enough that anything quadratic in it would run into the test's time limit. */
const long = (text: string): string => text.repeat(Math.floor(300_000 / text.length));
/** The same in cards, each as large as a card may be. */
const largeCards = (text: string): string =>
  `## Q\n${text.repeat(Math.floor(65_000 / text.length))}\n`.repeat(3);

const nasty = [
  ...[
    '\n',
    '\t\n',
    '#\n',
    '## \n',
    '```\n',
    '````\n```x\n',
    '~~~\n',
    '>\n',
    '- a\n',
    '  - a\n',
    '-\n',
    'a\n=\n',
    '`a``\n',
  ],
  ...[
    '{{\n',
    '{{a\n',
    '}}\n',
    '{{a}} b\n',
    '<!--\n',
    '<!-- id: a -->\n',
    '<!-- id\n',
    '<pre>\n',
    '<<<<<<< a\n',
    '>>>>>>> a\n',
  ],
  ...[
    '<<<<<<< a\n=======\n',
    '- [x] a\n',
    '- [ ] a\n  > b\n',
    'a\n---\n',
    '😀é\n',
    '\r',
    '\0\n',
    '\\\n',
    '|\n',
    '1. a\n',
  ],
  ...[
    '> [!TIP]\n\n',
    '<a',
    '- ```\n',
    '- a\nb\n',
    '## a\n<!-- id: a, tags: [',
    '\ud800\n',
    '\u202e\u200b\n',
    '*',
    '_ ',
    '[',
    '![',
  ],
];

describe('a hostile deck', () => {
  test('of much of anything is read in linear time', () => {
    for (const text of nasty) {
      readDeck(deckOf(long(text)));
      readDeck(deckOf(largeCards(text)));
    }
  });

  test('with runs of backticks, fences or quotes of all lengths ends', () => {
    const runs = Array.from({ length: 350 }, (_, i) => `${'`'.repeat(i + 1)}a`).join('');
    readDeck(deckOf(`## Q\n{{${runs.replace(/.{8000}/gu, '$&\n')}\n`.repeat(5)));
    readDeck(deckOf(Array.from({ length: 1900 }, (_, i) => `${'`'.repeat(1910 - i)}\n## a\n`).join('')));
    readDeck(deckOf(`## Q\n<!-- ${'id: a,\n'.repeat(9000)} -->\n\nx\n`.repeat(5)));
    readDeck(deckOf(`## Q\n<!-- tags: "${' \n'.repeat(30_000)} b" -->\n\nx\n`.repeat(5)));
  });

  test('never makes the parser throw, whatever its characters', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...nasty,
        '## A\n',
        '\n',
        ' ',
        '  ',
        '    ',
        '-->',
        '```answer path\n',
        '```order\n',
        '```x cloze\n',
        ']',
        '"',
        "'",
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { deck, problems } = readDeck(deckOf(`## Q\n${pieces.join('')}`));
        if (deck) formatDeck(deck);
        for (const { line, column } of problems) expect(line > 0 && column > 0).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('has its problems within its lines, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...nasty.filter((t) => t.endsWith('\n')), '## A\n', 'x\n'), {
          maxLength: 40,
        }),
        (lines) => {
          const text = deckOf(lines.join(''));
          const { problems } = readDeck(text);
          const at = problems.map(({ line }) => line);
          expect(at).toEqual([...at].sort((a, b) => a - b));
          expect(Math.max(0, ...at)).toBeLessThanOrEqual(text.split('\n').length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
