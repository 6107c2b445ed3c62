import type { Meaning } from './verdict.ts';

/** Whether an option is followed by a value; an optional one must be attached (`--color=auto`, `-i.bak`). */
const valueKinds = ['none', 'required', 'optional'] as const;
export type ValueKind = (typeof valueKinds)[number];

export interface OptionRule {
  /** All ways of writing it have one rule; its name is the first. */
  readonly name: string;
  readonly value: ValueKind;
  /** Known for the options that are most often confused. */
  readonly meaning: Meaning | undefined;
}

/** What a command makes of its words. */
export interface OptionTable {
  /** `docker ps`: one name for a command, also when it is reached by another one (`docker container ls`). */
  readonly name: string;
  /** By each way of writing it, with its dashes. */
  readonly options: ReadonlyMap<string, OptionRule>;
  /** `single`: options are words of one dash and never bundled (`find -name`, `qemu-system-x86_64 -smp`). */
  readonly dashes: 'double' | 'single';
  /** `fixed`: options act in the order written (`find`). */
  readonly order: 'free' | 'fixed';
  /** After so many operands the words belong to another command (`docker run IMAGE …`: 1). */
  readonly commandAfter: number | undefined;
  /** `bundle`: the first word may be options without a dash (`tar czf`). */
  readonly firstWord: 'bundle' | 'plain';
  readonly commands: OptionTables;
}

/** By a command's bare name; a string is the full name of the command that it is another name of. */
export type OptionTables = ReadonlyMap<string, OptionTable | string>;

/** Finds a command by its name or another name of it. `inner` is a member of `tables` or of one of its tables. */
export function findTable(name: string, inner: OptionTables, tables: OptionTables): OptionTable | undefined {
  const found = inner.get(name);
  if (typeof found !== 'string') return found;
  let table: OptionTable | undefined;
  for (const word of found.split(' ')) {
    const next = (table?.commands ?? tables).get(word);
    if (typeof next !== 'object') return undefined;
    table = next;
  }
  return table;
}

/**
 * A table as it is written down. An option is its ways of writing parted by blanks, then the value it needs as a
 * word in capitals, in brackets when it may be left out: `-n --name NAME`, `--color [WHEN]`, `-v --verbose`. Where
 * only one way of writing takes the value, the brackets are attached to it: `-p --pid[=FILE]`. `-#` is any number
 * (`head -5`): `-n --lines -# NUMBER`.
 */
export interface TableSource {
  readonly options?: readonly string[];
  readonly dashes?: OptionTable['dashes'];
  readonly order?: OptionTable['order'];
  readonly commandAfter?: number;
  readonly firstWord?: OptionTable['firstWord'];
  /** By option, in any of its ways of writing. */
  readonly meanings?: Readonly<Record<string, Meaning>>;
  readonly commands?: TableSources;
}

/** By name; a string says of which command (full name) it is another name. */
export interface TableSources {
  readonly [name: string]: TableSource | string;
}

/** The ways of writing one option, each with its rule; none when the text is no option. */
export function readOptionRules(text: string): ReadonlyMap<string, OptionRule> {
  const words = text.trim().split(/\s+/u);
  const last = words.at(-1) ?? '';
  const value = last.startsWith('-') ? 'none' : /^\[.+\]$/u.test(last) ? 'optional' : 'required';
  const spellings = (value === 'none' ? words : words.slice(0, -1)).map(readSpelling);
  const rules = new Map<string, OptionRule>();
  for (const spelling of spellings) {
    if (spelling === undefined) return new Map();
    const name = spellings[0]?.name ?? spelling.name;
    rules.set(spelling.name, { name, value: spelling.hasOwnValue ? 'optional' : value, meaning: undefined });
  }
  return rules;
}

/** `hasOwnValue`: of all the ways of writing the option, this one may have a value attached. */
function readSpelling(text: string): { readonly name: string; readonly hasOwnValue: boolean } | undefined {
  const [, name, own] = /^(-{1,2}[^\s=[\]-][^\s=[\]]*)(\[=[^\s[\]]+\])?$/u.exec(text) ?? [];
  return name === undefined ? undefined : { name, hasOwnValue: own !== undefined };
}

/** Makes a table; options that cannot be read are left out. */
export function makeTable(name: string, source: TableSource): OptionTable {
  const options = new Map<string, OptionRule>();
  for (const text of source.options ?? []) {
    const rules = readOptionRules(text);
    const meaning = [...rules.keys()].map((spelling) => source.meanings?.[spelling]).find(Boolean);
    for (const [spelling, rule] of rules) options.set(spelling, { ...rule, meaning });
  }
  return {
    name,
    options,
    dashes: source.dashes ?? 'double',
    order: source.order ?? 'free',
    commandAfter: source.commandAfter,
    firstWord: source.firstWord ?? 'plain',
    commands: makeTables(source.commands ?? {}, `${name} `),
  };
}

/** Makes the tables of commands that are called by their names behind `prefix`. */
export const makeTables = (sources: TableSources, prefix = ''): OptionTables =>
  new Map(
    Object.entries(sources).map(([name, source]) => [
      name,
      typeof source === 'string' ? source : makeTable(prefix + name, source),
    ]),
  );

/** The tables of both; where both know a command, what `extra` says of it is added or wins. */
export function mergeTables(base: OptionTables, extra: OptionTables): OptionTables {
  const merged = new Map(base);
  for (const [name, table] of extra) {
    const known = merged.get(name);
    const extendsKnown = typeof known === 'object' && typeof table === 'object';
    merged.set(name, extendsKnown ? mergeTable(known, table) : table);
  }
  return merged;
}

const mergeTable = (base: OptionTable, extra: OptionTable): OptionTable => ({
  name: base.name,
  options: new Map([...base.options, ...extra.options]),
  dashes: extra.dashes === 'single' ? 'single' : base.dashes,
  order: extra.order === 'fixed' ? 'fixed' : base.order,
  commandAfter: extra.commandAfter ?? base.commandAfter,
  firstWord: extra.firstWord === 'bundle' ? 'bundle' : base.firstWord,
  commands: mergeTables(base.commands, extra.commands),
});
