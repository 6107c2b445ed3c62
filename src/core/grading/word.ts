/**
 * One word of a command after quote removal. `marks` has one character for each of `text` and says what the shell
 * makes of it; two words are the same to the shell when both strings are equal.
 */
export interface Word {
  readonly text: string;
  readonly marks: string;
  /** The scripts of command substitutions, in the order of their `innerScript` characters in `text`. */
  readonly scripts: readonly string[];
  /** As written. */
  readonly source: string;
}

export const literalMark = ' ';
/** The shell acts on it, inside double quotes: `$`, a command substitution. */
export const doubleQuotedMark = '"';
/** The shell acts on it: an expansion, a glob, `~` or `#` at the beginning. */
export const activeMark = '*';
/** Stands for any text of its kind; only in expected answers. */
export const placeholderMark = '<';

/** Stands in `text` for a command substitution. */
export const innerScript = '\u0001';

export const placeholderKinds = ['any', 'path', 'number'] as const;
export type PlaceholderKind = (typeof placeholderKinds)[number];

/** Stand in `text` for a placeholder. */
export const placeholderCharacters: Readonly<Record<PlaceholderKind, string>> = {
  any: '\u0002',
  path: '\u0003',
  number: '\u0004',
};

/** The word from the given place on, such as the value in `--name=value`. */
export function sliceWord(word: Word, from: number): Word {
  const marks = word.marks.slice(0, from);
  let scriptsBefore = 0;
  for (let i = 0; i < from; i++) {
    if (word.text[i] === innerScript && marks[i] !== literalMark) scriptsBefore++;
  }
  const text = word.text.slice(from);
  return { text, marks: word.marks.slice(from), scripts: word.scripts.slice(scriptsBefore), source: text };
}
