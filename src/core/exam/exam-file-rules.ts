import { collector } from '../decks/format-rules.ts';
import type { Position } from '../decks/front-matter.ts';
import type { Problem } from '../decks/problem.ts';
import type { Sentence } from '../text/sentence.ts';
import type { Raw } from '../text/shown.ts';

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

export type ExamReport = (rule: ExamFileRule, at: Position, message: Sentence, hint?: Sentence) => void;

/** A report that collects for one exam file. */
export const reportExamTo = (problems: Problem[], path: Raw): ExamReport =>
  collector(examFileRules, problems, path);
