import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardsByLine } from '../../../src/core/decks/cards-by-line.ts';
import { formatDeck } from '../../../src/core/decks/format-deck.ts';
import { outlineOf } from '../../../src/core/decks/outline.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { arbitraryDeck } from '../../support/arbitrary-deck.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';

/** Checks each card of a text; gives their number. */
function expectSameCards(text: string): number {
  const { deck } = readDeck(text);
  if (deck === undefined) return 0;
  const outline = outlineOf(
    deck,
    deck.cards.map(({ id }) => id),
  );
  const cardAt = cardsByLine(raw(text), outline);
  // The last one first: none may lean on one above it.
  expect(outline.lines.toReversed().map(cardAt)).toEqual(deck.cards.toReversed());
  return deck.cards.length;
}

const root = join(import.meta.dirname, '../../..');
const deckFiles = ['decks', 'test/fixtures'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .filter((text) => /^---\ndeck:/u.test(text)),
);

test('a card that is parsed alone is the card of the whole deck, in every deck at hand', () => {
  expect(deckFiles.length).toBeGreaterThan(30);
  const cards = deckFiles.reduce((sum, text) => sum + expectSameCards(text), 0);
  expect(cards).toBeGreaterThan(1000);
});

test('a card that is parsed alone is the card of the whole deck, whatever the deck', () => {
  fc.assert(
    fc.property(arbitraryDeck, (deck) => void expectSameCards(formatDeck(deck))),
    { numRuns: 300 },
  );
});

const pieces = fc.constantFrom(
  ...['# Group', '## Question?', '## Other?', '', '', 'text', '- [x] a', '- [ ] b', '- item', '  in it'],
  ...['```', '~~~~', '```answer literal', '<!-- id: a -->', '<!--', '-->', '<pre>', '</pre>', '> quote'],
  ...['> ```', '    code', '===', '---', '{{gap}}', '<<<<<<< ours', '=======', '>>>>>>> theirs', '1. one'],
);

test('a card that is parsed alone is the card of the whole deck, however broken the text around it', () => {
  let cards = 0;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom('all', 'marked'), (lines, which) => {
      cards += expectSameCards(deckOf(lines.join('\n'), `deck: Test\ncards: ${which}`));
    }),
    { numRuns: 3000 },
  );
  expect(cards).toBeGreaterThan(50);
});

test('a card is not given where none stands', () => {
  const text = deckOf('# Group\n\n## One?\n\nAnswer\n');
  const { deck } = readDeck(text);
  const cardAt = cardsByLine(raw(text), outlineOf(deck ?? expect.fail(), []));
  expect([0, 1, 5, 6, 8, 99].map(cardAt)).toEqual(Array(6).fill(undefined));
  expect(cardAt(7)?.group).toBe('Group');
});
