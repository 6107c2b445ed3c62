import {
  activeMark,
  doubleQuotedMark,
  literalMark,
  type PlaceholderKind,
  placeholderCharacters,
  placeholderKinds,
  placeholderMark,
  type Word,
} from './word.ts';

/** `quoting`: the same text, but the shell would treat it otherwise, and the learner is likely to have meant it. */
export type WordRelation = 'same' | 'quoting' | 'other';

/** Whether two scripts inside command substitutions are the same command. */
export type ScriptComparer = (typed: string, expected: string) => boolean;

export function compareWords(typed: Word, expected: Word, sameScript: ScriptComparer): WordRelation {
  const placeholder = placeholderKinds.find((kind) => expected.text.includes(placeholderCharacters[kind]));
  if (placeholder !== undefined && expected.marks.includes(placeholderMark)) {
    return fillsPlaceholder(typed.text, expected.text, placeholder) ? 'same' : 'other';
  }
  if (typed.text !== expected.text || typed.scripts.length !== expected.scripts.length) return 'other';
  if (!typed.scripts.every((script, i) => sameScript(script, expected.scripts[i] ?? ''))) return 'other';
  return compareMarks(typed, expected);
}

function compareMarks(typed: Word, expected: Word): WordRelation {
  if (typed.marks === expected.marks) return 'same';
  for (let at = 0; at < expected.marks.length; at++) {
    const pair = [typed.marks[at], expected.marks[at]];
    const inText = pair.includes(literalMark);
    const isVariable = typed.text[at] === '$' || pair.includes(doubleQuotedMark);
    if (pair[0] !== pair[1] && inText && isVariable) return 'other';
  }
  return 'quoting';
}

/** How many characters of a word the shell acts on unasked; the fewer, the better it is quoted. */
export const countActive = (word: Word): number =>
  [...word.marks].filter((mark) => mark === activeMark).length;

const accepted: Readonly<Record<PlaceholderKind, RegExp>> = {
  any: /^[\s\S]+$/u,
  path: /^(?!-)[^\n]+$/u,
  number: /^\d+$/u,
};

/** One placeholder a word; what stands around it must be typed. */
function fillsPlaceholder(typed: string, expected: string, kind: PlaceholderKind): boolean {
  const at = expected.indexOf(placeholderCharacters[kind]);
  const before = expected.slice(0, at);
  const after = expected.slice(at + 1);
  if (typed.length <= before.length + after.length) return false;
  const filling = typed.slice(before.length, typed.length - after.length);
  return typed.startsWith(before) && typed.endsWith(after) && accepted[kind].test(filling);
}
