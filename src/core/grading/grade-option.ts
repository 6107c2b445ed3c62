import { raw } from '../text/shown.ts';
import { type Comparison, near, right, wrong } from './comparison.ts';

const withoutDashes = (option: string): string => option.replace(/^-+/u, '');

/** Options that differ by case alone are different options, so only the very option is right. */
export function gradeOption(typed: string, expected: string): Comparison {
  if (typed === expected) return right();
  if (typed.startsWith(expected) && /^[ =]/u.test(typed.slice(expected.length))) {
    return near({ kind: 'value-added', about: raw(typed.slice(expected.length + 1).trim()) });
  }
  if (typed.toLowerCase() === expected.toLowerCase()) return near({ kind: 'other-case' });
  if (withoutDashes(typed) === withoutDashes(expected)) {
    return near({ kind: typed.length < expected.length ? 'dash-missing' : 'surplus-dash' });
  }
  return wrong;
}
