import type { Raw } from '../text/shown.ts';
import type { Attributes, Card } from './card.ts';
import type { Deck } from './deck.ts';

/** A card's lists with those of its deck in front of them. */
export type EffectiveAttributes = Pick<Attributes, 'tags' | 'objectives' | 'sources' | 'facts' | 'terms'>;

/** For a card of a translation, `deck` is the base: the card already has the attributes of its original. */
export function effectiveAttributes({ head }: Pick<Deck, 'head'>, { attributes }: Card): EffectiveAttributes {
  return {
    tags: joined(head.tags, attributes.tags),
    objectives: joined(head.objectives, attributes.objectives),
    sources: joined(head.sources, attributes.sources),
    facts: attributes.facts,
    terms: attributes.terms,
  };
}

const joined = (ofDeck: readonly Raw[], ofCard: readonly Raw[]): readonly Raw[] =>
  ofDeck.length === 0 ? ofCard : [...new Set([...ofDeck, ...ofCard])];
