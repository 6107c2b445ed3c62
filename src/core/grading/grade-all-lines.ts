import type { AnswerShape } from '../decks/card.ts';
import type { Raw } from '../text/shown.ts';
import { type Comparison, combine, rankOf, right } from './comparison.ts';
import { compareTyped, type GradingContext, isBlank } from './grade-typed.ts';
import type { Grade } from './verdict.ts';

/**
 * Every accepted line is wanted, in any order. Each typed line is given to at most one of them, so that as many as
 * possible are matched. `share` is (matched − typed in vain) / wanted, never below 0.
 */
export function gradeAllLines(
  typed: readonly Raw[],
  accepted: readonly Raw[],
  shape: AnswerShape,
  context: GradingContext,
): Grade {
  const given = typed.filter((line) => !isBlank(line));
  const expected = accepted[0];
  if (given.length === 0) return { verdict: 'blank', reasons: [], share: 0, expected };
  const table = given.map((line) => accepted.map((answer) => compareTyped(line, answer, shape, context)));
  const match = matchLines(table, rankOf(right([{ kind: 'other-blanks' }])));
  const share = Math.max(0, (2 * match.size - given.length) / accepted.length);
  const rest = { share, expected, matched: matchedLines(match, typed) };
  const isComplete = given.length === accepted.length;
  if (isComplete && match.size === accepted.length) return { ...gradeMatch(match, table), ...rest };
  const loosely = isComplete ? matchLines(table, rankOf({ verdict: 'near', reasons: [] })) : match;
  if (isComplete && loosely.size === accepted.length) return { ...gradeMatch(loosely, table), ...rest };
  return { verdict: match.size > 0 ? 'partial' : 'wrong', reasons: [], ...rest };
}

/** The lines that were matched, counted among all that were typed, blank ones too. */
function matchedLines(match: Match, typed: readonly Raw[]): NonNullable<Grade['matched']> {
  const places = typed.flatMap((line, i) => (isBlank(line) ? [] : [i]));
  return {
    typed: new Set([...match.values()].flatMap((line) => places[line] ?? [])),
    wanted: new Set(match.keys()),
  };
}

type Table = readonly (readonly Comparison[])[];
/** From an accepted line to the typed line that it was given. */
type Match = Map<number, number>;

const gradeMatch = (match: Match, table: Table): Comparison =>
  combine([...match].flatMap(([answer, line]) => table[line]?.[answer] ?? []));

/** A maximum matching (augmenting paths) over pairs of at most `worst` rank, begun with the best pairs. */
function matchLines(table: Table, worst: number): Match {
  const match: Match = new Map();
  for (let rank = 0; rank <= worst; rank++) {
    const taken = new Set(match.values());
    for (const line of table.keys()) {
      if (!taken.has(line)) placeLine(line, table, rank, match, new Set());
    }
  }
  return match;
}

/** Finds an accepted line for a typed one, moving others where that makes room. */
function placeLine(line: number, table: Table, worst: number, match: Match, tried: Set<number>): boolean {
  for (const [answer, comparison] of (table[line] ?? []).entries()) {
    if (rankOf(comparison) > worst || tried.has(answer)) continue;
    tried.add(answer);
    const holder = match.get(answer);
    if (holder === undefined || placeLine(holder, table, worst, match, tried)) {
      match.set(answer, line);
      return true;
    }
  }
  return false;
}
