import { raw } from '../text/shown.ts';
import { type Comparison, near, right, wrong } from './comparison.ts';
import { isTypoOf } from './one-edit.ts';
import type { Reason } from './verdict.ts';

/** Only the very name is right; what else the right name came with makes it near. */
export function gradeCommandName(typed: string, expected: string): Comparison {
  if (typed === expected) return right();
  const reasons: Reason[] = [];
  let words = typed.split(/ +/u);
  if (words[0] === 'sudo' && words.length > 1) {
    words = words.slice(1);
    reasons.push({ kind: 'sudo-given' });
  }
  let [name = ''] = words;
  const rest = words.slice(1).join(' ');
  if (name.includes('/') && !expected.includes('/')) {
    reasons.push({ kind: 'path-given', about: raw(name) });
    name = name.slice(name.lastIndexOf('/') + 1);
  }
  if (rest !== '') reasons.push({ kind: 'arguments-given', about: raw(rest) });
  if (name === expected) return near(...reasons);
  if (reasons.length > 0) return wrong;
  if (typed.toLowerCase() === expected.toLowerCase()) return near({ kind: 'other-case' });
  return isTypoOf(typed, expected) ? near({ kind: 'one-edit-away' }) : wrong;
}
