import type { Sentence } from '../../text/sentence.ts';
import type { Raw } from '../../text/shown.ts';
import type { Problem } from '../problem.ts';

/** What makes a good deck, beyond the format: nothing here stops a card from being asked. */
export const lintRules = {
  'answer-form': 'warning',
  'answer-in-prompt': 'warning',
  'deck-id-missing': 'warning',
  'fact-unknown': 'warning',
  'key-longest': 'warning',
  'key-position': 'warning',
  'line-length': 'warning',
  'lint-unknown': 'warning',
  'option-table': 'warning',
  'reason-missing': 'warning',
  'same-question': 'warning',
  'trailing-blank': 'warning',
  transcript: 'warning',
  'translation-code': 'warning',
} as const satisfies Record<string, Problem['severity']>;

export type LintRule = keyof typeof lintRules;

/** Reports a breach: the line, a sentence on what is wrong, a sentence with the mend. */
export type LintReport = (
  rule: LintRule,
  line: number,
  message: Sentence,
  hint: Sentence,
  column?: number,
) => void;

/** A report that collects for one file, without the rules that the file switches off. */
export function lintReportTo(problems: Problem[], path: Raw, off: readonly string[]): LintReport {
  const isOff = new Set(off);
  return (rule, line, message, hint, column = 1) => {
    if (isOff.has(rule)) return;
    problems.push({
      severity: lintRules[rule],
      rule,
      path,
      line,
      column,
      message,
      hint,
    });
  };
}
