import { expect, test } from 'vitest';
import type { CardMark, IndexedDeck } from '../../../src/core/decks/indexed-deck.ts';
import { itemsByObjective } from '../../../src/core/exam/exam-item.ts';
import { openLibrary } from '../../../src/core/session/library.ts';
import { raw } from '../../../src/core/text/shown.ts';

test('which cards serve an objective is known without reading one of them', () => {
  const mark = (id: string, objectives: readonly string[]): CardMark => ({
    id,
    parts: [''],
    fact: undefined,
    objectives,
    retired: false,
    examOnly: false,
    answer: undefined,
  });
  const deck: IndexedDeck = {
    collection: 'own',
    id: 'deck',
    title: raw('Deck'),
    titles: new Map(),
    paths: [],
    stamp: '',
    askable: 3,
    marks: () => [mark('a', ['102.6']), mark('b', []), mark('c', ['101.1', '102.6'])],
    card: (id) => {
      throw new Error(`The card ${id} was read.`);
    },
  };
  const library = openLibrary([
    { name: 'own', root: '/own', decks: [deck], exams: [], errorCount: 0, errors: [] },
  ]);
  const found = [...itemsByObjective(library)].map(([code, items]) => [
    code,
    items.map(({ ref }) => ref.card),
  ]);
  expect(found).toEqual([
    ['102.6', ['a', 'c']],
    ['101.1', ['c']],
  ]);
});
