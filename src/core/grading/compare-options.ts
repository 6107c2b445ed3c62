import { type Raw, raw } from '../text/shown.ts';
import { compareWords, type ScriptComparer } from './compare-words.ts';
import { type Comparison, near, right, wrong } from './comparison.ts';
import type { OptionTable } from './option-tables.ts';
import { quotingReason } from './quoting-reason.ts';
import type { GivenOption, Invocation } from './read-invocation.ts';
import type { Reason } from './verdict.ts';

/** Compares the options of two calls of one command, in any order unless the command says otherwise. */
export function compareOptions(
  typed: Invocation,
  expected: Invocation,
  sameScript: ScriptComparer,
): Comparison {
  const pairing = pairOptions(typed.options, expected.options, sameScript);
  const { missing, surplus, mistakes } = pairing;
  if (missing.length > 0 && surplus.length > 0) return compareReplaced(missing, surplus, typed.table);
  const reasons: Reason[] = [
    ...mistakes,
    ...missing.map((option) => ({ kind: 'missing-option', expected: spell(option) }) as const),
    ...surplus.map((option) => ({ kind: 'surplus-option', about: spell(option) }) as const),
  ];
  if (pairing.swapsValues || (typed.table.order === 'fixed' && pairing.swapsAny)) {
    reasons.push({ kind: 'other-option-order' });
  }
  return reasons.length > 0 ? near(...reasons) : right();
}

interface Pairing {
  readonly missing: readonly GivenOption[];
  readonly surplus: readonly GivenOption[];
  /** A value that only lacks its quotes. */
  readonly mistakes: readonly Reason[];
  /** A repeated option has its values in another order. */
  readonly swapsValues: boolean;
  readonly swapsAny: boolean;
}

function pairOptions(
  typed: readonly GivenOption[],
  expected: readonly GivenOption[],
  sameScript: ScriptComparer,
): Pairing {
  const open = new Map<string, { option: GivenOption; at: number }[]>();
  for (const [at, option] of typed.entries()) {
    open.set(option.key, [...(open.get(option.key) ?? []), { option, at }]);
  }
  const missing: GivenOption[] = [];
  const mistakes: Reason[] = [];
  const taken: { key: string; at: number }[] = [];
  for (const option of expected) {
    const candidates = open.get(option.key) ?? [];
    const relations = candidates.map((candidate) => relateValues(candidate.option, option, sameScript));
    const same = relations.indexOf('same');
    const chosen = same >= 0 ? same : relations.indexOf('quoting');
    const [match] = chosen >= 0 ? candidates.splice(chosen, 1) : [];
    if (match === undefined) missing.push(option);
    else {
      taken.push({ key: option.key, at: match.at });
      const { value } = match.option;
      if (same < 0 && value && option.value) mistakes.push(quotingReason(value, option.value));
    }
  }
  const surplus = [...open.values()].flat().map((candidate) => candidate.option);
  return { missing, surplus, mistakes, ...findSwaps(taken) };
}

function findSwaps(taken: readonly { key: string; at: number }[]) {
  const last = new Map<string, number>();
  let swapsValues = false;
  let swapsAny = false;
  let before = -1;
  for (const { key, at } of taken) {
    swapsValues ||= (last.get(key) ?? -1) > at;
    swapsAny ||= before > at;
    last.set(key, at);
    before = at;
  }
  return { swapsValues, swapsAny };
}

function relateValues(typed: GivenOption, expected: GivenOption, sameScript: ScriptComparer) {
  if (typed.value === undefined || expected.value === undefined) {
    return typed.value === expected.value ? 'same' : 'other';
  }
  return compareWords(typed.value, expected.value, sameScript);
}

/** Near only when each missing option was typed in another case; any other replacement is another command. */
function compareReplaced(
  missing: readonly GivenOption[],
  surplus: readonly GivenOption[],
  table: OptionTable,
): Comparison {
  const open = new Set(surplus);
  const reasons: Reason[] = [];
  for (const option of missing) {
    const match = [...open].find((other) => isOtherCase(other.spelling, option.spelling));
    if (match === undefined) return wrong;
    open.delete(match);
    reasons.push(...caseReasons(match.spelling, option.spelling, table));
  }
  return open.size > 0 ? wrong : near(...reasons);
}

export const isOtherCase = (typed: string, expected: string): boolean =>
  typed !== expected && typed.toLowerCase() === expected.toLowerCase();

/** That the case differs and, if so, that what was typed is an option too. */
export function caseReasons(typed: string, expected: string, table: OptionTable | undefined): Reason[] {
  const reasons: Reason[] = [{ kind: 'option-case', about: raw(typed), expected: raw(expected) }];
  const rule = table?.options.get(typed);
  if (rule !== undefined) reasons.push({ kind: 'other-option', about: raw(typed), meaning: rule.meaning });
  return reasons;
}

const spell = (option: GivenOption): Raw =>
  raw(option.value === undefined ? option.spelling : `${option.spelling} ${option.value.source}`);
