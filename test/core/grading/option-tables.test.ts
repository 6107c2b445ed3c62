import { describe, expect, test } from 'vitest';
import type { FrontMatterValue } from '../../../src/core/decks/deck.ts';
import { findTable, type OptionTables } from '../../../src/core/grading/option-tables.ts';
import { readOptionTables } from '../../../src/core/grading/read-option-tables.ts';
import { builtInTables } from '../../../src/core/grading/tables/built-in-tables.ts';
import { contextFor, gradeLine } from './typed-card.ts';

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

const toFrontMatter = (value: Plain): FrontMatterValue => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(toFrontMatter);
  return new Map(Object.entries(value).map(([key, inner]) => [key, toFrontMatter(inner)]));
};

const read = (value: Plain) => readOptionTables(toFrontMatter(value));

const verdict = (tables: OptionTables, expected: string, typed: string) =>
  gradeLine('command', expected, typed, { ...contextFor(), tables }).verdict;

describe('tables in the front matter', () => {
  const { tables, problems } = read({
    frob: {
      options: ['-v --verbose', '-o --output FILE', '-n --lines -# NUMBER', '-p --pid[=FILE]'],
      commands: { list: { options: '-a --all' }, ls: 'frob list' },
    },
    wrapper: { 'command-after': '1' },
    docker: { commands: { run: { options: ['--frob THING'] } } },
    bare: '',
    other: 'frob',
  });

  test('are read without complaint', () => expect(problems).toEqual([]));

  test('make options free', () => {
    expect(verdict(tables, 'frob -v -o f list -a', 'frob --output=f --verbose list --all')).toBe(
      'equivalent',
    );
    expect(verdict(tables, 'frob -n 5 list', 'frob -5 list')).toBe('equivalent');
    expect(verdict(tables, 'frob --pid=x list', 'frob --pid x list')).toBe('wrong');
  });

  test('know other names and commands that start commands', () => {
    expect(verdict(tables, 'frob list -a', 'frob ls --all')).toBe('equivalent');
    expect(verdict(tables, 'other list -a', 'other list --all')).toBe('equivalent');
    expect(verdict(tables, 'wrapper x frob list -a', 'wrapper x frob list --all')).toBe('equivalent');
  });

  test('add to what is built in', () => {
    expect(verdict(tables, 'docker run --frob x -d img', 'docker run --detach --frob=x img')).toBe(
      'equivalent',
    );
  });
});

test.each<[Plain, string]>([
  ['text', 'commands'],
  [{ 'a b': {} }, 'commands.a b'],
  [{ a: ['x'] }, 'commands.a'],
  [{ a: { optoins: 'x' } }, 'commands.a.optoins'],
  [{ a: { options: ['-a', 'nonsense'] } }, 'commands.a.options[1]'],
  [{ a: { options: [['-a']] } }, 'commands.a.options[0]'],
  [{ a: { 'command-after': 'one' } }, 'commands.a.command-after'],
  [{ a: { dashes: 'triple' } }, 'commands.a.dashes'],
  [{ a: { commands: { b: { order: 'any' } } } }, 'commands.a.commands.b.order'],
  [{ a: 'nowhere' }, 'commands.a'],
])('%j is reported at %s', (value, key) => {
  const { problems } = read(value);
  expect(problems.map((problem) => problem.key)).toEqual([key]);
});

test('every other name in the built-in tables leads to a command', () => {
  const dangling: string[] = [];
  const visit = (inner: OptionTables, path: string): void => {
    for (const [name, table] of inner) {
      if (typeof table !== 'string') visit(table.commands, `${path}${name} `);
      else if (findTable(name, inner, builtInTables()) === undefined) dangling.push(path + name);
    }
  };
  visit(builtInTables(), '');
  expect(dangling).toEqual([]);
  expect(builtInTables().size).toBeGreaterThan(120);
});

test('no option in a built-in table is written twice, and each value is written as one', () => {
  const docker = findTable('docker', builtInTables(), builtInTables());
  const run = docker && findTable('run', docker.commands, builtInTables());
  expect(run?.options.get('--interactive')).toMatchObject({ name: '-i', value: 'none' });
  expect(run?.options.get('-p')).toMatchObject({ value: 'required' });
  expect(run?.options.get('-P')?.meaning?.de).toBe('veröffentlicht alle freigegebenen Ports');
});
