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
const lookedUp = 6;
const mostBearers = 60;

interface Read {
  readonly trace: CardTrace;
  readonly prompt: readonly string[];
  readonly answer: readonly string[];
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
  answer: wordsOf(trace.answer),
  key: trace.answer.trim().toLowerCase().replace(/\s+/gu, ' '),
});

/** Every pair that is alike enough, found through the answer or through the rarest words of the question. */
function candidatesOf(gone: readonly Read[], fresh: readonly Read[]): Candidate[] {
  const bearers = new Map<string, Read[]>();
  for (const card of gone) {
    for (const key of new Set([`= ${card.key}`, ...card.prompt])) {
      const list = bearers.get(key);
      if (list === undefined) bearers.set(key, [card]);
      else list.push(card);
    }
  }
  const found: Candidate[] = [];
  for (const to of fresh) {
    for (const from of partnersOf(to, bearers)) {
      const score = scoreOf(from, to);
      if (score !== undefined) found.push({ from, to, score });
    }
  }
  return found;
}

function partnersOf(card: Read, bearers: ReadonlyMap<string, readonly Read[]>): ReadonlySet<Read> {
  const lists = [...new Set(card.prompt)]
    .flatMap((word) => {
      const list = bearers.get(word);
      return list === undefined ? [] : [list];
    })
    .sort((a, b) => a.length - b.length)
    .slice(0, lookedUp);
  lists.push(bearers.get(`= ${card.key}`) ?? []);
  return new Set(lists.filter((list) => list.length <= mostBearers).flat());
}

function scoreOf(from: Read, to: Read): number | undefined {
  const question = likeness(from.prompt, to.prompt);
  const isSameAnswer = from.key !== '' && from.key === to.key;
  const isAlike = isSameAnswer
    ? question >= leastWithAnswer
    : question >= leastQuestion && likeness(from.answer, to.answer) >= leastAnswer;
  if (!isAlike) return undefined;
  const isNear = from.trace.deck === to.trace.deck || from.trace.card === to.trace.card;
  return question + (isSameAnswer ? bonus : 0) + (isNear ? bonus : 0);
}
