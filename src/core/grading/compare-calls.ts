import { raw } from '../text/shown.ts';
import { compareOptions } from './compare-options.ts';
import { compareInOrder, compareOptionCase, comparePlainWords } from './compare-plain-words.ts';
import { compareWords, type ScriptComparer } from './compare-words.ts';
import { type Comparison, combine, near, right, wrong } from './comparison.ts';
import type { OptionTables } from './option-tables.ts';
import { type Invocation, readInvocation } from './read-invocation.ts';
import type { Reason } from './verdict.ts';
import { sliceWord, type Word } from './word.ts';

export interface CallContext {
  readonly tables: OptionTables;
  readonly sameScript: ScriptComparer;
}

type Words = readonly Word[];

const standardFolder = /^\/(?:usr\/local\/|usr\/)?s?bin\/(?=[^/]+$)/u;

/** A command in a standard folder is known by its bare name. */
const toBareName = (name: Word): Word => sliceWord(name, standardFolder.exec(name.text)?.[0].length ?? 0);

/** Compares two calls, a name and what follows it; also of a command that another one starts. */
export function compareCalls(typed: Words, expected: Words, context: CallContext): Comparison {
  const [typedName, ...typedRest] = typed;
  const [expectedName, ...expectedRest] = expected;
  if (typedName === undefined || expectedName === undefined) {
    return typedName === expectedName ? right() : wrong;
  }
  const name = compareNames(typedName, expectedName, context);
  if (name.verdict === 'wrong') return wrong;
  const bareName = toBareName(expectedName).text;
  const given = readInvocation(bareName, typedRest, context.tables);
  const wanted = readInvocation(bareName, expectedRest, context.tables);
  if (given === undefined || wanted === undefined) {
    return combine([name, comparePlainWords(typedRest, expectedRest, context.sameScript)]);
  }
  const inOrder = compareInOrder(typedRest, expectedRest, context.sameScript);
  if (inOrder.verdict === 'exact') return name;
  const byTable = compareInvocations(given, wanted, context);
  if (byTable.verdict === 'wrong') {
    return combine([name, compareOptionCase(typedRest, expectedRest, context.sameScript, wanted.table)]);
  }
  if (byTable.verdict === 'near') return combine([name, byTable]);
  if (wanted.table.order === 'fixed') return near({ kind: 'other-option-order' });
  return combine([name, byTable, right(spellingNotes(typedRest, expectedRest, given, wanted))]);
}

function compareNames(typed: Word, expected: Word, context: CallContext): Comparison {
  if (compareWords(typed, expected, context.sameScript) === 'same') return right();
  const relation = compareWords(toBareName(typed), toBareName(expected), context.sameScript);
  const note: Reason = { kind: 'full-path', about: raw(typed.source), expected: raw(expected.source) };
  return relation === 'same' ? right([note]) : wrong;
}

function compareInvocations(typed: Invocation, expected: Invocation, context: CallContext): Comparison {
  if (typed.table.name !== expected.table.name) return wrong;
  const operands = compareInOrder(typed.operands, expected.operands, context.sameScript);
  if (operands.verdict === 'wrong') return wrong;
  const options = compareOptions(typed, expected, context.sameScript);
  if (options.verdict === 'wrong') return wrong;
  return combine([operands, options, compareCalls(typed.inner, expected.inner, context)]);
}

/** What differs between two calls that come to the same. */
function spellingNotes(typed: Words, expected: Words, given: Invocation, wanted: Invocation): Reason[] {
  const own = (words: Words, invocation: Invocation): string[] =>
    words.slice(0, words.length - invocation.inner.length).map((word) => word.text);
  const typedWords = own(typed, given);
  const expectedWords = own(expected, wanted);
  if (JSON.stringify(typedWords) === JSON.stringify(expectedWords)) return [];
  if (JSON.stringify([...typedWords].sort()) === JSON.stringify([...expectedWords].sort())) {
    return [{ kind: 'option-order' }];
  }
  const keys = ({ options }: Invocation): string => options.map((option) => option.key).join(' ');
  const sameOrder = keys(given) === keys(wanted);
  return sameOrder ? [{ kind: 'option-spelling' }] : [{ kind: 'option-spelling' }, { kind: 'option-order' }];
}
