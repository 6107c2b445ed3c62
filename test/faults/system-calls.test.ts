import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { damageIn, manyCards, newReviews, progressIn } from '../support/killed-session.ts';
import { isolatedEnvironment, program } from '../support/pty.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const traces = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** Rates four cards while a call on the journal's files fails; what is said, and what is found. */
function study(home: string, inject: readonly string[]) {
  const words = ['-f', '-qq', '-o', '/dev/null', ...inject, process.execPath, program];
  const { stdout, status } = spawnSync('strace', [...words, 'drill', '--plain', 'decks/many.md'], {
    cwd: home,
    env: isolatedEnvironment(home),
    input: 'a\n3\n'.repeat(4),
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { said: stdout.split('Saved: 3').length - 1, unsaved: /NOT SAVED/u.test(stdout), status };
}

const cases = ['fdatasync', 'fsync'].flatMap((call) =>
  ['EIO', 'ENOSPC'].flatMap((code) =>
    [1, 2, 3, 4].flatMap((when) => [`${when}`, `${when}+`].map((which) => [call, code, which] as const)),
  ),
);

describe.skipIf(!traces)('P3: a system call fails under the built program', () => {
  test.each(cases)('%s gives %s, call %s', (call, code, when) => {
    const home = temporaryFolder({ 'decks/many.md': manyCards });
    const { said, unsaved, status } = study(home, ['-e', `inject=${call}:error=${code}:when=${when}`]);
    const found = newReviews(home, new Set());
    expect(found).toBeGreaterThanOrEqual(said);
    expect(unsaved || said === 4).toBe(true);
    expect(status).toBe(unsaved && said < 4 ? 1 : 0);
    expect(damageIn(home)).toEqual([]);
  });
});

describe('P3: a place that takes nothing', () => {
  test('a folder where a file should be is said to be NOT SAVED', () => {
    const home = temporaryFolder({
      'decks/many.md': manyCards,
      '.local/share/kartei/progress/devices': 'a file',
    });
    const { stdout, status } = spawnSync(process.execPath, [program, 'drill', '--plain', 'decks/many.md'], {
      cwd: home,
      env: isolatedEnvironment(home),
      input: 'a\n3\na\n',
      encoding: 'utf8',
    });
    expect(stdout).toContain('NOT SAVED');
    expect(stdout).not.toContain('Saved: 3');
    expect(status).toBe(1);
  });

  test.skipIf(process.getuid?.() !== 0)('a small full disk loses nothing that was said to be saved', () => {
    const home = temporaryFolder({ 'decks/many.md': manyCards });
    const progress = progressIn(home);
    mkdirSync(progress, { recursive: true });
    chmodSync(join(home, '.local'), 0o700);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', progress]).status !== 0) return;
    try {
      const { stdout } = spawnSync(process.execPath, [program, 'drill', '--plain', 'decks/many.md'], {
        cwd: home,
        env: isolatedEnvironment(home),
        input: 'a\n3\n'.repeat(200),
        encoding: 'utf8',
      });
      const said = stdout.split('Saved: 3').length - 1;
      expect(stdout).toContain('NOT SAVED');
      expect(said).toBeGreaterThan(5);
      expect(newReviews(home, new Set())).toBeGreaterThanOrEqual(said);
      expect(damageIn(home)).toEqual([]);
    } finally {
      spawnSync('umount', [progress]);
    }
  });
});
