import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importsOf, offences, parseFolderTable, type SourceFiles } from './support/offences.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'src/README.md'), 'utf8');
const rows = parseFolderTable(readme);

function readSources(): SourceFiles {
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [relative(join(root, 'src'), path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
}

describe('the map in src/README.md', () => {
  const files = readSources();

  test('is kept by every file', () => {
    expect(offences(files, rows)).toEqual([]);
  });

  test('was read, and so were the files', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(files.size).toBeGreaterThan(30);
    expect([...files.values()].flatMap(importsOf).length).toBeGreaterThan(files.size);
  });

  test('nothing but "kartei verify" can run what a deck says', () => {
    const outside = [...files].filter(([path]) => !path.startsWith('sandbox/'));
    const importers = outside.filter(([, text]) =>
      importsOf(text).some((name) => name.includes('/sandbox/')),
    );
    expect(importers.map(([path]) => path).sort()).toEqual([
      'commands/authoring/verify-blocks.ts',
      'commands/authoring/verify.ts',
    ]);
    const callers = outside.filter(([, text]) =>
      importsOf(text).some((name) => /\/verify-blocks\.ts$/.test(name)),
    );
    expect(callers.map(([path]) => path).sort()).toEqual([
      'commands/authoring/report-verified.ts',
      'commands/authoring/verify.ts',
    ]);
  });

  test('the top level holds what it says and nothing else', () => {
    const known = [
      'LICENSE',
      'README.md',
      'decks',
      'package-lock.json',
      'package.json',
      'src',
      'test',
      'tsconfig.json',
    ];
    const made = ['dist', 'node_modules'];
    const visible = readdirSync(root).filter((name) => !name.startsWith('.') && !name.endsWith('.tgz'));
    expect(visible.filter((name) => !made.includes(name)).sort()).toEqual(known.sort());
  });
});

describe('a planted offence is found', () => {
  const planted: readonly (readonly [name: string, path: string, text: string, says: RegExp])[] = [
    [
      'the core importing an edge',
      'core/decks/x.ts',
      "import { a } from '../../storage/a.ts';",
      /may not import/,
    ],
    [
      'a type from an edge',
      'core/decks/x.ts',
      "import type { a } from '../../storage/a.ts';",
      /may not import/,
    ],
    [
      'an import over several lines',
      'core/decks/x.ts',
      "import {\n a,\n} from '../../storage/a.ts';",
      /may not/,
    ],
    [
      'a dynamic import',
      'core/decks/x.ts',
      "const a = await import('../../storage/a.ts');",
      /may not import/,
    ],
    [
      'a type imported in place',
      'core/decks/x.ts',
      "type A = import('../../storage/a.ts').A;",
      /may not import/,
    ],
    ['a computed import', 'commands/x.ts', 'await import(name);', /no rule allows/],
    [
      'an edge importing another',
      'git/x.ts',
      "import { a } from '../storage/a.ts';",
      /git may not import from storage/,
    ],
    ['a file of Node in the core', 'core/text/x.ts', "import fs from 'node:fs';", /not allowed there/],
    [
      'ts-fsrs beside its own file',
      'core/schedule/x.ts',
      "import { fsrs } from 'ts-fsrs';",
      /not allowed there/,
    ],
    ['Ink outside of the terminal', 'commands/x.ts', "import { render } from 'ink';", /not allowed there/],
    [
      'gray-matter beside front-matter.ts',
      'storage/x.ts',
      "import m from 'gray-matter';",
      /not allowed there/,
    ],
    [
      'a program started by storage',
      'storage/x.ts',
      "import { spawn } from 'node:child_process';",
      /not allowed/,
    ],
    ['a package that nobody knows', 'storage/x.ts', "import x from 'left-pad';", /no rule allows/],
    ['a file that is not there', 'storage/x.ts', "import { x } from './y.ts';", /no file of src/],
    ['a folder without a row', 'shared/x.ts', 'export const x = 1;', /without a row/],
    ['process.exit', 'commands/x.ts', 'process.exit(1);', /uses process\.exit/],
    ['console', 'storage/x.ts', 'console.log(1);', /uses console/],
    ['chance in the core', 'core/text/x.ts', 'Math.random();', /uses Math\.random/],
  ];

  test.each(planted)('%s', (_name, path, text, says) => {
    const files = new Map([
      ['storage/a.ts', 'export const a = 1;'],
      [path, text],
    ]);
    expect(offences(files, rows)).toEqual([expect.stringMatching(says)]);
  });

  test('and what only looks like one is not', () => {
    const text =
      "// import fs from 'node:fs'\n/* console.log(1) */ export const x = 'process.exit(1)'; process.exitCode = 1;";
    expect(offences(new Map([['commands/x.ts', text]]), rows)).toEqual([]);
  });
});

describe('the compiler and the linter refuse a planted offence', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kartei-gates-'));
    for (const name of ['.biome.json', 'tsconfig.json', '.gitignore', 'src/core/tsconfig.json']) {
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    writeFileSync(join(folder, 'src/other.ts'), "export { y as x } from './planted.ts';\n");
    mkdirSync(join(folder, '.git'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function reports(path: string, text: string, tool: string[]): Promise<string> {
    writeFileSync(join(folder, path), text);
    const [command = '', ...flags] = tool;
    const run = promisify(execFile)(join(root, 'node_modules/.bin', command), flags, { cwd: folder });
    const result = await run.catch((failure: { stdout: string; stderr: string }) => failure);
    rmSync(join(folder, path));
    return result.stdout + result.stderr;
  }

  test.each([
    ['process', 'export const x = process.pid;'],
    ['console', 'export const x = () => console.log(1);'],
    ['timers', 'export const x = () => setTimeout(() => {}, 1);'],
    ['node:fs', "export { readFileSync } from 'node:fs';"],
    ['window', 'export const x = window;'],
  ])('%s does not compile in the core', async (_name, text) => {
    expect(
      await reports('src/core/planted.ts', text, ['tsc', '-p', 'src/core', '--pretty', 'false']),
    ).toMatch(/planted\.ts.*error TS/);
  });

  test.each([
    ['Date in the core', 'src/core/planted.ts', 'export const x = () => new Date();', /noRestrictedGlobals/],
    ['console', 'src/planted.ts', 'console.log(1);', /noConsole/],
    ['a default export', 'src/planted.ts', 'export default 1;', /noDefaultExport/],
    ['any', 'src/planted.ts', 'export const x: any = 1;', /noExplicitAny/],
    ['a non-null assertion', 'src/planted.ts', 'export const x = (y?: 1) => y!;', /noNonNullAssertion/],
    ['a barrel', 'src/planted.ts', "export * from './x.ts';", /noReExportAll/],
    ['a name in another case', 'src/PlantedFile.ts', 'export const x = 1;', /useFilenamingConvention/],
    ['a long file', 'src/planted.ts', 'export const x = 1;\n'.repeat(251), /noExcessiveLinesPerFile/],
    [
      'a long function',
      'src/planted.ts',
      `export function x() {${'\n  x();'.repeat(41)}\n}`,
      /LinesPerFunction/,
    ],
    ['a cycle', 'src/planted.ts', "export { x } from './other.ts';", /noImportCycles/],
  ])('%s', async (_name, path, text, says) => {
    expect(await reports(path, text, ['biome', 'lint', '--error-on-warnings', path])).toMatch(says);
  });
});
