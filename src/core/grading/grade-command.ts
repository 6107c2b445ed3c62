import { compareCommands } from './compare-commands.ts';
import { compareRedirections } from './compare-redirections.ts';
import { type Comparison, combine, near, rankOf, right, wrong } from './comparison.ts';
import type { OptionTables } from './option-tables.ts';
import { type Script, type SimpleCommand, splitShell } from './shell-words.ts';
import { placeholderKinds } from './word.ts';

/** Command substitutions deeper than this are compared letter by letter, which bounds the work. */
const deepest = 2;

/** Compares command lines by what a shell makes of them; see `splitShell` and the option tables. */
export const gradeCommand = (typed: string, expected: string, tables: OptionTables): Comparison =>
  compareScripts(typed, expected, tables, 0);

function compareScripts(typed: string, expected: string, tables: OptionTables, depth: number): Comparison {
  if (typed === expected) return right();
  const wanted = splitShell(expected, true);
  const given = splitShell(typed);
  if (typeof given === 'string') return near({ kind: given });
  if (typeof wanted === 'string') return wrong;
  const comparison = compareSplit(given, wanted, tables, depth);
  if (comparison.verdict === 'exact' && !hasPlaceholder.test(expected)) {
    return right([{ kind: noteOf(typed, expected) }]);
  }
  if (comparison.verdict !== 'wrong') return comparison;
  return compareUnquoted(typed, expected, countWords(given) - countWords(wanted));
}

function compareSplit(typed: Script, expected: Script, tables: OptionTables, depth: number): Comparison {
  if (typed.shape !== expected.shape) return wrong;
  const sameScript = (a: string, b: string): boolean =>
    a === b || (depth < deepest && rankOf(compareScripts(a, b, tables, depth + 1)) <= 1);
  const parts: Comparison[] = [];
  for (const [i, command] of typed.commands.entries()) {
    const wanted: SimpleCommand | undefined = expected.commands[i];
    if (wanted === undefined) return wrong;
    const words = compareCommands(command.words, wanted.words, { tables, sameScript });
    if (words.verdict === 'wrong') return wrong;
    parts.push(words, compareRedirections(command.redirections, wanted.redirections, sameScript));
  }
  return combine(parts);
}

/** Near when the texts are the same but quotes part them into other words. */
function compareUnquoted(typed: string, expected: string, surplusWords: number): Comparison {
  if (surplusWords === 0 || withoutQuotes(typed) !== withoutQuotes(expected)) return wrong;
  return near({ kind: countQuotes(typed) < countQuotes(expected) ? 'quotes-missing' : 'quotes-added' });
}

const countQuotes = (text: string): number => text.match(/['"\\]/gu)?.length ?? 0;
const hasPlaceholder = new RegExp(`<(?:${placeholderKinds.join('|')})>`, 'u');
const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');
const withoutQuotes = (text: string): string => text.replace(/['"\\]/gu, '').replace(/\s+/gu, ' ');

function noteOf(typed: string, expected: string): 'other-blanks' | 'other-quotes' | 'other-notation' {
  if (withoutBlanks(typed) === withoutBlanks(expected)) return 'other-blanks';
  const sameLetters = withoutBlanks(withoutQuotes(typed)) === withoutBlanks(withoutQuotes(expected));
  return sameLetters ? 'other-quotes' : 'other-notation';
}

/** Words and the operators between them. */
const countWords = (script: Script): number =>
  script.commands.reduce((count, command) => count + command.words.length, script.shape.split(' ').length);
