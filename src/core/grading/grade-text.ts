import { raw } from '../text/shown.ts';
import { type Comparison, near, right, wrong } from './comparison.ts';
import { isOneEdit } from './one-edit.ts';
import type { Reason } from './verdict.ts';

export interface TextContext {
  readonly lang: string;
  /** The other typed answers of the deck. */
  readonly otherAnswers: ReadonlySet<string>;
}

/** Fewer letters than this and one edit makes another word of most. */
const leastLettersForTypo = 8;
const leastLettersForNear = 4;

const articles = new Map([
  ['en', /^(?:an?|the) +(?=\S)/u],
  ['de', /^(?:der|die|das|dem|den|des|eine?|eine[mnrs]) +(?=\S)/u],
]);

const umlauts = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
]);

const languageOf = (lang: string): string => lang.toLowerCase().split('-')[0] ?? '';

/** One way of writing the same word; `note` tells the learner that it was not held against them. */
interface Folding {
  readonly note: Reason;
  readonly fold: (text: string) => string;
}

/** In the order in which they are done; the article must be found while blanks still part the words. */
function foldingsFor(lang: string): readonly Folding[] {
  const article = articles.get(languageOf(lang));
  const isGerman = languageOf(lang) === 'de';
  return [
    { note: { kind: 'letter-case-ignored' }, fold: (text) => text.toLowerCase() },
    { note: { kind: 'final-mark-ignored' }, fold: (text) => text.replace(/(?<=[^ .!?]) *[.!?]+$/u, '') },
    ...(isGerman ? [{ note: { kind: 'umlaut-spelling' }, fold: spellOut } as const] : []),
    ...(article
      ? [{ note: { kind: 'article-ignored' }, fold: (t: string) => t.replace(article, '') } as const]
      : []),
    { note: { kind: 'other-blanks' }, fold: (text) => text.replace(/ {2,}/gu, ' ') },
    { note: { kind: 'hyphen-or-blank-ignored' }, fold: joinWords },
  ];
}

const spellOut = (text: string): string =>
  text.replace(/[äöüß]/gu, (letter) => umlauts.get(letter) ?? letter);

/** Between two digits a blank or hyphen says something (`1 0` is not `10`); elsewhere inside a term it does not. */
function joinWords(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}])[ -](?=[\p{L}\p{N}])/gu, (mark, at: number) =>
    /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '') ? mark : '',
  );
}

export function gradeText(typed: string, expected: string, context: TextContext): Comparison {
  const notes: Reason[] = [];
  let given = typed;
  let wanted = expected;
  if (given === wanted) return right();
  for (const { note, fold } of foldingsFor(context.lang)) {
    const [before, foldedGiven, foldedWanted] = [given, fold(given), fold(wanted)];
    if (foldedGiven !== before || foldedWanted !== wanted) notes.push(note);
    given = foldedGiven;
    wanted = foldedWanted;
    if (given === wanted) return right(notes);
  }
  return compareByEdit(typed, expected, given, wanted, context);
}

function compareByEdit(
  typed: string,
  expected: string,
  given: string,
  wanted: string,
  context: TextContext,
): Comparison {
  const digitsIn = (text: string): string => text.replace(/\D/gu, '');
  if (digitsIn(given) !== digitsIn(wanted)) return wrong;
  if (!isOneEdit(given, wanted) || lettersIn(wanted) < leastLettersForNear) return wrong;
  const isPlain =
    lettersIn(editedWord(typed, expected)) >= leastLettersForTypo && !/\d/u.test(given + wanted);
  if (!isPlain || isOtherAnswer(given, context)) return near({ kind: 'one-edit-away' });
  return right([{ kind: 'typo-accepted', about: raw(typed), expected: raw(expected) }]);
}

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** The word of the accepted answer that was mistyped; all of it when the words do not correspond. */
function editedWord(typed: string, expected: string): string {
  const given = typed.toLowerCase().split(/[ -]+/u);
  const wanted = expected.toLowerCase().split(/[ -]+/u);
  if (given.length !== wanted.length) return expected;
  return wanted.find((word, i) => word !== given[i]) ?? expected;
}

function isOtherAnswer(folded: string, context: TextContext): boolean {
  const foldings = foldingsFor(context.lang);
  const foldAll = (text: string) => foldings.reduce((sofar, { fold }) => fold(sofar), text);
  return [...context.otherAnswers].some((other) => foldAll(other.normalize('NFC').trim()) === folded);
}
