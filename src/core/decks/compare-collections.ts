import type { Raw } from '../text/shown.ts';
import type { Card } from './card.ts';
import type { CardTrace } from './card-trace.ts';
import type { Collection } from './collection.ts';
import { pairCards } from './pair-cards.ts';

export interface ComparedCard {
  readonly deck: string;
  readonly card: Card;
  readonly prompt: Raw;
}

/** Which cards of a collection are new, changed and gone after an update. */
export interface CollectionDifference {
  readonly added: readonly ComparedCard[];
  readonly changed: readonly ComparedCard[];
  readonly gone: readonly ComparedCard[];
}

type Cards = ReadonlyMap<string, ComparedCard>;

/** Compares by deck and card; an edited card without an id is recognised as the study session recognises it. */
export function compareCollections(
  before: Collection,
  after: Collection,
  traceOf: (card: ComparedCard) => CardTrace,
): CollectionDifference {
  const [old, current] = [cardsOf(before), cardsOf(after)];
  const changed = [...current].flatMap(([key, card]) => {
    const was = old.get(key);
    return was !== undefined && isOther(was.card, card.card) ? [card] : [];
  });
  const byTrace = (cards: Cards, other: Cards): ReadonlyMap<CardTrace, ComparedCard> =>
    new Map([...cards].flatMap(([key, card]) => (other.has(key) ? [] : [[traceOf(card), card]])));
  const [gone, added] = [byTrace(old, current), byTrace(current, old)];
  const decks = new Set(after.decks.map(({ id }) => id));
  const pairs = pairCards({ gone: [...gone.keys()], fresh: [...added.keys()], decks });
  const paired = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  const rest = (cards: ReadonlyMap<CardTrace, ComparedCard>): readonly ComparedCard[] =>
    [...cards].flatMap(([trace, card]) => (paired.has(trace) ? [] : [card]));
  const edited = pairs.flatMap(({ to }) => added.get(to) ?? []);
  return { added: rest(added), changed: [...changed, ...edited], gone: rest(gone) };
}

const cardsOf = ({ decks }: Collection): Cards =>
  new Map(
    decks.flatMap(({ id, base }) =>
      base.deck.cards.map((card) => [`${id}\n${card.id}`, { deck: id, card, prompt: card.prompt }] as const),
    ),
  );

const isOther = (a: Card, b: Card): boolean => a.prompt !== b.prompt || a.body !== b.body;
