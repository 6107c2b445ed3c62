/**
 * Two kinds of text. `Raw` comes from outside (decks, journals, file names, the keyboard, Git) and keeps every
 * byte, because graders and transcripts need them. `Shown` is safe for a terminal; screens, printers and JSON
 * output accept nothing else, so the compiler finds a text that nobody cleaned.
 */
declare const rawMark: unique symbol;
declare const shownMark: unique symbol;

export type Raw = string & { readonly [rawMark]: true };
export type Shown = string & { readonly [shownMark]: true };

/** Marks a text as coming from outside. The only way to make a `Raw`. */
export const raw = (text: string): Raw => text as Raw;

const escapeSequence =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/gu;
const invisible =
  /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** Makes a text from outside safe to show: no control byte survives, what is invisible is named. */
export function clean(text: Raw): Shown {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/\t/gu, '    ')
    .replace(escapeSequence, '')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu, '')
    .replace(
      invisible,
      (c) => `‹U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
    ) as Shown;
}

/** Builds shown text from our own literals and from parts that are already shown. */
export function shown(literals: TemplateStringsArray, ...parts: readonly (Shown | number)[]): Shown {
  return literals.reduce((text, literal, i) => text + String(parts[i - 1] ?? '') + literal) as Shown;
}

/** Joins shown texts; the separator is ours. */
export const joinShown = (parts: readonly Shown[], separator: string): Shown =>
  parts.join(separator) as Shown;
