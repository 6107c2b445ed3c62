import type { FrontMatterValue } from '../decks/deck.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import {
  findTable,
  makeTable,
  mergeTables,
  type OptionTable,
  type OptionTables,
  readOptionRules,
  type TableSource,
} from './option-tables.ts';
import { builtInTables } from './tables/built-in-tables.ts';

/** Something wrong under `commands:`; the caller knows the file and the line. */
export interface TableProblem {
  readonly message: Sentence;
  readonly hint: Sentence;
  /** From the front matter's top, such as `commands.frob.options[2]`. */
  readonly key: string;
}

export interface ReadTables {
  /** The built-in tables with those of the deck. */
  readonly tables: OptionTables;
  readonly problems: readonly TableProblem[];
}

/** What may stand under a command. */
const tableKeys = ['options', 'dashes', 'order', 'command-after', 'first-word', 'commands'] as const;
type TableKey = (typeof tableKeys)[number];

type Complain = (key: string, message: Sentence, hint: Sentence) => void;

/**
 * Reads `commands:` of a deck's front matter, which tells the grader what a command makes of its words:
 *
 * ```yaml
 * commands:
 *   frob:                          # a command by its bare name
 *     options:
 *       - -v --verbose             # one line an option: all ways of writing it
 *       - -o --output FILE         # a word in capitals: it needs a value
 *       - -c --color [WHEN]        # in brackets: the value may be left out, and must be attached
 *       - -p --pid[=FILE]          # only this way of writing takes the value
 *       - -n --lines -# NUMBER     # -5 is short for -n 5
 *     command-after: 1             # after one operand the words belong to another command
 *     commands:                    # commands within the command, of the same form
 *       list:
 *         options: [-a --all]
 *       ls: frob list              # another name of a command, given by its full name
 *   qemu-like:
 *     dashes: single               # options are words of one dash (-name) and are never bundled
 *     order: fixed                 # options act in the order written
 *   tar-like:
 *     first-word: bundle           # the first word may be options without a dash
 * ```
 *
 * What it says of a command that is built in is added to the built-in table. Whatever cannot be read is reported and
 * left out; the rest is used.
 */
export function readOptionTables(value: FrontMatterValue | undefined): ReadTables {
  const builtIn = builtInTables();
  if (value === undefined) return { tables: builtIn, problems: [] };
  const problems: TableProblem[] = [];
  const complain: Complain = (key, message, hint) => problems.push({ key, message, hint });
  const tables = readCommands(value, 'commands', '', complain);
  const merged = mergeTables(builtIn, tables);
  reportDangling(tables, 'commands', merged, complain);
  return { tables: merged, problems };
}

/** Other names must lead to a command that is known in the end, by the deck or by us. */
function reportDangling(inner: OptionTables, key: string, merged: OptionTables, complain: Complain): void {
  for (const [name, table] of inner) {
    const place = `${key}.${name}`;
    if (typeof table === 'object') reportDangling(table.commands, `${place}.commands`, merged, complain);
    else if (findTable(name, inner, merged) === undefined) {
      complain(
        place,
        sentence`\`${table}\` is no known command.`,
        sentence('Write the full name of one that has a table.'),
      );
    }
  }
}

function readCommands(
  value: FrontMatterValue,
  key: string,
  prefix: string,
  complain: Complain,
): OptionTables {
  const tables = new Map<string, OptionTable | string>();
  if (!(value instanceof Map)) {
    complain(
      key,
      sentence`\`${key}\` is no mapping.`,
      sentence('Write one key for each command, with its options below it.'),
    );
    return tables;
  }
  for (const [name, inner] of value as ReadonlyMap<string, FrontMatterValue>) {
    const place = `${key}.${name}`;
    if (!/^[^\s/]+$/u.test(name)) {
      complain(
        place,
        sentence`\`${name}\` is no command name.`,
        sentence('Write the bare name, without path and blanks.'),
      );
    } else if (typeof inner === 'string' && inner !== '') tables.set(name, inner.trim());
    else tables.set(name, readTable(inner, place, prefix + name, complain));
  }
  return tables;
}

function readTable(value: FrontMatterValue, place: string, name: string, complain: Complain): OptionTable {
  if (value === '') return makeTable(name, {});
  if (!(value instanceof Map)) {
    complain(place, sentence`\`${place}\` is no mapping.`, sentence`Write \`options:\` below \`${name}\`.`);
    return makeTable(name, {});
  }
  const entries = value as ReadonlyMap<string, FrontMatterValue>;
  for (const key of entries.keys()) {
    if (!(tableKeys as readonly string[]).includes(key)) {
      complain(
        `${place}.${key}`,
        sentence`\`${key}\` says nothing here.`,
        sentence`Known keys: ${tableKeys.join(', ')}.`,
      );
    }
  }
  const inner = entries.get('commands');
  return {
    ...makeTable(name, readSource(entries, place, complain)),
    commands:
      inner === undefined ? new Map() : readCommands(inner, `${place}.commands`, `${name} `, complain),
  };
}

function readSource(
  entries: ReadonlyMap<string, FrontMatterValue>,
  place: string,
  complain: Complain,
): TableSource {
  const oneOf = <T extends string>(key: TableKey, allowed: readonly [T, T]): T => {
    const given = entries.get(key);
    const found = allowed.find((word) => word === given);
    if (given !== undefined && found === undefined) {
      complain(
        `${place}.${key}`,
        sentence`\`${key}\` has an unknown value.`,
        sentence`Write ${allowed[0]} or ${allowed[1]}.`,
      );
    }
    return found ?? allowed[0];
  };
  const commandAfter = readCommandAfter(entries.get('command-after'), `${place}.command-after`, complain);
  return {
    options: readOptions(entries.get('options'), `${place}.options`, complain),
    dashes: oneOf('dashes', ['double', 'single']),
    order: oneOf('order', ['free', 'fixed']),
    firstWord: oneOf('first-word', ['plain', 'bundle']),
    ...(commandAfter === undefined ? {} : { commandAfter }),
  };
}

function readOptions(value: FrontMatterValue | undefined, place: string, complain: Complain): string[] {
  if (value === undefined || value === '') return [];
  const list = Array.isArray(value) ? (value as readonly FrontMatterValue[]) : [value];
  return list.flatMap((text, i) => {
    if (typeof text === 'string' && readOptionRules(text).size > 0) return [text];
    complain(
      `${place}[${i}]`,
      sentence('This is no option.'),
      sentence('Write its names and value: `-o --output FILE`.'),
    );
    return [];
  });
}

function readCommandAfter(value: FrontMatterValue | undefined, place: string, complain: Complain) {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^\d$/u.test(value)) return Number(value);
  complain(
    place,
    sentence('`command-after` is no number.'),
    sentence('Write how many operands come first, such as 1.'),
  );
  return undefined;
}
