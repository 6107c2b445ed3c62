import type { AnswerShape } from '../decks/card.ts';
import type { Reason } from './verdict.ts';

export interface NormalizedText {
  readonly text: string;
  /** One for each kind of change but trimming. */
  readonly notes: readonly Reason[];
}

const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/gu;
const blanks = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/**
 * Makes what keyboards, word processors and web pages write for the same character one character. A line end stays
 * one in a command, where it ends the command, and is a blank elsewhere.
 */
export function normalizeCharacters(text: string, shape: AnswerShape): string {
  const plain = text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(lineEnds, '\n')
    .replace(blanks, ' ')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[“”„‟]/gu, '"')
    .replace(/[\u2010-\u2013\u2212]/gu, '-')
    .replace(/\u2014/gu, '--');
  return (shape === 'command' ? plain : plain.replaceAll('\n', ' ')).trim();
}

/** The first step of grading for all shapes. `expected` has gone through `normalizeCharacters`. */
export function normalizeTyped(typed: string, expected: string, shape: AnswerShape): NormalizedText {
  const notes: Reason[] = [];
  let text = normalizeCharacters(typed, shape);
  if (text !== typed.trim()) notes.push({ kind: 'other-characters' });
  if (/^`[^`]+`$/u.test(text) && !expected.includes('`')) {
    text = text.slice(1, -1).trim();
    notes.push({ kind: 'surrounding-backticks' });
  }
  const takesPrompt = shape === 'command' || shape === 'command-name';
  if (takesPrompt && /^[$#] /u.test(text) && !/^[$#] /u.test(expected)) {
    text = text.slice(2).trim();
    notes.push({ kind: 'trimmed-prompt' });
  }
  return { text, notes };
}
