import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deck } from '../../../src/core/decks/deck.ts';
import { formatDeck } from '../../../src/core/decks/format-deck.ts';
import { arbitraryDeck } from '../../support/arbitrary-deck.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';

/** Without the lines of its cards, which formatting may change. */
function unplaced(deck: Deck | undefined): unknown {
  const blocks = deck?.blocks.map((block) =>
    block.kind === 'card' ? { kind: 'card', card: { ...block.card, line: 0 } } : block,
  );
  return { ...deck, blocks, cards: deck?.cards.map((card) => ({ ...card, line: 0 })) };
}

const line = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '',
      '## A',
      '## B',
      '# G',
      '- [ ] a',
      '- [x] b',
      '* [X] c',
      '- []',
      '-[ ] x',
      '- [x]y',
      '- d',
      '  > why',
      '> q',
    ],
    ...[
      '> [!TIP]',
      '> [!NOTE] n',
      '```',
      '````',
      '~~~',
      '```answer path',
      '```order',
      '```yaml cloze',
      '```console verify',
    ],
    ...[
      '---',
      '===',
      '***',
      'text {{gap}}',
      '{{c1::a::b}}',
      '`{{',
      '}}',
      '\\{{',
      '<!-- id: a -->',
      '<!--',
      '-->',
      '<pre>',
    ],
    ...[
      '<!-- tags: [a, "b, c"], facts: F1',
      '<<<<<<< HEAD',
      '=======',
      '>>>>>>> x',
      '    code',
      '\tcode',
      '1. [ ] n',
      'lazy',
    ],
    ...[
      '## A <!-- id: z -->',
      '## C #',
      '##x',
      '   - [ ] e',
      '  continued',
      '| a | b |',
      '|---|---|',
      '## {{h}}',
      '  ```',
    ],
  ),
  fc.string({ maxLength: 12 }),
);
const anyText = fc.array(line, { maxLength: 40 }).map((lines) => deckOf(lines.join('\n')));

describe('a deck is written as it is read', () => {
  test('parse(format(deck)) is the deck, for every deck', () => {
    fc.assert(
      fc.property(arbitraryDeck, (deck) => {
        const { deck: read, problems } = readDeck(formatDeck(deck));
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(unplaced(read)).toEqual(unplaced(deck));
      }),
      { numRuns: 300 },
    );
  });

  test('format(parse(text)) is the text, when it is in canonical form', () => {
    fc.assert(
      fc.property(arbitraryDeck, (deck) => {
        const text = formatDeck(deck);
        const { deck: read } = readDeck(text);
        expect(read && formatDeck(read)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('formatting any text without errors changes nothing but its form, and nothing the second time', () => {
    let sound = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const { deck, problems } = readDeck(text);
        if (!deck || problems.some(({ severity }) => severity === 'error')) return;
        if (deck.cards.length > 0) sound++;
        const formatted = formatDeck(deck);
        const again = readDeck(formatted);
        expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(unplaced(again.deck)).toEqual(unplaced(deck));
        expect(again.deck && formatDeck(again.deck)).toBe(formatted);
      }),
      { numRuns: 5000 },
    );
    expect(sound).toBeGreaterThan(20);
  });
});
