import { describe, expect, it } from 'vitest';
import { lintReportTo } from '../../../../src/core/decks/lint/lint-rules.ts';
import { lintTranscripts } from '../../../../src/core/decks/lint/lint-transcripts.ts';
import type { Problem } from '../../../../src/core/decks/problem.ts';
import { raw } from '../../../../src/core/text/shown.ts';

function breaches(text: string): readonly string[] {
  const problems: Problem[] = [];
  lintTranscripts(raw(text), 0, lintReportTo(problems, raw('x.md'), []));
  return problems.map(({ rule, line }) => `${rule} ${line}`);
}

describe('checked examples', () => {
  it('are reported where they cannot be run or compared, before anyone runs them', () => {
    expect(
      breaches('```console verify\n$ true\n/^(?=x)$/\n```\n\n```console verify\nno command\n```\n'),
    ).toEqual(['transcript 3', 'transcript 6']);
  });

  it('are fine where they can be', () => {
    expect(breaches('```console verify\n$ true\n...\n/^a|b$/\n```'.replace('a|b', '(a|b)'))).toEqual([]);
    expect(breaches('```console\nno command\n```')).toEqual([]);
  });
});
