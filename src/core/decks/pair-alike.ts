import type { CardTrace } from './card-trace.ts';
import { likeness, Vocabulary, type Words } from './likeness.ts';

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
  readonly prompt: Words;
  /** The answer, letter case and white space apart; empty answers are equal to none. */
  readonly key: string;
  readonly answer: Words;
  /** By what it can be found: numbers of its answer and of the words of its question, each once. */
  readonly marks: readonly number[];
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
  const read = reader();
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
  const isClear = (candidate: Candidate, end: Read): boolean => {
    for (const other of byCard.get(end) ?? []) {
      // Best first: nobody after this one comes near it.
      if (other.score <= candidate.score - margin) return true;
      if (other !== candidate && isFree(other)) return false;
    }
    return true;
  };
  return candidates.flatMap((candidate) => {
    const { from, to } = candidate;
    if (!isFree(candidate) || !isClear(candidate, from) || !isClear(candidate, to)) return [];
    taken.add(from).add(to);
    return [{ from: from.trace, to: to.trace }];
  });
}

function reader(): (trace: CardTrace) => Read {
  const vocabulary = new Vocabulary();
  return (trace) => {
    const prompt = vocabulary.read(trace.prompt);
    const key = trace.answer.trim().toLowerCase().replace(/\s+/gu, ' ');
    // No word has a blank in it.
    const marks = new Set([vocabulary.word(`= ${key}`), ...prompt.list]);
    const answer = vocabulary.read(trace.answer);
    return { trace, prompt, key, answer, marks: Array.from(marks, ({ number }) => number) };
  };
}

/** Every pair that is alike enough, found through the answer or through the rarest words of the question. */
function candidatesOf(gone: readonly Read[], fresh: readonly Read[]): Candidate[] {
  const index = indexOf(gone, fresh);
  const found: Candidate[] = [];
  for (const to of fresh) {
    for (const from of partnersOf(to, index)) {
      const score = scoreOf(from, to);
      if (score !== undefined) found.push({ from, to, score });
    }
  }
  return found;
}

/** What bears a mark on either side. */
interface Bearers {
  readonly gone: Read[];
  count: number;
}

type Index = readonly (Bearers | undefined)[];

/** Bearers by the number of the mark. */
function indexOf(gone: readonly Read[], fresh: readonly Read[]): Index {
  const index: (Bearers | undefined)[] = [];
  for (const card of gone) {
    for (const mark of card.marks) {
      const bearers = index[mark];
      if (bearers === undefined) index[mark] = { gone: [card], count: 1 };
      else bearers.count = bearers.gone.push(card);
    }
  }
  for (const { marks } of fresh) {
    for (const mark of marks) {
      const bearers = index[mark];
      if (bearers !== undefined) bearers.count += 1;
    }
  }
  return index;
}

/** Who shares a rare mark with the card; what many cards have on either side finds nobody. */
function partnersOf({ marks }: Read, index: Index): ReadonlySet<Read> {
  const rare = marks.flatMap((mark) => {
    const bearers = index[mark];
    return bearers === undefined || bearers.count > 2 * mostBearers ? [] : [bearers];
  });
  rare.sort((a, b) => a.count - b.count);
  return new Set(rare.slice(0, lookedUp).flatMap((bearers) => bearers.gone));
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
