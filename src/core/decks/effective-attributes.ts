import type { Raw } from '../text/shown.ts';
import type { Card } from './card.ts';
import type { Deck } from './deck.ts';

/*
 * A card's lists with those of its deck in front of them. For a card of a translation, `deck` is the base: the card
 * already has the attributes of its original.
 */

export const effectiveTags = ({ head }: Pick<Deck, 'head'>, { attributes }: Card): readonly Raw[] =>
  joined(head.tags, attributes.tags);

export const effectiveObjectives = ({ head }: Pick<Deck, 'head'>, { attributes }: Card): readonly Raw[] =>
  joined(head.objectives, attributes.objectives);

const joined = (ofDeck: readonly Raw[], ofCard: readonly Raw[]): readonly Raw[] =>
  ofDeck.length === 0 ? ofCard : [...new Set([...ofDeck, ...ofCard])];
