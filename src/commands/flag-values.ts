import type { Flag } from './command.ts';

/** What a shell completes a flag's value from: the words it may be, the names of decks or exams, files, or nothing. */
export type FlagValues = 'decks' | 'exams' | 'files' | 'none' | readonly string[];

export function valuesOf({ name, value = '' }: Flag): FlagValues {
  if (name === 'deck') return 'decks';
  if (name === 'exam') return 'exams';
  if (/^[a-z]+(?:\|[a-z]+)+$/u.test(value)) return value.split('|');
  return /FOLDER|FILE|PATH/u.test(value) ? 'files' : 'none';
}
