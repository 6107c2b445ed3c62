import { raw } from '../text/shown.ts';
import { type Comparison, near, right, wrong } from './comparison.ts';

const withoutDashes = (option: string): string => option.replace(/^-+/u, '');

/** Options that differ by case alone are different options, so only the very option is right. */
export function gradeOption(typed: string, expected: string): Comparison {
  if (typed === expected) return right();
  const rest = typed.startsWith(expected) ? typed.slice(expected.length) : '';
  const isAttached = /^-[^-]$/u.test(expected) && /^[\d./:]/u.test(rest);
  if (/^[ =]/u.test(rest) || isAttached) {
    return near({ kind: 'value-added', about: raw(rest.replace(/^[ =]+/u, '')) });
  }
  if (typed.toLowerCase() === expected.toLowerCase()) return near({ kind: 'other-case' });
  if (withoutDashes(typed) === withoutDashes(expected)) {
    return near({ kind: typed.length < expected.length ? 'dash-missing' : 'surplus-dash' });
  }
  return wrong;
}
