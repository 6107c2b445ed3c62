import type { AnswerShape } from '../decks/card.ts';
import type { Raw } from '../text/shown.ts';
import { type Comparison, combine, rankOf, right, wrong } from './comparison.ts';
import { gradeCommand } from './grade-command.ts';
import { gradeCommandName } from './grade-command-name.ts';
import { gradeLiteral } from './grade-literal.ts';
import { gradeNumber } from './grade-number.ts';
import { gradeOption } from './grade-option.ts';
import { gradePath } from './grade-path.ts';
import { gradeText } from './grade-text.ts';
import { normalizeCharacters, normalizeTyped } from './normalize-typed.ts';
import type { OptionTables } from './option-tables.ts';
import type { Grade } from './verdict.ts';

/** What grading depends on besides card and answer. */
export interface GradingContext {
  /** BCP 47 tag of the deck in which the card is asked. */
  readonly lang: string;
  /** The built-in tables with those of the deck (`readOptionTables`). */
  readonly tables: OptionTables;
  /** The other typed answers of the deck: a `text` that is one of them is no slip of the finger. */
  readonly otherAnswers: ReadonlySet<string>;
}

/** In UTF-16 code units. Longer input is wrong unread. */
export const longestTyped = 1000;

type ShapeGrader = (typed: string, expected: string, context: GradingContext) => Comparison;

const graders: Readonly<Record<AnswerShape, ShapeGrader>> = {
  'command-name': gradeCommandName,
  option: gradeOption,
  path: gradePath,
  command: (typed, expected, context) => gradeCommand(typed, expected, context.tables),
  number: (typed, expected, context) => gradeNumber(typed, expected, context.lang),
  literal: gradeLiteral,
  text: gradeText,
};

/** Nothing in it but blanks and characters without width. */
export const isBlank = (typed: Raw): boolean =>
  typed.length <= longestTyped && normalizeCharacters(typed, 'text') === '';

/** Compares one typed line with one accepted answer. */
export function compareTyped(
  typed: Raw,
  accepted: Raw,
  shape: AnswerShape,
  context: GradingContext,
): Comparison {
  if (typed.length > longestTyped) return { ...wrong, reasons: [{ kind: 'too-long' }] };
  if (typed.trim() === accepted.trim()) return right();
  const expected = normalizeCharacters(accepted, shape);
  const { text, notes } = normalizeTyped(typed, expected, shape);
  const comparison = graders[shape](text, expected, context);
  return combine([comparison, right(notes)]);
}

/** Grades one typed line by the accepted answer that it comes nearest to, the first among equals. */
export function gradeTyped(
  typed: Raw,
  accepted: readonly Raw[],
  shape: AnswerShape,
  context: GradingContext,
): Grade {
  const [first] = accepted;
  if (isBlank(typed)) return { verdict: 'blank', reasons: [], share: 0, expected: first };
  let best: Comparison = wrong;
  let expected = first;
  for (const answer of accepted) {
    const comparison = compareTyped(typed, answer, shape, context);
    if (rankOf(comparison) < rankOf(best) || (best === wrong && comparison.reasons.length > 0)) {
      best = comparison;
      if (rankOf(comparison) < rankOf(wrong)) expected = answer;
    }
  }
  return { ...best, share: rankOf(best) <= rankOf(accept) ? 1 : 0, expected };
}

/** The worst that counts as right. */
const accept: Comparison = { verdict: 'equivalent', reasons: [] };
