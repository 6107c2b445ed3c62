import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardTrace } from '../../../src/core/decks/card-trace.ts';
import { pairAlike } from '../../../src/core/decks/pair-alike.ts';

const letters = (word: string): boolean => /^\p{L}+$/u.test(word);

/** One letter added, left out, changed or swapped, found by trying. */
function isMisspelling(a: string, b: string): boolean {
  if (a.length < 5 || b.length < 5 || a[0] !== b[0] || !letters(a) || !letters(b)) return false;
  const without = (word: string) => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
  const swapped = Array.from(a, (_, i) => a.slice(0, i) + (a[i + 1] ?? '') + (a[i] ?? '') + a.slice(i + 2));
  if (a.length !== b.length) return without(a).includes(b) || without(b).includes(a);
  return swapped.includes(b) || Array.from(a).filter((letter, i) => letter !== b[i]).length === 1;
}

const weight = (word: string): number => (['the', 'which', 'what'].includes(word) ? 0.2 : 1);
const sum = (words: readonly string[]): number => words.reduce((total, word) => total + weight(word), 0);

function slowLikeness(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let shared = 0;
  const unmatched = a.filter((word) => {
    const at = left.indexOf(word);
    if (at < 0) return true;
    left.splice(at, 1);
    shared += 2 * weight(word);
    return false;
  });
  // A word that is there twice meets one misspelling.
  const others = b.filter((word, i) => b.indexOf(word) === i && left.includes(word));
  for (const word of unmatched) {
    const at = others.findIndex((other) => isMisspelling(word, other));
    if (at < 0) continue;
    shared += weight(word) + weight(others[at] ?? '');
    others.splice(at, 1);
  }
  return sum(a) + sum(b) === 0 ? 0 : shared / (sum(a) + sum(b));
}

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

function slowScore(from: CardTrace, to: CardTrace): number {
  const question = slowLikeness(words(from.prompt), words(to.prompt));
  const isSame = from.answer !== '' && from.answer === to.answer;
  const isAlike = isSame
    ? question >= 0.5
    : question >= 0.7 && slowLikeness(words(from.answer), words(to.answer)) >= 0.6;
  const isNear = from.deck === to.deck || from.card === to.card;
  return isAlike ? question + (isSame ? 0.1 : 0) + (isNear ? 0.1 : 0) : 0;
}

/** Every card is compared with every other one, as long as they share a word or their answer. */
function slowPairs(gone: readonly CardTrace[], fresh: readonly CardTrace[]) {
  const meet = (a: CardTrace, b: CardTrace) =>
    a.answer === b.answer || words(a.prompt).some((word) => words(b.prompt).includes(word));
  const candidates = fresh
    .flatMap((to) => gone.map((from) => ({ from, to, score: meet(from, to) ? slowScore(from, to) : 0 })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<CardTrace>();
  return candidates.flatMap((one) => {
    const isFree = ({ from, to }: typeof one) => !taken.has(from) && !taken.has(to);
    const rivals = candidates.filter(
      (other) => other !== one && isFree(other) && (other.from === one.from || other.to === one.to),
    );
    if (!isFree(one) || rivals.some(({ score }) => score > one.score - 0.1)) return [];
    taken.add(one.from).add(one.to);
    return [`${one.from.card} ${one.to.card}`];
  });
}

const word = fc.constantFrom(
  ...['the', 'which', 'what', 'mount', 'mounts', 'muont', 'umount', 'moumt', 'system', 'systems', 'sistem'],
  ...['ext3', 'ext4', '--rm', '/etc/fstab', 'kernel', 'kernels', 'shows', 'show'],
);
const text = (most: number) => fc.array(word, { maxLength: most }).map((list) => list.join(' '));
// Few enough words for all of them to be looked up: the rarest four are.
const trace = fc.record({
  prompt: text(3),
  answer: fc.oneof(text(2), fc.constant('')),
  deck: fc.constantFrom('a', 'b'),
});
const side = (name: string) =>
  fc
    .array(trace, { maxLength: 6 })
    .map((traces) => traces.map((one, i): CardTrace => ({ ...one, card: `${name}${i}`, hash: '' })));

describe('pairing cards by likeness', () => {
  it('pairs what comparing every card with every other one pairs', () => {
    fc.assert(
      fc.property(side('gone'), side('fresh'), (gone, fresh) => {
        const pairs = pairAlike(gone, fresh).map(({ from, to }) => `${from.card} ${to.card}`);
        expect(pairs.sort()).toEqual(slowPairs(gone, fresh).sort());
      }),
      { numRuns: 1000 },
    );
  });
});
