import { findTable, type OptionTable, type OptionTables } from './option-tables.ts';
import { sliceWord, type Word } from './word.ts';

export interface GivenOption {
  /** The name of its rule, or as written when no rule knows it; with the command it was given to. */
  readonly key: string;
  /** As written, without its value: `-t` of `-it`. */
  readonly spelling: string;
  readonly value: Word | undefined;
}

/** A command's words told apart by its option table. */
export interface Invocation {
  readonly table: OptionTable;
  readonly options: readonly GivenOption[];
  readonly operands: readonly Word[];
  /** The words of another command that this one starts. */
  readonly inner: readonly Word[];
}

/** Lives for one call of `readInvocation`. */
interface Reading {
  readonly words: readonly Word[];
  readonly tables: OptionTables;
  table: OptionTable;
  at: number;
  readonly options: GivenOption[];
  readonly operands: Word[];
}

/**
 * Reads the words of a command whose bare name is `name`; `words` begins behind it. `undefined` when no table knows
 * the command, or the command within the command.
 */
export function readInvocation(
  name: string,
  words: readonly Word[],
  tables: OptionTables,
): Invocation | undefined {
  const table = findTable(name, tables, tables);
  if (table === undefined) return undefined;
  const reading: Reading = { words, tables, table, at: 0, options: [], operands: [] };
  if (table.firstWord === 'bundle') readFirstBundle(reading);
  while (reading.at < words.length) {
    const word = words[reading.at];
    if (word === undefined || startsInner(reading, word)) break;
    reading.at++;
    if (word.text === '--') {
      if (reading.table.commandAfter === undefined) reading.operands.push(...words.slice(reading.at));
      if (reading.table.commandAfter === undefined) reading.at = words.length;
    } else if (isOption(word)) readOption(reading, word);
    else if (reading.table.commands.size > 0 && reading.operands.length === 0) {
      const found = findTable(word.text, reading.table.commands, tables);
      if (found === undefined) return undefined;
      reading.table = found;
    } else reading.operands.push(word);
  }
  const { options, operands } = reading;
  return { table: reading.table, options, operands, inner: words.slice(reading.at) };
}

export const isOption = (word: Word): boolean => word.text.startsWith('-') && word.text !== '-';

const isAssignment = (word: Word): boolean => /^[A-Za-z_]\w*=/u.test(word.text);

function startsInner({ table, operands }: Reading, word: Word): boolean {
  const { commandAfter } = table;
  if (commandAfter === undefined) return false;
  const counted = operands.filter((operand) => commandAfter > 0 || !isAssignment(operand)).length;
  if (counted < commandAfter) return false;
  return commandAfter > 0 || !(isOption(word) || isAssignment(word));
}

/** `czf a.tgz`: the values follow the bundle in the order of its letters. */
function readFirstBundle(reading: Reading): void {
  const [first] = reading.words;
  if (first === undefined || isOption(first)) return;
  const letters = [...first.text].map((letter) => `-${letter}`);
  if (!letters.every((letter) => reading.table.options.has(letter))) return;
  reading.at = 1;
  for (const letter of letters) addOption(reading, letter, undefined, true);
}

function readOption(reading: Reading, word: Word): void {
  const { options, dashes } = reading.table;
  const spelling = dashes === 'single' && word.text.startsWith('--') ? word.text.slice(1) : word.text;
  const equals = word.text.indexOf('=');
  if (options.has(spelling)) addOption(reading, spelling, undefined, true);
  else if (options.has('-#') && /^-\d+$/u.test(spelling)) {
    addOption(reading, '-#', sliceWord(word, 1), false);
  } else if (word.text.startsWith('--') && equals > 0) {
    addOption(reading, word.text.slice(0, equals), sliceWord(word, equals + 1), false);
  } else if (dashes === 'single' || word.text.startsWith('--') || !readBundle(reading, word)) {
    addOption(reading, word.text, undefined, false);
  }
}

/** Letters of one dash up to the first that takes a value; `false`, with nothing read, when one is unknown. */
function readBundle(reading: Reading, word: Word): boolean {
  const letters: string[] = [];
  for (let at = 1; at < word.text.length; at++) {
    const letter = `-${word.text[at] ?? ''}`;
    const rule = reading.table.options.get(letter);
    if (rule === undefined) return false;
    letters.push(letter);
    if (rule.value !== 'none') break;
  }
  for (const letter of letters.slice(0, -1)) addOption(reading, letter, undefined, false);
  const last = letters.at(-1) ?? '';
  const rest = sliceWord(word, letters.length + 1);
  addOption(reading, last, rest.text === '' ? undefined : rest, true);
  return true;
}

function addOption(reading: Reading, spelling: string, attached: Word | undefined, mayFollow: boolean): void {
  const rule = reading.table.options.get(spelling);
  let value = attached;
  if (value === undefined && mayFollow && rule?.value === 'required') value = reading.words[reading.at++];
  reading.options.push({ key: `${reading.table.name}\n${rule?.name ?? spelling}`, spelling, value });
}
