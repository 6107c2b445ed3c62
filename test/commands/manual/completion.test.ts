import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/commands/catalogue.ts';
import { isolatedEnvironment, program } from '../../support/pty.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** What bash offers for the words of a command line, the last of which is being typed. */
function offered(...words: readonly string[]): readonly string[] {
  const home = temporaryFolder();
  const start = join(home, 'start.sh');
  writeFileSync(
    start,
    `kartei() { ${process.execPath} ${program} "$@"; }
eval "$(kartei completion bash)"
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kartei; printf '%s\\n' "\${COMPREPLY[@]}"`,
  );
  const out = execFileSync('bash', [start, ...words], {
    encoding: 'utf8',
    cwd: home,
    env: isolatedEnvironment(home),
  });
  return out.split('\n').filter((line) => line !== '');
}

describe('completion in bash', () => {
  it('offers commands, flags and decks', () => {
    expect(offered('kartei', 'li')).toEqual(expect.arrayContaining(['list', 'lint']));
    expect(offered('kartei', 'lint', '--st')).toEqual(['--strict']);
    expect(offered('kartei', 'study', 'machine')).toContain('machine-id');
    expect(offered('kartei', 'due', '--deck', 'machine')).toContain('machine-id');
    expect(offered('kartei', 'plan', '--exam', 'lpic')).toContain('lpic1-102.6');
    expect(offered('kartei', 'completion', 'f')).toContain('fish');
    expect(offered('kartei', 'lint', '--format', 's')).toEqual(['sarif']);
    expect(offered('kartei', 'study', '--minutes', '')).toEqual([]);
  });
});

describe('the scripts', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s name every command', async (shell) => {
    const { out } = await runCommand(['completion', shell], { cwd: '/', lang: 'de' });
    for (const { name } of commands) expect(out).toContain(name);
  });

  it('are for known shells only', async () => {
    expect((await runCommand(['completion', 'tcsh'], { cwd: '/' })).code).toBe(2);
    expect((await runCommand(['completion', 'toString'], { cwd: '/' })).code).toBe(2);
  });
});

describe('the manual page', () => {
  it.each(['en', 'de'] as const)(
    'in %s is roff without a warning and tells of every command',
    async (lang) => {
      const { out } = await runCommand(['man'], { cwd: '/', lang });
      const { stdout, stderr, error } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-Kutf8'], {
        input: out,
        encoding: 'utf8',
      });
      for (const { name } of commands) expect(out).toContain(`.SS "kartei ${name}`);
      if (error !== undefined || /cannot|can't/u.test(stderr)) return;
      expect(stderr).toBe('');
      expect(stdout.replace(/.[\b]/gu, '')).toContain('kartei lint decks --strict');
    },
  );
});
