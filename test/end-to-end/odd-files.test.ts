import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isolatedEnvironment, program } from '../support/pty.ts';
import { deckOf } from '../support/read-deck.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;
const cards = deckOf(
  ['a', 'b'].map((id) => `## ${id}?\n\n<!-- id: ${id} -->\n\n\`\`\`answer text\nword\n\`\`\`\n`).join('\n'),
);

function kartei(home: string, words: string) {
  return spawnSync(node, [program, ...words.split(' ')], {
    cwd: home,
    env: isolatedEnvironment(home),
    input: 'word\n3\n',
    encoding: 'utf8',
    timeout: 30_000,
    killSignal: 'SIGKILL',
    // Without a terminal that a link to one could lead to.
    detached: true,
  } as Parameters<typeof spawnSync>[2] & { encoding: 'utf8' });
}

/** A home in which everything lies that the program ever keeps. */
function fullHome(): string {
  const home = temporaryFolder({ 'decks/t.md': cards, 'decks/.kartei.yaml': 'name: own\n' });
  execFileSync('git', ['init', '--quiet', '--bare', join(home, 'remote')]);
  const words = [
    'add ./decks',
    'drill --plain',
    'sync --init ./remote',
    'config set newPerDay 9',
    'backup',
    'due',
  ];
  for (const one of words) expect(kartei(home, one)).toMatchObject({ status: 0, signal: null });
  return home;
}

/** Of Git's objects and of compiled code one stands for all. */
function filesOf(home: string): readonly string[] {
  const files = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1))
    .filter((path) => !path.startsWith('remote/') && !path.includes('/objects/'));
  const code = files.filter((path) => path.includes('/code/'));
  return files.filter((path) => !code.includes(path) || path.endsWith('/due-start'));
}

/** Which commands open a file. */
const readersOf = (path: string): readonly string[] => {
  if (path.includes('/.git/')) return ['sync'];
  if (path.includes('/backups/')) return ['restore', 'backup'];
  return path.includes('/code/') ? ['due'] : ['drill --plain', 'doctor'];
};

/** In the place of some files of a home, one after the other. */
function standIn(full: string, paths: readonly string[], make: (path: string) => void): void {
  for (const path of paths) {
    const home = temporaryFolder();
    cpSync(full, home, { recursive: true, preserveTimestamps: true });
    rmSync(join(home, path));
    make(join(home, path));
    for (const words of readersOf(path)) {
      const { status, signal, stderr } = kartei(home, words);
      expect({ path, words, signal }).toEqual({ path, words, signal: null });
      // Code 70 and a stack are those of a fault of our own.
      expect({ path, words, status: status === 70, stderr }).toEqual({
        path,
        words,
        status: false,
        stderr: expect.not.stringMatching(/^ +at /mu),
      });
    }
  }
}

describe('in the place of each file that the program keeps', { timeout: 300_000 }, () => {
  test('a pipe is told or passed over, and nothing waits for it', () => {
    const full = fullHome();
    standIn(full, filesOf(full), (path) => execFileSync('mkfifo', [path]));
  });

  test('a folder, a device without an end or a link to itself is told or passed over', () => {
    const full = fullHome();
    const files = filesOf(full);
    const every = (rest: number) => files.filter((_, i) => i % 3 === rest);
    standIn(full, every(0), (path) => mkdirSync(path));
    standIn(full, every(1), (path) => symlinkSync('/dev/zero', path));
    standIn(full, every(2), (path) => symlinkSync(basename(path), path));
  });
});
