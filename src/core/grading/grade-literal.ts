import { type Comparison, near, right, wrong } from './comparison.ts';
import { isTypoOf } from './one-edit.ts';

/** As in a file or in a program's output: the same string. */
export function gradeLiteral(typed: string, expected: string): Comparison {
  if (typed === expected) return right();
  if (typed.replaceAll(' ', '') === expected.replaceAll(' ', '')) return near({ kind: 'other-blanks' });
  if (typed.toLowerCase() === expected.toLowerCase()) return near({ kind: 'other-case' });
  return isTypoOf(typed, expected) ? near({ kind: 'one-edit-away' }) : wrong;
}
