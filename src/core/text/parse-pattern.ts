import {
  type CharacterSet,
  compilePattern,
  mostStates,
  type Pattern,
  type PatternNode,
  type Range,
  sizeOf,
} from './pattern.ts';
import { type Sentence, sentence } from './sentence.ts';

/** Why a pattern is refused: sentences for a `Problem`. */
export interface PatternFault {
  readonly fault: Sentence;
  readonly hint: Sentence;
}

interface Reading {
  readonly characters: readonly string[];
  at: number;
  depth: number;
}

const deepest = 20;
const mostCount = 500;
const mostMembers = 64;
const anything: CharacterSet = { ranges: [], isNegated: true };
const digits: readonly Range[] = [[48, 57]];
const wordCharacters: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const blanks: readonly Range[] = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x2000, 0x200a],
];
const classes: Readonly<Record<string, CharacterSet>> = {
  d: { ranges: digits, isNegated: false },
  D: { ranges: digits, isNegated: true },
  w: { ranges: wordCharacters, isNegated: false },
  W: { ranges: wordCharacters, isNegated: true },
  s: { ranges: blanks, isNegated: false },
  S: { ranges: blanks, isNegated: true },
};

/**
 * Reads a pattern for whole lines: literals, `.`, `[…]`, `\d \w \s` and their opposites, `(…)`, `|` in a group, `*`,
 * `+`, `?`, `{n}`, `{n,}`, `{n,m}`. All else is refused, so that no deck can make matching slow and none means
 * something that it does not say.
 */
export function parsePattern(source: string): Pattern | PatternFault {
  const reading: Reading = { characters: [...source], at: 0, depth: 0 };
  const node = readSequence(reading);
  if ('fault' in node) return node;
  if (peek(reading) === '|')
    return refuse(sentence('`|` stands outside of a group'), sentence('Write `(one|other)`.'));
  if (peek(reading) === ')')
    return refuse(sentence('a `)` has no `(`'), sentence('Write `\\)` for the character.'));
  if (sizeOf(node) > mostStates)
    return refuse(
      sentence('it is too large once its counts are written out'),
      sentence('Use smaller counts.'),
    );
  return compilePattern(node);
}

const peek = ({ characters, at }: Reading): string | undefined => characters[at];
const refuse = (why: Sentence, hint: Sentence): PatternFault => ({ fault: why, hint });

function readSequence(reading: Reading): PatternNode | PatternFault {
  const nodes: PatternNode[] = [];
  for (let c = peek(reading); c !== undefined && c !== '|' && c !== ')'; c = peek(reading)) {
    const atom = readAtom(reading, c);
    if ('fault' in atom) return atom;
    const node = readCount(reading, atom);
    if ('fault' in node) return node;
    nodes.push(node);
  }
  return { kind: 'sequence', nodes };
}

function readAtom(reading: Reading, c: string): PatternNode | PatternFault {
  reading.at++;
  if (c === '(') return readGroup(reading);
  if (c === '[') return readSet(reading);
  if (c === '\\') return readEscape(reading);
  if (c === '.') return { kind: 'set', set: anything };
  if ('*+?{'.includes(c))
    return refuse(sentence`\`${c}\` repeats nothing`, sentence`Write \`\\${c}\` for the character.`);
  if ('^$'.includes(c))
    return refuse(
      sentence`\`${c}\` stands inside; a pattern is for the whole line`,
      sentence`Write \`\\${c}\` for the character.`,
    );
  return single(c);
}

const single = (c: string): PatternNode => {
  const code = c.codePointAt(0) ?? 0;
  return { kind: 'set', set: { ranges: [[code, code]], isNegated: false } };
};

function readGroup(reading: Reading): PatternNode | PatternFault {
  const { characters, at } = reading;
  if (characters[at] === '?') {
    if (characters[at + 1] !== ':')
      return refuse(
        sentence('it looks around or names a group'),
        sentence('Groups are `(…)`, without more.'),
      );
    reading.at += 2;
  }
  if (++reading.depth > deepest)
    return refuse(sentence('its groups are nested too deep'), sentence('Use fewer groups.'));
  const nodes: PatternNode[] = [];
  for (;;) {
    const node = readSequence(reading);
    if ('fault' in node) return node;
    nodes.push(node);
    const end = peek(reading);
    if (end === undefined)
      return refuse(sentence('a `(` is not closed'), sentence('Write `\\(` for the character.'));
    reading.at++;
    if (end === ')') break;
  }
  reading.depth--;
  return { kind: 'choice', nodes };
}

function readEscape(reading: Reading): PatternNode | PatternFault {
  const escaped = escapedSet(reading);
  return 'fault' in escaped ? escaped : { kind: 'set', set: escaped };
}

function escapedSet(reading: Reading): CharacterSet | PatternFault {
  const c = peek(reading);
  if (c === undefined)
    return refuse(sentence('it ends in a backslash'), sentence('Write `\\\\` for the character.'));
  reading.at++;
  const known = Object.hasOwn(classes, c) ? classes[c] : undefined;
  if (known !== undefined) return known;
  if (c === 't') return { ranges: [[9, 9]], isNegated: false };
  if (/[\p{L}\p{N}]/u.test(c))
    return refuse(
      sentence`\`\\${c}\` means nothing here`,
      sentence('There are `\\d`, `\\w`, `\\s`, `\\D`, `\\W`, `\\S` and `\\t`.'),
    );
  const code = c.codePointAt(0) ?? 0;
  return { ranges: [[code, code]], isNegated: false };
}

function readSet(reading: Reading): PatternNode | PatternFault {
  const isNegated = peek(reading) === '^';
  if (isNegated) reading.at++;
  const ranges: Range[] = [];
  for (let c = peek(reading); c !== ']'; c = peek(reading)) {
    if (c === undefined)
      return refuse(sentence('a `[` is not closed'), sentence('Write `\\[` for the character.'));
    if (c === '[')
      return refuse(sentence('a `[` stands in a set'), sentence('Write `\\[` for the character.'));
    const range = readRange(reading, c);
    if ('fault' in range) return range;
    ranges.push(...range);
  }
  reading.at++;
  if (ranges.length > mostMembers)
    return refuse(sentence('a set holds too many characters'), sentence('Write ranges.'));
  if (ranges.length === 0) return refuse(sentence('`[]` holds nothing'), sentence('Name the characters.'));
  return { kind: 'set', set: { ranges, isNegated } };
}

function readRange(reading: Reading, c: string): readonly Range[] | PatternFault {
  const first = readMember(reading, c);
  if ('fault' in first) return first;
  const { characters, at } = reading;
  const next = characters[at + 1];
  if (characters[at] !== '-' || next === undefined || next === ']') return first;
  reading.at++;
  const last = readMember(reading, next);
  if ('fault' in last) return last;
  const [from, to] = [codeOf(first), codeOf(last)];
  if (from === undefined || to === undefined || from > to)
    return refuse(
      sentence('a range in `[…]` has no order'),
      sentence('Write it as `a-z`, or `\\-` for the character.'),
    );
  return [[from, to]];
}

function readMember(reading: Reading, c: string): readonly Range[] | PatternFault {
  reading.at++;
  if (c !== '\\') {
    const code = c.codePointAt(0) ?? 0;
    return [[code, code]];
  }
  const set = escapedSet(reading);
  if ('fault' in set) return set;
  if (set.isNegated)
    return refuse(sentence('an opposite stands in `[…]`'), sentence('Negate the whole set: `[^…]`.'));
  return set.ranges;
}

/** The only character of some ranges. */
function codeOf(ranges: readonly Range[]): number | undefined {
  const [range] = ranges;
  return ranges.length === 1 && range?.[0] === range?.[1] ? range?.[0] : undefined;
}

const counts: Readonly<Record<string, readonly [number, number]>> = {
  '*': [0, Infinity],
  '+': [1, Infinity],
  '?': [0, 1],
};

function readCount(reading: Reading, node: PatternNode): PatternNode | PatternFault {
  const c = peek(reading) ?? '';
  const bounds = c === '{' ? readBraces(reading) : counts[c];
  if (bounds === undefined) return node;
  if ('fault' in bounds) return bounds;
  if (c !== '{') reading.at++;
  if ('*+?{'.includes(peek(reading) ?? ' '))
    return refuse(sentence('one count stands behind another'), sentence('Put the inner one into a group.'));
  const [least, most] = bounds;
  return { kind: 'repeat', node, least, most };
}

function readBraces(reading: Reading): readonly [number, number] | PatternFault {
  const rest = reading.characters.slice(reading.at, reading.at + 12).join('');
  const found = /^\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/u.exec(rest);
  const least = Number(found?.[1]);
  const most = found?.[2] === undefined ? least : Number(found[3] ?? Infinity);
  if (!found || least > most || least > mostCount || (most !== Infinity && most > mostCount))
    return refuse(
      sentence('a `{` is no count'),
      sentence`Write \`{2}\`, \`{2,}\` or \`{2,5}\`, up to ${mostCount}, or \`\\{\`.`,
    );
  reading.at += found[0].length;
  return [least, most];
}
