import type { Position } from '../decks/front-matter.ts';
import type { Problem } from '../decks/problem.ts';
import { type Raw, raw } from '../text/shown.ts';

/** The rules of exam files. An error costs the exam, a warning costs nothing. */
export const examFileRules = {
  'duplicate-exam': 'error',
  'exam-cut': 'error',
  'exam-id': 'error',
  'exam-key': 'warning',
  'exam-missing': 'error',
  'exam-objective': 'error',
  'exam-scale': 'error',
  'exam-title': 'error',
  'exam-value': 'error',
  'exam-warnings': 'warning',
  'exam-weights': 'warning',
} as const satisfies Record<string, Problem['severity']>;

export type ExamFileRule = keyof typeof examFileRules;

export type ExamReport = (rule: ExamFileRule, at: Position, message: string, hint?: string) => void;

/** A report that collects for one exam file. */
export function reportExamTo(problems: Problem[], path: Raw): ExamReport {
  return (rule, at, message, hint) => {
    problems.push({
      severity: examFileRules[rule],
      rule,
      path,
      line: at.line,
      column: at.column,
      message: raw(message),
      hint: hint === undefined ? undefined : raw(hint),
    });
  };
}
