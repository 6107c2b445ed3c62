import type { CardTrace } from './card-trace.ts';
import { pairAlike } from './pair-alike.ts';

export interface CardPair {
  readonly from: CardTrace;
  readonly to: CardTrace;
  readonly why: 'deck' | 'same' | 'alike';
}

export interface Strangers {
  /** Known cards that the decks no longer hold. */
  readonly gone: readonly CardTrace[];
  /** Cards of the decks that nobody knows. */
  readonly fresh: readonly CardTrace[];
  /** Ids of decks that are there, whether or not their cards are known. */
  readonly decks: ReadonlySet<string>;
}

/**
 * Which fresh cards of a collection are gone ones after an edit (deck format, section 6): a whole deck under a new id
 * first, then the same id, question or text, then likeness. A card is paired once and only when nothing else would do
 * about as well; what is in doubt stays apart.
 */
export function pairCards(strangers: Strangers): readonly CardPair[] {
  const pairing = new Pairing(strangers);
  for (const [from, to] of movedDecks(strangers)) {
    pairing.pairBy('deck', (trace, side) => deckKey(trace, side, from, to, trace.hash));
    pairing.pairBy('deck', (trace, side) => deckKey(trace, side, from, to, trace.card));
  }
  const byHash = ({ hash }: CardTrace) => (hash === '' ? undefined : hash);
  pairing.pairBy('same', (trace) => joined(trace.deck, byHash(trace)));
  pairing.pairBy('same', (trace) => joined(trace.card, byHash(trace)));
  pairing.pairBy('same', (trace) => joined(trace.answer, byHash(trace)));
  pairing.pairBy('same', byHash);
  pairing.pairBy('same', (trace) => joined(trace.deck, trace.prompt, trace.answer));
  pairing.pairBy('same', (trace) => joined(trace.prompt, trace.answer));
  for (const { from, to } of pairAlike(pairing.gone(), pairing.fresh()))
    pairing.add({ from, to, why: 'alike' });
  return pairing.pairs;
}

type Side = 'gone' | 'fresh';

const joined = (...pieces: readonly (string | undefined)[]): string | undefined =>
  pieces.includes(undefined) ? undefined : pieces.join('\u0000');

const deckKey = (trace: CardTrace, side: Side, from: string, to: string, key: string): string | undefined =>
  trace.deck === (side === 'gone' ? from : to) && key !== '' ? key : undefined;

class Pairing {
  readonly pairs: CardPair[] = [];
  private readonly strangers: Strangers;
  private readonly taken = new Set<CardTrace>();

  constructor(strangers: Strangers) {
    this.strangers = strangers;
  }

  gone(): readonly CardTrace[] {
    return this.strangers.gone.filter((trace) => !this.taken.has(trace));
  }

  fresh(): readonly CardTrace[] {
    return this.strangers.fresh.filter((trace) => !this.taken.has(trace));
  }

  /** Pairs what has a key that one gone card and one fresh card share, and no other. */
  pairBy(why: CardPair['why'], keyOf: (trace: CardTrace, side: Side) => string | undefined): void {
    const fresh = groupBy(this.fresh(), (trace) => keyOf(trace, 'fresh'));
    for (const [key, sources] of groupBy(this.gone(), (trace) => keyOf(trace, 'gone'))) {
      const [from, otherFrom] = sources;
      const [to, otherTo] = fresh.get(key) ?? [];
      if (from && to && !otherFrom && !otherTo) this.add({ from, to, why });
    }
  }

  add(pair: CardPair): void {
    this.taken.add(pair.from).add(pair.to);
    this.pairs.push(pair);
  }
}

function groupBy(
  traces: readonly CardTrace[],
  keyOf: (trace: CardTrace) => string | undefined,
): ReadonlyMap<string, readonly CardTrace[]> {
  const groups = new Map<string, CardTrace[]>();
  for (const trace of traces) {
    const key = keyOf(trace);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [trace]);
    else group.push(trace);
  }
  return groups;
}

/** A deck is another one under a new id when at least this share of its known cards asks the same questions there. */
const deckShare = 0.5;

/** Decks that are gone, each with the deck that took its place: the best one for it, as it is the best for that one. */
function movedDecks({ gone, fresh, decks }: Strangers): readonly (readonly [string, string])[] {
  const freshByHash = groupBy(fresh, ({ hash }) => hash || undefined);
  const sizes = new Map<string, number>();
  const shared = new Map<string, Map<string, number>>();
  for (const trace of gone) {
    if (decks.has(trace.deck)) continue;
    sizes.set(trace.deck, (sizes.get(trace.deck) ?? 0) + 1);
    const counts = shared.get(trace.deck) ?? new Map<string, number>();
    shared.set(trace.deck, counts);
    const homes = new Set((freshByHash.get(trace.hash) ?? []).map(({ deck }) => deck));
    for (const deck of homes) counts.set(deck, (counts.get(deck) ?? 0) + 1);
  }
  const best = new Map<string, { deck: string; count: number; tied: boolean }>();
  const moves: (readonly [string, string])[] = [];
  for (const [from, counts] of shared) {
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
    if (first === undefined || first[1] === second?.[1]) continue;
    if (first[1] < deckShare * (sizes.get(from) ?? 0)) continue;
    const rival = best.get(first[0]);
    if (rival === undefined || first[1] > rival.count) {
      best.set(first[0], { deck: from, count: first[1], tied: false });
    } else if (first[1] === rival.count) rival.tied = true;
  }
  for (const [to, { deck, tied }] of best) if (!tied) moves.push([deck, to]);
  return moves;
}
