import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../../src/core/text/parse-pattern.ts';
import { matchesPattern } from '../../../src/core/text/pattern.ts';

function matches(source: string, line: string): boolean {
  const pattern = parsePattern(source);
  if ('fault' in pattern) throw new Error(pattern.fault.text);
  return matchesPattern(pattern, line);
}

describe('a pattern line', () => {
  it.each([
    [
      '256 SHA256:[A-Za-z0-9+\\/]{43} demo \\(ED25519\\)',
      `256 SHA256:${'a+/'.repeat(14)}x demo (ED25519)`,
      true,
    ],
    ['.*cloud-init 2\\d\\..*', '/usr/bin/cloud-init 22.4.2', true],
    ['lo +DOWN .*', 'lo DOWN x', true],
    ['a|b'.replace('a|b', '(a|b)c'), 'bc', true],
    ['(?:ab){2,3}', 'abab', true],
    ['(?:ab){2,3}', 'ab', false],
    ['(?:ab){2,3}', 'abababab', false],
    ['x{2,}', 'xxxxx', true],
    ['x{0}y', 'y', true],
    ['[^ab]', 'c', true],
    ['[^ab]', 'a', false],
    ['[]', 'x', undefined],
    ['[a-]', '-', true],
    ['[\\d_]+', '4_2', true],
    ['\\s\\S', '\tx', true],
    ['.', '😀', true],
    ['', '', true],
    ['', 'x', false],
    ['(a*)*', 'aaa', true],
    ['(|a)b', 'b', true],
  ])('%s on %s', (source, line, is) => {
    if (is === undefined) expect(parsePattern(source)).toHaveProperty('fault');
    else expect(matches(source, line)).toBe(is);
  });

  it.each([
    '(a)\\1',
    '(?=a)',
    '(?<n>a)',
    'a|b',
    'a*?',
    'a++',
    '*',
    'a^',
    'a$',
    '\\b',
    '\\u0041',
    '(',
    ')',
    '[',
    '[z-a]',
    '[[:alpha:]]',
    'a{2',
    'a{3,2}',
    'a{501}',
    '(a{100}){100}',
    '((((((((((((((((((((((a))))))))))))))))))))))',
    '\\',
  ])('refuses %s, with a mend', (source) => {
    expect(parsePattern(source)).toMatchObject({ fault: /./ as unknown, hint: /./ as unknown });
  });

  it('matches what JavaScript matches', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '(a|b)', '(?:ab|)', '(a*)');
    const piece = fc
      .tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,}', '{0,2}'))
      .map((two) => two.join(''));
    const source = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        source,
        fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 8 }),
        (pattern, line) => {
          expect(matches(pattern, line)).toBe(new RegExp(`^(?:${pattern})$`, 'u').test(line));
        },
      ),
    );
  });

  it('takes any text and never throws', () => {
    const unit = fc.constantFrom(...'ab\\[]{}()|*+?.^$-,019 \n'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), fc.string({ unit }), (source, line) => {
        const pattern = parsePattern(source);
        if (!('fault' in pattern)) matchesPattern(pattern, line);
      }),
    );
    expect(parsePattern('('.repeat(100_000))).toHaveProperty('fault');
    expect(parsePattern('a'.repeat(8000))).toHaveProperty('fault');
  });

  it('takes states × characters steps where backtracking takes more than there are atoms', () => {
    expect(matches('(a*)*b', 'a'.repeat(20_000))).toBe(false);
    expect(matches('(a|a)*(a|a)*(a|a)*c', 'a'.repeat(5000))).toBe(false);
  });
});
