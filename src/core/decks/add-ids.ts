import type { Card } from './card.ts';
import type { Deck } from './deck.ts';

const longest = 40;

export interface WithIds {
  readonly base: Deck;
  /** In the order given. */
  readonly translations: readonly Deck[];
  /** Indices of translations whose cards do not correspond to those of the base, which are left as they are. */
  readonly unlike: readonly number[];
}

/**
 * Gives an id to every card that has none: a slug of its prompt, numbered when it is taken. A translation whose
 * kinds and count agree in order gets the same ids. Deterministic.
 */
export function addIds(base: Deck, translations: readonly Deck[]): WithIds {
  const decks = [base, ...translations];
  const taken = new Set(decks.flatMap(({ cards }) => cards.flatMap(({ attributes }) => attributes.id ?? [])));
  const like = translations.filter((translation) => corresponds(base, translation));
  const ids = base.cards.map((card, i) => {
    const given = [base, ...like].map(({ cards }) => cards[i]?.attributes.id).find((id) => id !== undefined);
    return card.attributes.id ?? given ?? freeId(slugOf(card), taken);
  });
  return {
    base: withIds(base, ids),
    translations: translations.map((deck) => (like.includes(deck) ? withIds(deck, ids) : deck)),
    unlike: translations.flatMap((deck, i) => (like.includes(deck) || isComplete(deck) ? [] : [i])),
  };
}

const isComplete = ({ cards }: Deck): boolean => cards.every(({ attributes }) => attributes.id !== undefined);

function corresponds(base: Deck, { cards }: Deck): boolean {
  return (
    cards.length === base.cards.length &&
    base.cards.every((card, i) => {
      const other = cards[i];
      const [a, b] = [card.attributes.id, other?.attributes.id];
      return other?.content.kind === card.content.kind && (a === undefined || b === undefined || a === b);
    })
  );
}

function withIds(deck: Deck, ids: readonly string[]): Deck {
  let index = 0;
  const blocks = deck.blocks.map((block) => {
    if (block.kind !== 'card') return block;
    const id = ids[index++] ?? block.card.id;
    const attributes = { ...block.card.attributes, id };
    return { kind: 'card' as const, card: { ...block.card, id, attributes } };
  });
  return { ...deck, blocks, cards: blocks.flatMap((block) => (block.kind === 'card' ? [block.card] : [])) };
}

const letters = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['ø', 'o'],
]);

/** The slug of a card's prompt. */
export function slugOf({ prompt, content }: Pick<Card, 'prompt' | 'content'>): string {
  const text = content.kind === 'cloze' ? content.heading.map((segment) => segment.text).join('') : prompt;
  return slugOfText(text) || 'card';
}

/** Lower-case letters, digits and dashes, cut between words where there is a place for it; empty for other scripts. */
export function slugOfText(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæø]/gu, (letter) => letters.get(letter) ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  if (slug.length <= longest) return slug;
  const end = slug.slice(0, longest + 1).lastIndexOf('-');
  return slug.slice(0, end > longest / 2 ? end : longest);
}

function freeId(slug: string, taken: Set<string>): string {
  let id = slug;
  for (let n = 2; taken.has(id); n++) id = `${slug}-${n}`;
  taken.add(id);
  return id;
}
