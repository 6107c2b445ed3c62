import { type CallContext, compareCalls } from './compare-calls.ts';
import { compareInOrder } from './compare-plain-words.ts';
import { type Comparison, combine, near, right, wrong } from './comparison.ts';
import { isOption } from './read-invocation.ts';
import type { Word } from './word.ts';

type Words = readonly Word[];

/** Compares the words of two simple commands, with `sudo` and assignments before the name. */
export function compareCommands(typed: Words, expected: Words, context: CallContext): Comparison {
  if (startsWithSudo(typed) && expected[0]?.text !== 'sudo') {
    const rest = compareAssigned(typed.slice(1), expected, context);
    return combine([rest, right([{ kind: 'trimmed-sudo' }])]);
  }
  if (startsWithSudo(expected) && typed[0]?.text !== 'sudo') {
    const rest = compareAssigned(typed, expected.slice(1), context);
    return combine([rest, near({ kind: 'sudo-missing' })]);
  }
  return compareAssigned(typed, expected, context);
}

/** Only a bare one: with options, `sudo` says more than "as root". */
const startsWithSudo = (words: Words): boolean =>
  words[0]?.source === 'sudo' && words[1] !== undefined && !isOption(words[1]);

function compareAssigned(typed: Words, expected: Words, context: CallContext): Comparison {
  const given = countAssignments(typed);
  const wanted = countAssignments(expected);
  const assignments = compareAssignments(typed.slice(0, given), expected.slice(0, wanted), context);
  if (assignments.verdict === 'wrong') return wrong;
  return combine([assignments, compareCalls(typed.slice(given), expected.slice(wanted), context)]);
}

function countAssignments(words: Words): number {
  const at = words.findIndex((word) => !/^[A-Za-z_]\w*=/u.test(word.source));
  return at < 0 ? words.length : at;
}

const nameOf = (word: Word): string => word.text.slice(0, word.text.indexOf('='));

/** Assignments to different names may change places. */
function compareAssignments(typed: Words, expected: Words, context: CallContext): Comparison {
  const names = [...new Set(expected.map(nameOf))];
  const byName = (words: Words): Words =>
    [...words].sort((a, b) => names.indexOf(nameOf(a)) - names.indexOf(nameOf(b)));
  const comparison = compareInOrder(byName(typed), byName(expected), context.sameScript);
  const moved = typed.some((word, i) => nameOf(word) !== nameOf(expected[i] ?? word));
  return combine([comparison, right(moved ? [{ kind: 'assignment-order' }] : [])]);
}
