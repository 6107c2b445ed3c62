import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAttributes } from '../../../src/core/decks/format-attributes.ts';
import { noAttributes } from '../../../src/core/decks/parse-attributes.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';

const long = 'Docker documentation, Docker overview';

describe('the attribute comment', () => {
  it('stays on one line while it fits', () => {
    expect(formatAttributes({ ...noAttributes, id: 'a', tags: [raw('core')] })).toBe(
      '<!-- id: a, tags: [core] -->',
    );
  });

  it('is broken between entries at 100 columns', () => {
    const attributes = { ...noAttributes, id: 'x'.repeat(40), sources: [raw(long)], facts: ['F1', 'F2'] };
    expect(formatAttributes(attributes)).toBe(
      `<!-- id: ${'x'.repeat(40)}, source: "${long}",\n  facts: [F1, F2] -->`,
    );
  });

  it('is broken within a list that fills more than a line', () => {
    const facts = Array.from({ length: 30 }, (_, i) => `F${100 + i}`);
    const lines = formatAttributes({ ...noAttributes, id: 'a', facts }).split('\n');
    expect(lines.map((line) => line.length <= 100)).toEqual([true, true, true]);
    expect(lines[0]).toMatch(/^<!-- id: a, facts: \[F100, .*,$/u);
    expect(lines[1]).toMatch(/^ {2}F\d.*,$/u);
  });

  it('is read again as it was, whatever its length, and no line is longer than it must be', () => {
    const word = fc.stringMatching(/^[a-zA-Z"':,#> -]{1,30}$/u).map((text) => raw(`w${text}`.trim()));
    const words = fc.array(word, { maxLength: 12 });
    fc.assert(
      fc.property(words, words, words, (tags, sources, terms) => {
        const attributes = { ...noAttributes, id: 'card', tags, sources, terms, reverse: true };
        const comment = formatAttributes(attributes);
        expect(readDeck(deckOf(`## Q\n\n${comment}\n\nA\n`)).deck?.cards[0]?.attributes).toEqual(attributes);
        expect(Math.max(...comment.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
      }),
    );
  });
});
