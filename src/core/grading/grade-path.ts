import { type Comparison, near, right, wrong } from './comparison.ts';
import { isTypoOf } from './one-edit.ts';
import type { Reason } from './verdict.ts';

/** `//` and `/./` say nothing; `..`, `~` and links may lead elsewhere and stay. */
function simplify(path: string): string {
  const [first = '', ...names] = path.split('/');
  const told = names.filter((name, i) => i === names.length - 1 || (name !== '' && name !== '.'));
  return [first, ...told].join('/');
}

const withoutLastSlash = (path: string): string => (path === '/' ? path : path.replace(/\/$/u, ''));

export function gradePath(typed: string, expected: string): Comparison {
  if (typed === expected) return right();
  const notes: Reason[] = [];
  const given = simplify(typed);
  const wanted = simplify(expected);
  if (given !== typed || wanted !== expected) notes.push({ kind: 'simplified-path' });
  if (given === wanted) return right(notes);
  if (`${given}/` === wanted) return right([...notes, { kind: 'trailing-slash-left-out' }]);
  return compareWrongPath(given, wanted);
}

function compareWrongPath(given: string, wanted: string): Comparison {
  const bare = withoutLastSlash(wanted);
  if (given === `${wanted}/`) return near({ kind: 'trailing-slash-added' });
  if (withoutLastSlash(`/${given}`) === bare) return near({ kind: 'no-leading-slash' });
  if (bare.includes('/') && bare.endsWith(`/${withoutLastSlash(given)}`) && !given.startsWith('/')) {
    return given.slice(0, -1).includes('/') ? wrong : near({ kind: 'base-name-only' });
  }
  if (given.toLowerCase() === wanted.toLowerCase()) return near({ kind: 'other-case' });
  return isTypoOf(given, wanted) ? near({ kind: 'one-edit-away' }) : wrong;
}
