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

/** More marks than any living script puts on one base. */
const mostMarks = 4;

const stringStart = /\u001b[\]PX^_]|[\u0090\u0098\u009d\u009e\u009f]/gu;
const stringEnd = /\u001b\\?|[\u0007\u0018\u001a\u009c]/gu;
const shortSequence = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[ -/]*[0-~]?/gu;
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;

/** Text of Latin letters, punctuation and lines, in which nothing is to be cleaned. */
const harmless = /^[\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25ff]*$/u;

/*
 * Unicode's classes as functions: an expression takes up to half a millisecond to make, and texts in English and German
 * need none of these.
 */
const isInvisible = (c: string): boolean =>
  /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\u2028\u2029\ufff9-\ufffb]/u.test(c);
const isSuspect = (text: string): boolean =>
  /[\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\u2028\u2029\ufff9-\ufffb]/u.test(
    text,
  );
const isMark = (c: string): boolean => /\p{M}/u.test(c);
const isEmoji = (c: string): boolean => /\p{Extended_Pictographic}/u.test(c);
const isEmojiModifier = (c: string): boolean => /\p{Emoji_Modifier}/u.test(c);
/** Letters of scripts in which a joiner or a non-joiner changes how they connect. */
const isJoiningLetter = (c: string): boolean =>
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u.test(
    c,
  ) && /\p{L}/u.test(c);

/** What the text before a character allows it to be. */
interface Context {
  /** The last character that is no mark and no joiner; empty at the start of a line. */
  base: string;
  /** The last character that was kept, of any kind. */
  last: string;
  marks: number;
}

/**
 * Makes a text from outside safe to show: no control byte survives, what is invisible is named as `‹U+202E›`, a
 * base carries at most four marks and a mark never lands on what stands before the text. Idempotent; linear.
 */
export function clean(text: Raw): Shown {
  if (harmless.test(text)) return text as string as Shown;
  const plain = dropSequences(
    text.replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n').replace(/\t/gu, '    '),
  ).replace(control, '');
  return (isSuspect(plain) ? nameInvisible(plain) : plain) as Shown;
}

/** Sequences that carry a string (OSC, DCS, …) first: an unterminated one costs the rest of its line only. */
function dropSequences(text: string): string {
  if (!/[\u001b\u0080-\u009f]/u.test(text)) return text;
  const kept: string[] = [];
  let rest = 0;
  let terminated = true;
  for (const found of text.matchAll(stringStart)) {
    if (found.index < rest) continue;
    const body = found.index + found[0].length;
    kept.push(text.slice(rest, found.index));
    const end: number | undefined = terminated ? endOfString(text, body) : undefined;
    terminated = end !== undefined;
    rest = end ?? endOfLine(text, body);
  }
  kept.push(text.slice(rest));
  return kept.join('').replace(shortSequence, '');
}

/** Where the string that begins at `body` ends; once there is no end, there is none further on either. */
function endOfString(text: string, body: number): number | undefined {
  const search = new RegExp(stringEnd);
  search.lastIndex = body;
  const found = search.exec(text);
  if (!found) return undefined;
  return found[0] === '\u001b' ? found.index : search.lastIndex;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function nameInvisible(text: string): string {
  const characters = [...text];
  const context: Context = { base: '', last: '', marks: 0 };
  return characters.map((c, i) => showCharacter(c, characters[i + 1] ?? '', context)).join('');
}

function showCharacter(c: string, next: string, context: Context): string {
  if (c < '\u007f' && c !== '\n') return keepBase(c, context);
  if (c === '\n') {
    context.base = context.last = '';
    return c;
  }
  if (isInvisible(c)) {
    if (!belongs(c, next, context)) {
      keepBase('›', context);
      return `‹U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;
    }
    context.last = c;
    return c;
  }
  return isMark(c) ? keepMark(c, context) : keepBase(c, context);
}

function keepBase(c: string, context: Context): string {
  context.base = context.last = c;
  context.marks = 0;
  return c;
}

/** A mark without a base gets the dotted circle that Unicode has for it. */
function keepMark(c: string, context: Context): string {
  if (context.marks === mostMarks) return '';
  const circle = context.base === '' ? keepBase('◌', context) : '';
  context.marks += 1;
  context.last = c;
  return circle + c;
}

/** Whether an invisible character does its lawful work inside an emoji or between letters that join. */
function belongs(c: string, next: string, { base, last }: Context): boolean {
  if (c === '\ufe0f' || c === '\ufe0e') {
    return last === base && (isEmoji(base) || (/^[0-9#*]$/u.test(base) && next === '\u20e3'));
  }
  if (c >= '\u180b' && c <= '\u180f') return last === base && /\p{Script=Mongolian}/u.test(base);
  if (c !== '\u200d' && c !== '\u200c') return false;
  if (c === '\u200d' && isEmoji(next)) {
    return last === '\ufe0f' || isEmoji(last) || isEmojiModifier(last);
  }
  return last !== '\u200d' && last !== '\u200c' && joinsLetters(base, next);
}

const joinsLetters = (before: string, after: string): boolean =>
  isJoiningLetter(before) && isJoiningLetter(after);

/** Builds shown text from our own literals and from parts that are already shown. */
export function shown(literals: TemplateStringsArray, ...parts: readonly (Shown | number)[]): Shown {
  return literals.reduce((text, literal, i) => text + String(parts[i - 1] ?? '') + literal) as Shown;
}

/** Joins shown texts; the separator is ours. */
/** `a, b and c`: items of a sentence. */
export const listed = (items: readonly Shown[], and: Shown): Shown => {
  const last = items.at(-1) ?? shown``;
  return items.length < 2 ? last : shown`${joinShown(items.slice(0, -1), ', ')} ${and} ${last}`;
};

export const joinShown = (parts: readonly Shown[], separator: string): Shown =>
  parts.join(separator) as Shown;
