/** What a line opens, by CommonMark, when it stands at the left margin of its container. */
export type LineStart =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'fence'; readonly char: string; readonly length: number; readonly info: string }
  | { readonly kind: 'item'; readonly width: number; readonly content: number; readonly interrupts: boolean }
  | { readonly kind: 'quote' | 'break' | 'comment' | 'verbatim' | 'text' };

export interface Margin {
  /** Index of the first character that is neither blank nor tab; the line's length when there is none. */
  readonly at: number;
  /** Columns before it, a tab going to the next multiple of four. */
  readonly indent: number;
}

const plainMargins: readonly Margin[] = Array.from({ length: 64 }, (_, n) => ({ at: n, indent: n }));

export function marginOf(line: string): Margin {
  let at = 0;
  while (line.charCodeAt(at) === 32) at++;
  if (line.charCodeAt(at) !== 9) return plainMargins[at] ?? { at, indent: at };
  let indent = at;
  for (; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 32) indent++;
    else if (code === 9) indent += 4 - (indent % 4);
    else break;
  }
  return { at, indent };
}

const text: LineStart = { kind: 'text' };
const quote: LineStart = { kind: 'quote' };
const thematicBreak: LineStart = { kind: 'break' };
const headings: readonly LineStart[] = [0, 1, 2, 3, 4, 5, 6].map((level) => ({ kind: 'heading', level }));

/** Looks at the line from `at`, its first character that is not blank. */
export function lineStart(line: string, at: number): LineStart {
  switch (line.charCodeAt(at)) {
    case 35 /* # */:
      return headingStart(line, at);
    case 96 /* ` */:
    case 126 /* ~ */:
      return fenceStart(line, at);
    case 62 /* > */:
      return quote;
    case 60 /* < */:
      return tagStart(line, at);
    case 42 /* * */:
    case 45 /* - */:
      return isBreak(line, at) ? thematicBreak : itemStart(line, at, at + 1);
    case 95 /* _ */:
      return isBreak(line, at) ? thematicBreak : text;
    case 43 /* + */:
      return itemStart(line, at, at + 1);
    default:
      return numberedStart(line, at);
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 9;

function headingStart(line: string, at: number): LineStart {
  let level = 0;
  while (level < 7 && line.charCodeAt(at + level) === 35) level++;
  const end = at + level;
  const ends = end === line.length || isBlank(line.charCodeAt(end));
  return (ends ? headings[level] : undefined) ?? text;
}

function fenceStart(line: string, at: number): LineStart {
  const length = runLength(line, at);
  if (length < 3) return text;
  const info = line.slice(at + length).trim();
  const char = line.charAt(at);
  if (char === '`' && info.includes('`')) return text;
  return { kind: 'fence', char, length, info };
}

/** How often the character at `at` stands there in a row. */
export function runLength(line: string, at: number): number {
  const code = line.charCodeAt(at);
  let end = at;
  while (end < line.length && line.charCodeAt(end) === code) end++;
  return end - at;
}

/** True when a run of one character from `at` is all that the line holds. */
export function isRun(line: string, at: number): boolean {
  for (let i = at + runLength(line, at); i < line.length; i++) if (!isBlank(line.charCodeAt(i))) return false;
  return true;
}

function isBreak(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  let count = 0;
  for (let i = at; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c === code) count++;
    else if (!isBlank(c)) return false;
  }
  return count >= 3;
}

function numberedStart(line: string, at: number): LineStart {
  let end = at;
  while (end - at < 9 && line.charCodeAt(end) >= 48 && line.charCodeAt(end) <= 57) end++;
  if (end === at || (line[end] !== '.' && line[end] !== ')')) return text;
  return itemStart(line, at, end + 1);
}

/** `width`: columns from the marker to the item's content; `content`: index of the content. */
function itemStart(line: string, at: number, end: number): LineStart {
  if (end < line.length && !isBlank(line.charCodeAt(end))) return text;
  let content = end;
  let columns = end - at;
  for (; content < line.length && isBlank(line.charCodeAt(content)); content++)
    columns += line.charCodeAt(content) === 9 ? 4 - (columns % 4) : 1;
  const empty = content === line.length;
  const marker = end - at;
  const width = empty || columns - marker > 4 ? marker + 1 : columns;
  const first = marker === 1 || line.slice(at, end - 1) === '1';
  return { kind: 'item', width, content, interrupts: !empty && first };
}

const verbatimTag = /^<(?:pre|script|style|textarea)(?:[\s>]|$)/iu;

function tagStart(line: string, at: number): LineStart {
  if (line.startsWith('<!--', at)) return { kind: 'comment' };
  return verbatimTag.test(line.slice(at, at + 12)) ? { kind: 'verbatim' } : text;
}
