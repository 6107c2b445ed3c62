import { compareWords, type ScriptComparer } from './compare-words.ts';
import { type Comparison, near, right, wrong } from './comparison.ts';
import { quotingReason } from './quoting-reason.ts';
import type { Redirection } from './shell-words.ts';

/**
 * Redirections are a set, but for those that copy another (`2>&1`): what they copy depends on those before. So both
 * sides are followed to where each descriptor leads in the end.
 */
export function compareRedirections(
  typed: readonly Redirection[],
  expected: readonly Redirection[],
  sameScript: ScriptComparer,
): Comparison {
  if (typed.length !== expected.length) return wrong;
  if (typed.length === 0) return right();
  const given = follow(typed);
  const wanted = follow(expected);
  const open = new Set(given);
  const reasons = [];
  for (const end of wanted) {
    const alike = [...open].filter((other) => other.way === end.way);
    const match =
      alike.find((other) => compareWords(other.target, end.target, sameScript) === 'same') ??
      alike.find((other) => compareWords(other.target, end.target, sameScript) === 'quoting');
    if (match === undefined) return wrong;
    open.delete(match);
    if (compareWords(match.target, end.target, sameScript) === 'quoting') {
      reasons.push(quotingReason(match.target, end.target));
    }
  }
  if (reasons.length > 0) return near(...reasons);
  const sameOrder = given.every((end, i) => end.way === wanted[i]?.way);
  return right(sameOrder ? [] : [{ kind: 'redirection-order' }]);
}

/** Where a redirection leads: descriptor, operator and, for a copy, the one that set what it copies. */
interface End {
  readonly way: string;
  readonly target: Redirection['target'];
}

function follow(redirections: readonly Redirection[]): readonly End[] {
  const ways = new Map<string, string>();
  const targets = new Map<string, Redirection['target']>();
  return redirections.map(({ operator, descriptor, target }) => {
    const isCopy = operator === '>&' || operator === '<&';
    const copied = isCopy ? (ways.get(target.text) ?? `at the start ${target.text}`) : '';
    const end = isCopy ? (targets.get(target.text) ?? target) : target;
    const way = `${descriptor} ${operator} ${copied}`;
    ways.set(descriptor, way);
    targets.set(descriptor, end);
    return { way, target: end };
  });
}
