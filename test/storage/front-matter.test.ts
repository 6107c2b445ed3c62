import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raw } from '../../src/core/text/shown.ts';
import { readFrontMatter } from '../../src/storage/front-matter.ts';

const read = (text: string) => readFrontMatter(raw(text));
const kindOf = (text: string): string => read(text).kind;

function valuesOf(yaml: string): unknown {
  const reading = read(`---\n${yaml}\n---\n`);
  return reading.kind === 'found' ? Object.fromEntries(reading.values) : reading;
}

describe('front matter', () => {
  test('stands between two lines that are exactly three dashes, BOM and CR apart', () => {
    expect(read('\ufeff---\r\n# c\r\ndeck: T\r\nid: a\r\n---\r\ntext')).toEqual({
      kind: 'found',
      values: new Map([
        ['deck', 'T'],
        ['id', 'a'],
      ]),
      source: '# c\ndeck: T\nid: a',
      lines: 5,
      positions: new Map([
        ['deck', { line: 3, column: 1 }],
        ['id', { line: 4, column: 1 }],
      ]),
    });
    for (const text of [
      '',
      'deck: T',
      '\n---\ndeck: T\n---\n',
      '----\ndeck: T\n---\n',
      '---\n---\n',
      '---',
      '# deck: T',
    ])
      expect(kindOf(text), text).toBe('none');
  });

  test('that goes on after the dashes is an error and runs nothing', () => {
    const ran = globalThis as { ran?: boolean };
    for (const language of ['js', ' js', 'javascript', 'JS', 'json', 'coffee', 'toml', ' '])
      expect(kindOf(`---${language}\ndeck: 1\n, x: (globalThis.ran = true)\n---\n`), language).toBe(
        'problem',
      );
    expect(ran.ran).toBeUndefined();
  });

  test('every scalar is a string, and no key is special', () => {
    expect(valuesOf('deck: 1:30\na: [1.10, 010, no, null, ~]\n__proto__: x\nconstructor: y')).toEqual(
      Object.fromEntries([
        ['deck', '1:30'],
        ['a', ['1.10', '010', 'no', 'null', '~']],
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    );
  });

  test('broken twice is broken the second time too', () => {
    const text = '---\ndeck: A: B\n---\n';
    expect([kindOf(text), kindOf(text)]).toEqual(['problem', 'problem']);
  });

  test('its errors are explained in the line where they stand, with what to write', () => {
    for (const [yaml, line, hint] of [
      ['deck: LPIC-1: guests', 2, '`deck: "LPIC-1: guests"`'],
      ['deck: T\ndescription: @home', 3, '"@home"'],
      ['deck: T\ntags: [a, b', 3, '[a, b]'],
      ['deck: "T" and more', 2, `'"T" and more'`],
      ['deck: T\ndeck: U', 3, 'Keep one'],
      ['deck: T\na: &x b\nc: *x', 4, 'Write the value out'],
      ['deck: T\na:\n\tb: c', 4, 'two blanks'],
      ['deck: T\nauthor Me\nid: a', 3, '`author: Me`'],
      ['deck: T\n- a\nid: a', 3, '`key: value`'],
      ['deck: T\ntags: [a, b\nid: a', 4, 'in its own line'],
      ['deck:T\nid: a', 2, '`deck: T`'],
      ['deck: T\n<<<<<<< HEAD\nid: a', 3, 'Keep one'],
    ] as const) {
      const reading = read(`---\n${yaml}\n---\n`);
      expect(reading.kind, yaml).toBe('problem');
      if (reading.kind !== 'problem') continue;
      expect(reading.hint?.text, yaml).toContain(hint);
      expect(reading.line, yaml).toBe(line);
    }
  });

  test('not closed, too large, too deep or full of blanks is an error', () => {
    for (const text of [
      '---\ndeck: T\n',
      `---\ndeck: T\n${'# x\n'.repeat(20_000)}---\n`,
      `---\ndeck: T\na: ${'['.repeat(21)}${']'.repeat(21)}\n---\n`,
      `---\ndeck: T\na: ${'{a: '.repeat(20_000)}\n---\n`,
      `---\ndeck: T\n${'- '.repeat(1000)}\n---\n`,
      `---\ndeck: T\na: ${'b: '.repeat(20_000)}\n---\n`,
      `---\ndeck: T\na: ${'&b '.repeat(20_000)}\n---\n`,
      `---\ndeck: T\n${'\n'.repeat(600)}---\n`,
      `---\ndeck: T\n${Array.from({ length: 25 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')} b\n---\n`,
    ])
      expect(kindOf(text), text.slice(0, 40)).toBe('problem');
    expect(kindOf(`---\ndeck: T\na: ${'['.repeat(19)}${']'.repeat(19)}\n---\n`)).toBe('found');
  });

  test('of a file that is none of ours is never an error', () => {
    for (const text of [
      '---js\nx\n---\n',
      '---\ntitle: a: b\n---\n',
      '---\n\ntext\n',
      `---\n${'\n'.repeat(400_000)}`,
    ])
      expect(kindOf(text), text.slice(0, 20)).toBe('none');
  });

  test('no text makes it throw', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '---',
        'deck: T',
        '- a',
        '  b: [',
        '{',
        '}',
        ']',
        '"',
        "'",
        '&a',
        '*a',
        '!!js',
        '|',
        '>',
        '? x',
        ': y',
        '%YAML',
        '\t',
        '#',
      ),
      fc.string({ maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(['none', 'problem', 'found']).toContain(kindOf(`---\ndeck: T\n${lines.join('\n')}\n---\n`));
      }),
      { numRuns: 3000 },
    );
  });
});
