import { compareCommands } from './compare-commands.ts';
import { compareRedirections } from './compare-redirections.ts';
import { type Comparison, combine, near, rankOf, right, wrong } from './comparison.ts';
import type { OptionTables } from './option-tables.ts';
import { type Script, type SimpleCommand, splitShell } from './shell-words.ts';

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
  if (comparison.verdict === 'exact') return right([{ kind: noteOf(typed, expected) }]);
  if (comparison.verdict !== 'wrong') return comparison;
  const fewerQuotes =
    countWords(given) !== countWords(wanted) && withoutQuotes(typed) === withoutQuotes(expected);
  return fewerQuotes ? near({ kind: 'quotes-missing' }) : wrong;
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

const noteOf = (typed: string, expected: string): 'other-blanks' | 'other-quotes' =>
  typed.replace(/\s/gu, '') === expected.replace(/\s/gu, '') ? 'other-blanks' : 'other-quotes';

const withoutQuotes = (text: string): string => text.replace(/['"\\]/gu, '').replace(/\s+/gu, ' ');

const countWords = (script: Script): string =>
  script.commands.map((command) => command.words.length).join(' ');
