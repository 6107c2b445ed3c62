import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatterSchema } from '../../../src/commands/authoring/front-matter-schema.ts';
import { deckKeys } from '../../../src/core/decks/parse-head.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const textOf = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');

describe('kartei init', () => {
  it('writes a collection in which a first deck is sound', async () => {
    const cwd = temporaryFolder();
    expect((await runCommand(['init', '--name', 'biology'], { cwd })).code).toBe(0);
    expect((await runCommand(['new', 'cells', '--title', 'Cells: the basics'], { cwd })).code).toBe(0);
    expect(await runCommand(['lint', '--strict'], { cwd })).toMatchObject({
      code: 0,
      err: 'No problems in 1 deck with 3 cards.\n',
    });
    expect((await runCommand(['fmt', '--check'], { cwd })).code).toBe(0);
    expect(parse(textOf(cwd, '.kartei.yaml'))).toEqual({ name: 'biology' });
  });

  it('overwrites nothing, and says what was there', async () => {
    const cwd = temporaryFolder({ 'README.md': 'ours', '.github/workflows/ids.yml': 'ours' });
    const { code, out } = await runCommand(['init', '--name', 'x'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('there already: README.md');
    expect(textOf(cwd, 'README.md')).toBe('ours');
    expect(textOf(cwd, '.github/workflows/ids.yml')).toBe('ours');
  });

  it.each([
    ['a new folder', 'class'],
    ['a folder with a name for quotes', "Anna's class"],
    ['the folder it is run in', '.'],
    ['a repository', 'repository'],
    ['a folder of a repository', 'repository/decks'],
  ])('names next steps of which each works after the one before, for %s', async (_name, folder) => {
    const home = temporaryFolder({ 'work/repository/decks/a.txt': '' });
    const env = {
      ...Object.fromEntries(
        ['DATA', 'STATE', 'CONFIG', 'CACHE'].map((one) => [`XDG_${one}_HOME`, `${home}/${one}`]),
      ),
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((one) => [
          [`GIT_${one}_NAME`, 'A'],
          [`GIT_${one}_EMAIL`, 'a@example.org'],
        ]),
      ),
    };
    const sh = (cwd: string, line: string) =>
      execFileSync('sh', ['-c', `${line} >&2; pwd`], {
        cwd,
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, ...env },
      }).trim();
    let cwd = join(home, 'work');
    sh(join(cwd, 'repository'), 'git init -q');
    const { out } = await runCommand(['init', folder, '--name', 'x'], { cwd, env, lang: 'de' });
    const steps =
      out
        .split('\nWeiter mit:\n')[1]
        ?.trimEnd()
        .split('\n')
        .map((step) => step.trim()) ?? [];
    expect(steps).toContain('kartei add .');
    for (const step of steps) {
      const [program, ...words] = step.split(' ');
      if (step === 'kartei new') words.push('cells', '--title', 'Cells');
      if (program === 'kartei')
        expect(await runCommand(words, { cwd, env }), step).toMatchObject({ code: 0 });
      else cwd = sh(cwd, step);
    }
    expect(sh(cwd, 'git status')).toBe(cwd);
    expect((await runCommand(['due'], { cwd: home, env })).out).toContain('Cells');
  });

  it('writes YAML that is YAML, whatever the name', async () => {
    const cwd = temporaryFolder();
    await runCommand(['init', '--name', 'no'], { cwd });
    for (const path of [
      '.kartei.yaml',
      '.pre-commit-config.yaml',
      '.github/workflows/decks.yml',
      '.github/workflows/ids.yml',
    ])
      expect(parse(textOf(cwd, path)), path).toBeTypeOf('object');
    expect((await runCommand(['init', '--name', '-x'], { cwd })).code).toBe(2);
  });

  it.each(['en', 'de'] as const)(
    'explains the format in %s by an example that is a sound deck',
    async (lang) => {
      const cwd = temporaryFolder();
      await runCommand(['init', '--name', 'x'], { cwd, lang });
      const example = /^````markdown\n([\s\S]*?)^````$/mu.exec(textOf(cwd, 'README.md'))?.[1] ?? '';
      writeFileSync(join(cwd, 'example.md'), example);
      expect((await runCommand(['lint', '--strict'], { cwd })).err).toBe(
        'No problems in 1 deck with 5 cards.\n',
      );
      expect((await runCommand(['fmt', '--check'], { cwd })).code).toBe(0);
    },
  );

  it('describes every key of the front matter in the schema', () => {
    expect(Object.keys(frontMatterSchema.properties)).toEqual([...deckKeys]);
  });
});

describe('kartei new', () => {
  it('takes its answers from flags, and makes names from what is given', async () => {
    const cwd = temporaryFolder({ '.kartei.yaml': '' });
    const flags = [
      '--title',
      'Größe & Form',
      '--deck-lang',
      'de',
      '--objective',
      '102.6',
      '--license',
      'MIT',
    ];
    const { code, out } = await runCommand(['new', ...flags], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('groesse-form.md');
    expect(textOf(cwd, 'groesse-form.md')).toMatch(/^---\ndeck: Größe & Form\nid: groesse-form\nlang: de\n/u);
    expect((await runCommand(['lint', '--strict'], { cwd })).code).toBe(0);
  });

  it('overwrites nothing, and needs a name without a terminal', async () => {
    const cwd = temporaryFolder({ 'a.md': 'ours' });
    expect((await runCommand(['new', 'a'], { cwd })).code).toBe(1);
    expect(textOf(cwd, 'a.md')).toBe('ours');
    expect((await runCommand(['new'], { cwd })).code).toBe(2);
    expect((await runCommand(['new', 'b', '--id', 'No Id'], { cwd })).code).toBe(2);
    expect((await runCommand(['new', 'c', '--title', 'a\nb'], { cwd })).code).toBe(2);
  });
});
