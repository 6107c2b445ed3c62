import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../src/core/decks/card.ts';
import { formatDeck } from '../../../src/core/decks/format-deck.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';

const everyKind = readFileSync(new URL('../../fixtures/every-kind.md', import.meta.url), 'utf8');

describe('a deck of every kind', () => {
  const { deck, problems } = readDeck(everyKind);

  test('is read without a problem', () => {
    expect(problems).toEqual([]);
    expect(deck?.cards.map((card) => [card.id, card.content.kind, card.group])).toEqual([
      ['mid-file', 'basic', 'Identity'],
      ['type2', 'choice', 'Identity'],
      ['detect-virt', 'typed', 'Commands'],
      ['clone-steps', 'order', 'Commands'],
      ['run-cloze', 'cloze', 'Commands'],
    ]);
  });

  test('is written as it was read', () => {
    expect(deck && formatDeck(deck)).toBe(everyKind);
  });

  test('asks a reversible card in two directions and numbered gaps one by one', () => {
    expect(deck?.cards.map(partsOf)).toEqual([['', 'reverse'], [''], [''], [''], ['c1', 'c2']]);
  });

  test('keeps hints, explanations and transcripts apart from the answer', () => {
    expect(deck?.cards[0]?.hints).toEqual(['It lies below `/etc`.']);
    expect(deck?.cards[0]?.content).toEqual({ kind: 'basic', answer: '`/etc/machine-id`' });
    expect(deck?.cards[1]?.explanation).toBe('They run **on** an operating system.');
    expect(deck?.cards[4]?.explanation).toBe('`-d` is short for `--detach`.');
    expect(deck?.cards[4]?.transcripts).toEqual(['```console verify\n$ echo web\nweb\n```']);
  });
});

test('a broken card costs only itself', () => {
  const { deck, problems } = readDeck(deckOf('## A\n\na\n\n## B\n\n## C\n\nc\n'));
  expect(deck?.cards.map((card) => card.prompt)).toEqual(['A', 'C']);
  expect(problems.map(({ rule, line }) => [rule, line])).toEqual([['answer-empty', 9]]);
});
