import {
  activeMark,
  doubleQuotedMark,
  innerScript,
  literalMark,
  type PlaceholderKind,
  placeholderCharacters,
  placeholderKinds,
  placeholderMark,
  type Word,
} from './word.ts';

/** Why a text is no command: a quote is open at its end, or something else must follow. */
const shellFaults = ['unclosed-quote', 'incomplete'] as const;
export type ShellFault = (typeof shellFaults)[number];

/** A word being read; lives for one call of `scanWord`. */
interface Scan {
  readonly source: string;
  readonly withPlaceholders: boolean;
  at: number;
  text: string;
  marks: string;
  readonly scripts: string[];
}

/** Unquoted and not judged yet: `settleMarks` does when the whole word is known. */
const undecidedMark = 'u';
const wordEnds = new Set([' ', '\n', '|', '&', ';', '(', ')', '<', '>']);

const placeholderAt = (source: string, at: number): PlaceholderKind | undefined =>
  placeholderKinds.find((kind) => source.startsWith(`<${kind}>`, at));

/** `<(…)`, `>(…)` and, in expected answers, `<any>`: they look like redirections but belong to a word. */
export const isEmbedded = (source: string, at: number, withPlaceholders: boolean): boolean =>
  source.startsWith('<(', at) ||
  source.startsWith('>(', at) ||
  (withPlaceholders && placeholderAt(source, at) !== undefined);

/** Reads the word that begins at `at`; `end` is the place right behind it. */
export function scanWord(
  source: string,
  at: number,
  withPlaceholders: boolean,
): { readonly word: Word; readonly end: number } | ShellFault {
  const scan: Scan = { source, withPlaceholders, at, text: '', marks: '', scripts: [] };
  while (scan.at < source.length) {
    const character = source[scan.at] ?? '';
    if (wordEnds.has(character) && !isEmbedded(source, scan.at, withPlaceholders)) break;
    const fault = scanPiece(scan, character);
    if (fault !== undefined) return fault;
  }
  const { text, marks, scripts } = scan;
  const word = { text, marks: settleMarks(text, marks), scripts, source: source.slice(at, scan.at) };
  return { word, end: scan.at };
}

function scanPiece(scan: Scan, character: string): ShellFault | undefined {
  const placeholder = scan.withPlaceholders ? placeholderAt(scan.source, scan.at) : undefined;
  if (placeholder !== undefined) {
    return push(scan, placeholderCharacters[placeholder], placeholderMark, placeholder.length + 2);
  }
  switch (character) {
    case '\\':
      return scanEscape(scan);
    case "'":
      return scanSingleQuotes(scan);
    case '"':
      return scanDoubleQuotes(scan);
    case '<':
    case '>':
      return scanScript(scan, 2, activeMark);
    case '$':
    case '`':
      return scanExpansion(scan, character, activeMark);
    default:
      return push(scan, character, undecidedMark, 1);
  }
}

/** Adds to the word and moves on by `length` characters of the source. */
function push(scan: Scan, text: string, mark: string, length: number): undefined {
  scan.text += text;
  scan.marks += mark.repeat(text.length);
  scan.at += length;
}

function scanEscape(scan: Scan): ShellFault | undefined {
  const next = scan.source[scan.at + 1];
  if (next === undefined) return 'incomplete';
  return push(scan, next === '\n' ? '' : next, literalMark, 2);
}

function scanSingleQuotes(scan: Scan): ShellFault | undefined {
  const end = scan.source.indexOf("'", scan.at + 1);
  if (end < 0) return 'unclosed-quote';
  return push(scan, scan.source.slice(scan.at + 1, end), literalMark, end + 1 - scan.at);
}

function scanDoubleQuotes(scan: Scan): ShellFault | undefined {
  scan.at++;
  while (scan.at < scan.source.length) {
    const character = scan.source[scan.at] ?? '';
    if (character === '"') return push(scan, '', literalMark, 1);
    const fault = scanQuotedPiece(scan, character);
    if (fault !== undefined) return fault;
  }
  return 'unclosed-quote';
}

function scanQuotedPiece(scan: Scan, character: string): ShellFault | undefined {
  const next = scan.source[scan.at + 1] ?? '';
  if (character === '\\' && next === '\n') return push(scan, '', literalMark, 2);
  if (character === '\\' && '$`"\\'.includes(next) && next !== '') return push(scan, next, literalMark, 2);
  if (character === '$' || character === '`') return scanExpansion(scan, character, doubleQuotedMark);
  return push(scan, character, literalMark, 1);
}

function scanExpansion(scan: Scan, character: string, mark: string): ShellFault | undefined {
  const { source, at } = scan;
  if (character === '`') {
    const end = source.indexOf('`', at + 1);
    if (end < 0) return 'unclosed-quote';
    scan.scripts.push(source.slice(at + 1, end));
    return push(scan, innerScript, mark, end + 1 - at);
  }
  const next = source[at + 1] ?? '';
  if (next === '(') return scanScript(scan, 2, mark);
  if (next === '{') {
    const end = source.indexOf('}', at);
    return end < 0 ? 'incomplete' : push(scan, source.slice(at, end + 1), mark, end + 1 - at);
  }
  const opensQuote = mark === activeMark && (next === "'" || next === '"');
  const expands = /[\w@*#?$!-]/u.test(next) || opensQuote;
  return push(scan, '$', expands ? mark : literalMark, 1);
}

/** Reads a script in parentheses; `opening` is the length of what opens it. */
function scanScript(scan: Scan, opening: number, mark: string): ShellFault | undefined {
  const start = scan.at + opening;
  const end = closingParenthesis(scan.source, start);
  if (end === undefined) return 'incomplete';
  const isSubstitution = scan.source[scan.at] === '$';
  scan.scripts.push(scan.source.slice(start, end));
  return push(
    scan,
    (isSubstitution ? '' : (scan.source[scan.at] ?? '')) + innerScript,
    mark,
    end + 1 - scan.at,
  );
}

/** The place of the parenthesis that closes what was opened before `start`; those in quotes do not count. */
function closingParenthesis(source: string, start: number): number | undefined {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === "'" || character === '"') {
      at = source.indexOf(character, at + 1);
      if (at < 0) return undefined;
    } else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at;
  }
  return undefined;
}

/** Unquoted characters are active only where the shell acts on them. */
function settleMarks(text: string, marks: string): string {
  const lastBracket = lastUndecided(text, marks, ']');
  const braces = hasBraceExpansion(text, marks);
  return [...marks]
    .map((mark, at) => {
      if (mark !== undecidedMark) return mark;
      return isActive(text[at] ?? '', at, lastBracket, braces) ? activeMark : literalMark;
    })
    .join('');
}

function isActive(character: string, at: number, lastBracket: number, braces: boolean): boolean {
  if (character === '*' || character === '?') return true;
  if (character === '~' || character === '#') return at === 0;
  if (character === '[') return at < lastBracket;
  return (character === '{' || character === '}') && braces;
}

function lastUndecided(text: string, marks: string, character: string): number {
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === character && marks[at] === undecidedMark) return at;
  }
  return -1;
}

/** Braces expand only around an unquoted comma or two dots. */
function hasBraceExpansion(text: string, marks: string): boolean {
  const unquoted = [...marks].map((mark, at) => (mark === undecidedMark ? text[at] : innerScript)).join('');
  const inside = unquoted.slice(unquoted.indexOf('{') + 1, unquoted.lastIndexOf('}') + 1);
  return unquoted.includes('{') && (inside.includes(',') || inside.includes('..'));
}
