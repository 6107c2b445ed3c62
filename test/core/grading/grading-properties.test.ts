import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerShapes } from '../../../src/core/decks/card.ts';
import { gradeLine } from './typed-card.ts';

const shape = fc.constantFrom(...answerShapes);
const signs = 'ab1 \'"\\$`*?[]{}<>|&;()#~=-./,+\n\u00a0\u200b–ä'.split('');
const line = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((list) => list.join(''));
const typed = fc.oneof(line, fc.string(), fc.string({ unit: 'grapheme' }));
const answer = typed.filter(
  (text) =>
    text
      .trim()
      .replace(/[\u200b\ufeff\u00ad]/gu, '')
      .trim() !== '',
);
const isAccepted = (verdict: string): boolean => verdict === 'exact' || verdict === 'equivalent';

describe('whatever is typed', () => {
  test('an accepted answer is exact', () => {
    fc.assert(
      fc.property(shape, answer, answer, (kind, first, second) => {
        const grade = gradeLine(kind, [first, second], second);
        return grade.verdict === 'exact' || (grade.verdict === 'blank' && !/[!-~]/u.test(second));
      }),
    );
  });

  test('grading ends with a verdict', () => {
    fc.assert(
      fc.property(shape, answer, typed, (kind, wanted, text) => gradeLine(kind, wanted, text).share <= 1),
      {
        numRuns: 2000,
      },
    );
  });

  test('blanks around it change nothing', () => {
    fc.assert(
      fc.property(shape, answer, line, (kind, wanted, text) => {
        fc.pre(!/\\\s*$/u.test(text));
        const { verdict } = gradeLine(kind, wanted, text);
        expect(gradeLine(kind, wanted, `  ${text}\t `).verdict).toBe(verdict);
      }),
    );
  });

  test('the case of a command name is never passed over', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/u);
    fc.assert(
      fc.property(name, fc.nat(12), (wanted, at) => {
        const letter = wanted[at] ?? '';
        fc.pre(letter !== letter.toUpperCase());
        const other = wanted.slice(0, at) + letter.toUpperCase() + wanted.slice(at + 1);
        return !isAccepted(gradeLine('command-name', wanted, other).verdict);
      }),
    );
  });

  test('nothing one edit from a command name, an option or a path is accepted', () => {
    const word = fc.stringMatching(/^[a-z0-9]{2,10}$/u);
    const strict = fc.constantFrom(['command-name', ''], ['option', '--'], ['path', '/etc/'] as const);
    fc.assert(
      fc.property(strict, word, fc.nat(9), ([kind, before], name, at) => {
        fc.pre(at < name.length);
        const edited = name.slice(0, at) + name.slice(at + 1);
        const found = answerShapes.find((other) => other === kind) ?? 'path';
        return !isAccepted(gradeLine(found, `${before}${name}`, `${before}${edited}`).verdict);
      }),
    );
  });
});

describe('options of a known command', () => {
  const options = ['-i', '-t', '--rm', '-d', '-p 80:80', '--name=web', '-v a:/a', '-e A=1', '-w /srv'];

  test('may stand in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(options), fc.nat(), (chosen, seed) => {
        const shuffled = [...chosen].sort((a, b) => ((a.length * seed) % 7) - ((b.length * seed) % 7));
        const [wanted, text] = [chosen, shuffled].map((list) => `docker run ${list.join(' ')} nginx sh`);
        return isAccepted(gradeLine('command', wanted ?? '', text ?? '').verdict);
      }),
    );
  });

  test('count: one left out is near, behind the image it is wrong', () => {
    for (const option of options) {
      const wanted = `docker run --init ${option} nginx sh`;
      expect(gradeLine('command', wanted, 'docker run --init nginx sh').verdict).toBe('near');
      expect(gradeLine('command', wanted, `docker run --init nginx ${option} sh`).verdict).toBe('wrong');
    }
  });
});

describe('a thousand characters', () => {
  const pieces = [
    'a',
    ' ',
    '-a ',
    '-v a:/a ',
    "'",
    '"',
    '$(',
    '`',
    '\\',
    '{,',
    '[',
    '<',
    '>a ',
    '1>&2 ',
    '&& ',
    '|',
    'sudo ',
    'A=1 ',
    'ä-',
    '1,000',
    '.',
    '/',
    '/./',
    'docker run ',
    'env ',
  ];

  test.each(pieces)('of %j are graded without growing work', (piece) => {
    const long = piece.repeat(1000).slice(0, 999);
    for (const kind of answerShapes) {
      expect(
        gradeLine(kind, `docker run ${long.slice(0, 900)}b`, `docker run ${long.slice(0, 900)}`).share,
      ).toBeLessThanOrEqual(1);
      expect(gradeLine(kind, long.slice(0, 998), long).share).toBeLessThanOrEqual(1);
    }
  });

  test('and one more are wrong unread, even when they would be right', () => {
    const long = 'a'.repeat(1001);
    const grade = gradeLine('literal', long, long);
    expect([grade.verdict, grade.reasons]).toEqual(['wrong', [{ kind: 'too-long' }]]);
  });
});
