import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  complaints,
  learnerHome,
  ratedCards,
  ratings,
  reviewsFound,
  saidSaved,
} from '../support/faulty-study.ts';
import { damageIn, manyCards, newReviews, progressIn } from '../support/killed-session.ts';
import { isolatedEnvironment, program } from '../support/pty.ts';
import { canTrace, type TracedRun, trace } from '../support/strace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const study = (home: string, calls: readonly string[], ...inject: readonly string[]): TracedRun =>
  trace(home, ['drill', '--plain', 'decks/many.md'], { calls, inject, input: ratings, limit: 30 });

const faulted = ['write', 'pwrite64', 'openat', 'rename', 'mkdir', 'fdatasync', 'fsync', 'close'];

/** Makes homes in which nothing was studied, or something. */
const homes = {
  new: () => learnerHome,
  old: () => {
    const first = learnerHome();
    study(first, ['rename']);
    return () => {
      const home = temporaryFolder();
      cpSync(first, home, { recursive: true, preserveTimestamps: true });
      return home;
    };
  },
};

const shippedDecks = join(import.meta.dirname, '../../decks');

/** Whether a call touches the home, the decks that come along, or standard output; code that is gone is Node's affair. */
const isOurs = (home: string, line: string): boolean => {
  const call = line.replace(/AT_FDCWD<[^>]*>/u, '');
  return call.includes(home) || call.includes(shippedDecks) || /^write\(1</u.test(call);
};

/**
 * Lets each call of a name that touches the home or standard output fail; says what was wrong, if anything. Node's own
 * calls, between which ours lie, are not always as many: what counts is which one failed.
 */
async function failEach(name: string, makeHomes: () => () => string) {
  const homeOf = makeHomes();
  const calm = homeOf();
  const numbers = study(calm, [name])
    .calls.filter(({ line }) => isOurs(calm, line))
    .map(({ number }) => number);
  const wrong: string[] = [];
  let hit = 0;
  for (const when of numbers.flatMap((number) => [`${number}`, `${number}+`])) {
    const code = numbers.indexOf(Number.parseInt(when, 10)) % 2 === 0 ? 'ENOSPC' : 'EIO';
    const home = homeOf();
    const before = reviewsFound(home);
    const run = study(home, [name], `${name}:error=${code}:when=${when}`);
    const faults = run.calls.filter(({ line }) => line.includes('(INJECTED)')).map(({ line }) => line);
    const [failed = ''] = faults;
    if (isOurs(home, failed)) hit++;
    // Node itself ends without a word when a call of its own fails.
    const isToTell = faults.every((line) => isOurs(home, line));
    const found = [
      ...(await complaints(home, saidSaved(run.stdout), before)),
      ...(isToTell ? untold(run, failed) : []),
    ];
    wrong.push(...found.map((what) => `${code} at ${when}, ${failed}: ${what}`));
  }
  return { hit, tried: 2 * numbers.length, wrong };
}

/** Without standard output there is nobody to tell. */
function untold({ stdout, stderr, status }: TracedRun, failed: string): readonly string[] {
  const isMute = failed.startsWith('write(1<');
  const lost = ratedCards - saidSaved(stdout);
  return [
    ...(status === 70 || /\n\s+at /u.test(stderr) ? [`an error of the program itself: ${stderr}`] : []),
    ...(lost > 0 && !isMute && status === 0 ? [`${lost} not saved, and all is well (${stdout})`] : []),
    ...(lost > 0 && !isMute && !/NOT SAVED/u.test(stdout) && stderr === '' ? ['not a word of it'] : []),
  ];
}

describe.skipIf(!canTrace)('P3: system calls fail under the built program (needs strace)', () => {
  test.for(faulted)(
    '%s, each in turn, once and from then on',
    { timeout: 3_600_000 },
    async (name, { annotate }) => {
      const { hit, tried, wrong } = await failEach(name, homes.new);
      await annotate(`${hit} of ${tried} faults were in calls of the program`);
      expect(wrong).toEqual([]);
      expect(hit).toBeGreaterThan(tried / 2);
    },
  );

  test.for(['openat', 'close'])(
    '%s, in a home with progress',
    { timeout: 3_600_000 },
    async (name, { annotate }) => {
      const { hit, tried, wrong } = await failEach(name, homes.old);
      await annotate(`${hit} of ${tried} faults were in calls of the program`);
      expect(wrong).toEqual([]);
      expect(hit).toBeGreaterThan(tried / 2);
    },
  );

  test('ftruncate after each failed sync', async () => {
    for (const when of [1, 2, 3, 4]) {
      const home = learnerHome();
      const faults = [`fdatasync:error=EIO:when=${when}`, 'ftruncate:error=EIO'];
      const run = study(home, ['fdatasync', 'ftruncate'], ...faults);
      expect(run.calls.filter(({ line }) => /^ftruncate.*INJECTED/u.test(line))).toHaveLength(1);
      expect(saidSaved(run.stdout)).toBe(ratedCards);
      expect(await complaints(home, ratedCards)).toEqual([]);
    }
  });
});

describe.skipIf(!canTrace)('a system that watches no more folders (needs strace)', () => {
  test.each(['inotify_init1:error=EMFILE', 'inotify_add_watch:error=ENOSPC'])(
    'is told by a preview that watches: %s',
    (fault) => {
      const run = trace(learnerHome(), ['preview', '--watch', 'decks/many.md'], {
        calls: ['inotify_init1', 'inotify_add_watch'],
        inject: [fault],
        limit: 30,
      });
      expect(run.stderr).toMatch(/cannot be watched \((?:EMFILE|ENOSPC)\)/u);
      expect(run.status).toBe(1);
    },
  );
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

  test.skipIf(process.getuid?.() !== 0)(
    'a read-only home can be studied in, and says that nothing is saved',
    () => {
      const home = temporaryFolder({ 'decks/many.md': manyCards });
      if (spawnSync('mount', ['--bind', home, home]).status !== 0) return;
      try {
        if (spawnSync('mount', ['-o', 'remount,ro,bind', home]).status !== 0) return;
        const { stdout, stderr, status } = spawnSync(
          process.execPath,
          [program, 'drill', '--plain', 'decks/many.md'],
          { cwd: home, env: isolatedEnvironment(home), input: ratings, encoding: 'utf8' },
        );
        expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
        expect(stdout).toContain('NOT SAVED');
        expect(saidSaved(stdout)).toBe(0);
      } finally {
        spawnSync('umount', [home]);
      }
    },
  );

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
