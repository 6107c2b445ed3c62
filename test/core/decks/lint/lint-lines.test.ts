import { describe, expect, it } from 'vitest';
import { lintLines } from '../../../../src/core/decks/lint/lint-lines.ts';
import { lintReportTo } from '../../../../src/core/decks/lint/lint-rules.ts';
import type { Problem } from '../../../../src/core/decks/problem.ts';
import { raw } from '../../../../src/core/text/shown.ts';

function breaches(text: string): readonly string[] {
  const problems: Problem[] = [];
  lintLines(raw(text), 0, lintReportTo(problems, raw('x.md'), []));
  return problems.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

const words = (columns: number): string => 'word '.repeat(columns).slice(0, columns - 1) + 'x';

describe('the lines of a deck', () => {
  it('take 100 columns, as wide as they are shown', () => {
    expect(breaches(words(100))).toEqual([]);
    expect(breaches(`ok\n${words(101)}`)).toEqual(['line-length 2:101']);
    expect(breaches('語 '.repeat(35))).toEqual(['trailing-blank 1:70', 'line-length 1:101']);
  });

  it('may be longer where nobody can break them', () => {
    expect(breaches(`https://example.org/${'x'.repeat(100)}`)).toEqual([]);
    expect(breaches(`\`\`\`\n${words(150)}\n\`\`\``)).toEqual([]);
    expect(breaches(`| ${words(150)} |`)).toEqual([]);
    expect(breaches(`## ${words(150)}`)).toEqual([]);
  });

  it('do not end in blanks, except in code', () => {
    expect(breaches('text  \r\nmore\t\n')).toEqual(['trailing-blank 1:5', 'trailing-blank 2:5']);
    expect(breaches('```\ncode  \n```')).toEqual([]);
  });
});
