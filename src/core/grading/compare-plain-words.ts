import { raw } from '../text/shown.ts';
import { caseReasons, isOtherCase } from './compare-options.ts';
import { compareWords, type ScriptComparer } from './compare-words.ts';
import { type Comparison, near, right, wrong } from './comparison.ts';
import type { OptionTable } from './option-tables.ts';
import { quotingReason } from './quoting-reason.ts';
import { isOption } from './read-invocation.ts';
import type { Reason } from './verdict.ts';
import type { Word } from './word.ts';

type Words = readonly Word[];

/** Word by word; near when only quotes differ. */
export function compareInOrder(typed: Words, expected: Words, sameScript: ScriptComparer): Comparison {
  if (typed.length !== expected.length) return wrong;
  const reasons: Reason[] = [];
  for (const [i, word] of typed.entries()) {
    const wanted = expected[i];
    const relation = wanted === undefined ? 'other' : compareWords(word, wanted, sameScript);
    if (wanted === undefined || relation === 'other') return wrong;
    if (relation === 'quoting') reasons.push(quotingReason(word, wanted));
  }
  return reasons.length > 0 ? near(...reasons) : right();
}

/** The same words but for the case of options. `table` tells what the typed ones mean. */
export function compareOptionCase(
  typed: Words,
  expected: Words,
  sameScript: ScriptComparer,
  table: OptionTable | undefined,
): Comparison {
  if (typed.length !== expected.length) return wrong;
  const reasons: Reason[] = [];
  for (const [i, word] of typed.entries()) {
    const wanted = expected[i];
    if (wanted === undefined) return wrong;
    if (compareWords(word, wanted, sameScript) === 'same') continue;
    if (!isOption(wanted) || !isOtherCase(word.text, wanted.text)) return wrong;
    reasons.push(...caseReasons(word.text, wanted.text, table));
  }
  return reasons.length > 0 ? near(...reasons) : right();
}

/**
 * Compares the words of a command whose options nobody knows: their order counts. Near when only options are
 * missing or too many, differ by case, or stand in another order without leaving their places between the operands.
 */
export function comparePlainWords(typed: Words, expected: Words, sameScript: ScriptComparer): Comparison {
  const inOrder = compareInOrder(typed, expected, sameScript);
  if (inOrder.verdict !== 'wrong') return inOrder;
  const otherCase = compareOptionCase(typed, expected, sameScript, undefined);
  if (otherCase.verdict !== 'wrong') return otherCase;
  const operands = compareInOrder(typed.filter(isOperand), expected.filter(isOperand), sameScript);
  if (operands.verdict === 'wrong') return wrong;
  return comparePlainOptions(typed, expected);
}

const isOperand = (word: Word): boolean => !isOption(word);

function comparePlainOptions(typed: Words, expected: Words): Comparison {
  const surplus = typed.filter(isOption).map((word) => word.text);
  const missing = expected.filter(isOption).flatMap(({ text }) => {
    const at = surplus.indexOf(text);
    if (at < 0) return [text];
    surplus.splice(at, 1);
    return [];
  });
  if (missing.length === 0 && surplus.length === 0) {
    const samePlaces = typed.every((word, i) => isOption(word) === isOption(expected[i] ?? word));
    return samePlaces ? near({ kind: 'other-option-order' }) : wrong;
  }
  if (missing.length > 0 && surplus.length > 0) return wrong;
  return near(
    ...missing.map((text) => ({ kind: 'missing-option', expected: raw(text) }) as const),
    ...surplus.map((text) => ({ kind: 'surplus-option', about: raw(text) }) as const),
  );
}
