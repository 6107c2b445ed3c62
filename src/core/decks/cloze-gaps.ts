import { hash12 } from '../text/hash.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { raw } from '../text/shown.ts';
import type { Segment } from './card.ts';
import type { FormatRule } from './format-rules.ts';
import { runLength } from './line-start.ts';

/** Something wrong with braces; `index` counts in the text that was read. */
export interface GapProblem {
  readonly rule: FormatRule;
  readonly index: number;
  readonly message: Sentence;
  readonly hint: Sentence;
}

export interface Gaps {
  readonly segments: readonly Segment[];
  readonly count: number;
  readonly problem: GapProblem | undefined;
  /** Where a `}}` closes nothing; a problem only in a card that has gaps. */
  readonly stray: number | undefined;
}

interface Reading {
  readonly text: string;
  /** Within a fence there are no code spans and no other escape than the one for braces. */
  readonly fenced: boolean;
  readonly segments: Segment[];
  plain: string;
  count: number;
  problem: GapProblem | undefined;
  stray: number | undefined;
  /** A code span that holds `{{` without `}}`. */
  halfSpan: number | undefined;
}

/** Reads the gaps of one block. Linear but for runs of backticks of different lengths. */
export function readGaps(text: string, fenced: boolean): Gaps {
  if (!hasBraces(text)) return withoutGaps(text);
  const reading: Reading = {
    text,
    fenced,
    segments: [],
    plain: '',
    count: 0,
    problem: undefined,
    stray: undefined,
    halfSpan: undefined,
  };
  for (let i = 0; i < text.length && !reading.problem; ) i = step(reading, i);
  endPlain(reading);
  return reading;
}

export const hasBraces = (text: string): boolean => text.includes('{{') || text.includes('}}');

const withoutGaps = (text: string): Gaps => ({
  segments: text === '' ? [] : [{ kind: 'text', text: raw(text) }],
  count: 0,
  problem: undefined,
  stray: undefined,
});

function endPlain(reading: Reading): void {
  if (reading.plain !== '') reading.segments.push({ kind: 'text', text: raw(reading.plain) });
  reading.plain = '';
}

/** Reads what begins at `i`; gives the index after it. */
function step(reading: Reading, i: number): number {
  const { text, fenced } = reading;
  const char = text.charAt(i);
  let end = i + 1;
  if (char === '\\' && text.startsWith('{{', i + 1)) {
    reading.plain += fenced ? '{{' : '\\{{';
    return i + 3;
  }
  if (char === '\\' && !fenced) end = i + 2;
  else if (char === '`' && !fenced) {
    end = codeEnd(text, i);
    const open = text.slice(i, end).lastIndexOf('{{');
    if (open >= 0 && text.slice(i + open, end).indexOf('}}') < 0) reading.halfSpan = i;
  } else if (text.startsWith('{{', i)) return readGap(reading, i);
  else if (text.startsWith('}}', i) && !fenced) {
    end = i + 2;
    if (reading.halfSpan !== undefined) reading.problem = cutsCode(reading.halfSpan);
    else reading.stray ??= i;
  }
  reading.plain += text.slice(i, end);
  return end;
}

/** The index after the code span, or the mere run of backticks, that begins at `i`. */
function codeEnd(text: string, i: number): number {
  const length = runLength(text, i);
  let next = i + length;
  for (;;) {
    next = text.indexOf('`', next);
    if (next < 0) return i + length;
    const run = runLength(text, next);
    if (run === length) return next + run;
    next += run;
  }
}

const cutsCode = (index: number): GapProblem => ({
  rule: 'cloze-cuts-code',
  index,
  message: sentence('A gap cuts a code span in two.'),
  hint: sentence('Close the code before the gap: `` `docker run` {{`-d`}} `nginx` ``.'),
});

function unbalanced(index: number): GapProblem {
  return {
    rule: 'cloze-braces',
    index,
    message: sentence('The braces of this gap are not balanced.'),
    hint: sentence(
      'A gap is `{{text}}` within one block, without another one in it; literal braces are `\\{{`, or stand in code.',
    ),
  };
}

function readGap(reading: Reading, start: number): number {
  const { text, fenced } = reading;
  let cut = false;
  let depth = 0;
  let i = start + 2;
  while (i < text.length) {
    const char = text.charAt(i);
    if (text.startsWith('}}', i) && !(depth > 0 && text[i + 2] === '}')) return closeGap(reading, start, i);
    if (text.startsWith('{{', i) || /^\n[ \t]*(?:\n|$)/u.test(text.slice(i, i + 80))) break;
    if (char === '`' && !fenced) {
      const end = codeEnd(text, i);
      cut ||= text.slice(i, end).includes('}}');
      i = end;
      continue;
    }
    if (char === '{') depth++;
    else if (char === '}') depth--;
    i += char === '\\' && !fenced ? 2 : 1;
  }
  reading.problem = cut ? cutsCode(start) : unbalanced(start);
  return text.length;
}

function closeGap(reading: Reading, start: number, end: number): number {
  const gap = readContent(reading.text.slice(start + 2, end), start, reading.fenced);
  if ('rule' in gap) {
    reading.problem = gap;
    return end;
  }
  endPlain(reading);
  reading.segments.push(gap);
  reading.count++;
  return end + 2;
}

function readContent(content: string, index: number, fenced: boolean): Segment | GapProblem {
  const number = /^c([1-9]\d{0,2})::/u.exec(content);
  if (!number && /^[cC]\d+::?/u.test(content))
    return {
      rule: 'cloze-number',
      index,
      message: sentence('The number of this gap is not written rightly.'),
      hint: sentence('Gaps that are asked together are `{{c1::text}}`.'),
    };
  const rest = number ? content.slice(number[0].length) : content;
  if (looksLikeIpv6(rest.trim()))
    return {
      rule: 'cloze-ipv6',
      index,
      message: sentence('This gap looks like an IPv6 address, whose `::` would begin a hint.'),
      hint: sentence`Write it as code: {{\`${rest.trim().slice(0, 45)}\`}}.`,
    };
  const cut = hintStart(rest, fenced);
  const text = cut < 0 ? rest : rest.slice(0, cut);
  const hint = cut < 0 ? undefined : rest.slice(cut + 2);
  if (text.trim() === '' || hint?.trim() === '')
    return {
      rule: 'cloze-empty',
      index,
      message:
        hint?.trim() === '' ? sentence('The hint of this gap is empty.') : sentence('This gap is empty.'),
      hint: sentence('Write `{{text}}` or `{{text::hint}}`.'),
    };
  const part = number ? `c${number[1]}` : hash12(collapse(text));
  return { kind: 'gap', part, text: raw(text), hint: hint === undefined ? undefined : raw(hint) };
}

/** White space collapsed and NFC: what the hashes of questions and gaps are made of. */
export function collapse(text: string): string {
  const collapsed = text.replace(/\s\s+|[^\S ]/gu, ' ').trim();
  return /[^\u0000-\u007f]/u.test(collapsed) ? collapsed.normalize('NFC') : collapsed;
}

function looksLikeIpv6(text: string): boolean {
  const address = /^[0-9a-f:.]{2,45}(?:\/\d{1,3})?$/iu;
  return text.includes('::') && address.test(text) && (/\d/u.test(text) || /^::[a-f]|:[^:]+:/iu.test(text));
}

/** Where the last `::` outside code stands; -1 when there is none. */
function hintStart(text: string, fenced: boolean): number {
  let last = -1;
  for (let i = 0; i < text.length; ) {
    if (text[i] === '`' && !fenced) i = codeEnd(text, i);
    else {
      if (text.startsWith('::', i)) last = i;
      i++;
    }
  }
  return last;
}
