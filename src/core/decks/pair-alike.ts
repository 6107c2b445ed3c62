import type { CardTrace } from './card-trace.ts';
import { likeness, wordsOf } from './likeness.ts';

/** Least likeness of two questions with the same answer. */
const leastWithAnswer = 0.5;
/** Least likeness of two questions and of their answers where these differ. */
const leastQuestion = 0.7;
const leastAnswer = 0.6;
/** How much better a pair must be than the next best of either card. */
const margin = 0.1;
/** What staying in its deck, or keeping its id, counts for. */
const bonus = 0.1;
/** The words of a question that are looked up, rarest first, and how common such a word may be. */
const lookedUp = 4;
const mostBearers = 24;

interface Read {
  readonly trace: CardTrace;
  readonly prompt: readonly string[];
  /** The answer, letter case and white space apart; empty answers are equal to none. */
  readonly key: string;
}

interface Candidate {
  readonly from: Read;
  readonly to: Read;
  readonly score: number;
}

/**
 * Pairs edited cards by likeness, best first. A pair counts only when no other partner still free comes near it, for
 * either of its cards. Works on an index of words: the cost grows with the cards and not with their square.
 */
export function pairAlike(
  gone: readonly CardTrace[],
  fresh: readonly CardTrace[],
): readonly { readonly from: CardTrace; readonly to: CardTrace }[] {
  if (gone.length === 0 || fresh.length === 0) return [];
  const candidates = candidatesOf(gone.map(read), fresh.map(read)).sort((a, b) => b.score - a.score);
  const byCard = new Map<Read, Candidate[]>();
  for (const candidate of candidates) {
    for (const end of [candidate.from, candidate.to]) {
      const list = byCard.get(end);
      if (list === undefined) byCard.set(end, [candidate]);
      else list.push(candidate);
    }
  }
  const taken = new Set<Read>();
  const isFree = ({ from, to }: Candidate): boolean => !taken.has(from) && !taken.has(to);
  const isClear = (candidate: Candidate, end: Read): boolean =>
    (byCard.get(end) ?? []).every(
      (other) => other === candidate || !isFree(other) || other.score <= candidate.score - margin,
    );
  return candidates.flatMap((candidate) => {
    const { from, to } = candidate;
    if (!isFree(candidate) || !isClear(candidate, from) || !isClear(candidate, to)) return [];
    taken.add(from).add(to);
    return [{ from: from.trace, to: to.trace }];
  });
}

const read = (trace: CardTrace): Read => ({
  trace,
  prompt: wordsOf(trace.prompt),
  key: trace.answer.trim().toLowerCase().replace(/\s+/gu, ' '),
});

/** Every pair that is alike enough, found through the answer or through the rarest words of the question. */
function candidatesOf(gone: readonly Read[], fresh: readonly Read[]): Candidate[] {
  const index = indexOf(gone);
  const counts = countOf(fresh, index);
  const found: Candidate[] = [];
  for (const to of fresh) {
    for (const from of partnersOf(to, index, counts)) {
      const score = scoreOf(from, to);
      if (score !== undefined) found.push({ from, to, score });
    }
  }
  return found;
}

/** Cards by each word of their question and by their answer. */
type Index = ReadonlyMap<string, readonly Read[]>;

const keysOf = (card: Read): ReadonlySet<string> => new Set([`= ${card.key}`, ...card.prompt]);

function indexOf(cards: readonly Read[]): Index {
  const index = new Map<string, Read[]>();
  for (const card of cards) {
    for (const key of keysOf(card)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [card]);
      else list.push(card);
    }
  }
  return index;
}

function countOf(cards: readonly Read[], index: Index): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const card of cards) {
    for (const key of keysOf(card)) if (index.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Who shares a rare key with the card; what many cards have on either side finds nobody. */
function partnersOf(card: Read, index: Index, counts: ReadonlyMap<string, number>): ReadonlySet<Read> {
  const lists = [...keysOf(card)].flatMap((key) => {
    const list = index.get(key) ?? [];
    const count = list.length + (counts.get(key) ?? 0);
    return list.length === 0 || count > 2 * mostBearers ? [] : [{ list, count }];
  });
  lists.sort((a, b) => a.count - b.count);
  return new Set(lists.slice(0, lookedUp).flatMap(({ list }) => list));
}

function scoreOf(from: Read, to: Read): number | undefined {
  const question = likeness(from.prompt, to.prompt);
  const isSameAnswer = from.key !== '' && from.key === to.key;
  const isAlike = isSameAnswer
    ? question >= leastWithAnswer
    : question >= leastQuestion &&
      likeness(wordsOf(from.trace.answer), wordsOf(to.trace.answer)) >= leastAnswer;
  if (!isAlike) return undefined;
  const isNear = from.trace.deck === to.trace.deck || from.trace.card === to.trace.card;
  return question + (isSameAnswer ? bonus : 0) + (isNear ? bonus : 0);
}
