import { describe, expect, test } from 'vitest';
import { splitShell } from '../../../src/core/grading/shell-words.ts';

/** Words as `text/marks`, so that quoting shows. */
function split(source: string): string {
  const script = splitShell(source);
  if (typeof script === 'string') return script;
  const commands = script.commands.map(({ words }) => words.map((word) => word.text).join(' '));
  return `${script.shape}: ${commands.join(' / ')}`;
}

const marksOf = (source: string): string | undefined => {
  const script = splitShell(source);
  return typeof script === 'string' ? script : script.commands[0]?.words[0]?.marks;
};

describe('a command line is split', () => {
  test.each([
    ['a  b', 'C: a b'],
    ["a 'b c' d", 'C: a b c d'],
    ['a "b \\" c"', 'C: a b " c'],
    ['a b\\ c', 'C: a b c'],
    ["a ''", 'C: a '],
    ['a|b||c&&d;e', 'C | C || C && C ; C: a / b / c / d / e'],
    ['a;', 'C: a'],
    ['a &', 'C &: a'],
    ['a\nb', 'C ; C: a / b'],
    ['a \\\n b', 'C: a b'],
    ['(a; b) | c', '( C ; C ) | C: a / b / c'],
    ['a >f 2>&1 <g', 'C: a'],
    ['2>f a', 'C: a'],
    ['a 2 > f', 'C: a 2'],
    ['a <<< x', 'C: a'],
    ['a $(b | c) d', 'C: a \u0001 d'],
    ['a <(b) ', 'C: a <\u0001'],
  ])('%j', (source, expected) => expect(split(source)).toBe(expected));

  test.each([
    ["a 'b", 'unclosed-quote'],
    ['a "b', 'unclosed-quote'],
    ['a `b', 'unclosed-quote'],
    ['a $(b', 'incomplete'],
    ['a ${b', 'incomplete'],
    ['a |', 'incomplete'],
    ['a | | b', 'incomplete'],
    ['&& a', 'incomplete'],
    ['a >', 'incomplete'],
    ['(a', 'incomplete'],
    ['a)', 'incomplete'],
    ['a\\', 'incomplete'],
    ['', 'incomplete'],
  ])('%j is no command', (source, expected) => expect(split(source)).toBe(expected));
});

describe('quotes matter only where the shell acts', () => {
  test.each([
    ['abc', '   '],
    ['"abc"', '   '],
    ['*c', '* '],
    ['"*"c', '  '],
    ['$a', '* '],
    ['"$a"', '" '],
    ["'$a'", '  '],
    ['a$', '  '],
    ['~/a', '*  '],
    ['a~', '  '],
    ['#a', '* '],
    ['a#', '  '],
    ['[a]', '*  '],
    ['[a', '  '],
    ['{}', '  '],
    ['{a,b}', '*   *'],
    ['{a","b}', '     '],
    ['{1..3}', '*    *'],
  ])('%s', (source, marks) => expect(marksOf(source)).toBe(marks));
});
