import { describe, expect, it } from 'vitest';
import { addIds, slugOf } from '../../../src/core/decks/add-ids.ts';
import type { Deck } from '../../../src/core/decks/deck.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';

function deckWith(cards: string): Deck {
  const { deck } = readDeck(deckOf(cards));
  if (deck === undefined) throw new Error('no deck');
  return deck;
}

const idsOf = ({ cards }: Deck): readonly string[] => cards.map(({ id }) => id);
const basic = (prompt: string, id?: string) =>
  `## ${prompt}\n\n${id === undefined ? '' : `<!-- id: ${id} -->\n\n`}Answer to ${prompt}.\n`;

describe('the slug of a prompt', () => {
  const slug = (prompt: string) =>
    slugOf({ prompt: raw(prompt), content: { kind: 'basic', answer: raw('') } });

  it.each([
    ['Which command prints `uname -r`?', 'which-command-prints-uname-r'],
    ['Über Größe', 'ueber-groesse'],
    ['Où est-ce?', 'ou-est-ce'],
    ['虚拟化', 'card'],
    [`${'word '.repeat(20)}`, 'word-word-word-word-word-word-word-word'],
    ['x'.repeat(90), 'x'.repeat(40)],
  ])('of %s is %s', (prompt, expected) => {
    expect(slug(prompt)).toBe(expected);
  });
});

describe('ids that were missing', () => {
  it('are slugs, numbered where one is taken, and those that are there stay', () => {
    const deck = deckWith([basic('One'), basic('One!'), basic('Two', 'one-2'), basic('one?')].join('\n'));
    expect(idsOf(addIds(deck, []).base)).toEqual(['one', 'one-3', 'one-2', 'one-4']);
  });

  it('are the same in a translation that has the same kinds in the same order', () => {
    const base = deckWith(`${basic('One')}\n${basic('Two', 'second')}`);
    const german = deckWith(`${basic('Eins')}\n${basic('Zwei')}`);
    const { translations, unlike } = addIds(base, [german]);
    expect(translations.map(idsOf)).toEqual([['one', 'second']]);
    expect(unlike).toEqual([]);
  });

  it('come from the translation when only that has them', () => {
    const { base } = addIds(deckWith(basic('One')), [deckWith(basic('Eins', 'first'))]);
    expect(idsOf(base)).toEqual(['first']);
  });

  it.each([
    ['count', basic('Eins')],
    ['kind', `${basic('Eins')}\n## Zwei\n\n- [x] a\n- [ ] b\n`],
    ['id', `${basic('Eins', 'other')}\n${basic('Zwei')}`],
  ])('are not guessed for a translation that differs in %s', (_name, text) => {
    const base = deckWith(`${basic('One', 'one')}\n${basic('Two')}`);
    const german = deckWith(text);
    const result = addIds(base, [german]);
    expect(result.unlike).toEqual([0]);
    expect(result.translations).toEqual([german]);
    expect(idsOf(result.base)).toEqual(['one', 'two']);
  });
});
