import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bareRepository } from '../../support/bare-repository.ts';
import { learnAll } from '../../support/learned-home.ts';
import { deckOf } from '../../support/read-deck.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const kernel = '## Which command prints the release of the running kernel?\n\nuname -r\n\n';
const mounts = '## Where does the kernel list what is mounted?\n\n/proc/mounts\n\n';
const swap = '## How is a swap area switched off?\n\nWith swapoff and its device.\n\n';

const kartei = (home: string, ...words: string[]) => runCommand(words, { cwd: home });
const stored = (home: string, name = 'remote'): string => join(home, '.local/share/kartei/collections', name);

async function withCollection() {
  const home = temporaryFolder();
  const remote = bareRepository({ '.kartei.yaml': 'name: shared\n', 'system.md': deckOf(kernel + mounts) });
  const added = await kartei(home, 'add', remote.path);
  return { home, remote, added };
}

describe('a collection in Git', () => {
  test('is added, listed, and opened from then on', async () => {
    const { home, added } = await withCollection();
    expect(added).toMatchObject({ code: 0, out: 'Added remote: 1 deck, 2 cards.\n', err: '' });
    expect((await kartei(home, 'due')).out).toContain('Test');
    expect((await kartei(home, 'collections')).out).toMatch(/remote +2 cards/u);
    expect(JSON.parse((await kartei(home, 'collections', '--json')).out).collections[1]).toMatchObject({
      name: 'remote',
      kind: 'clone',
      collection: 'shared',
      cards: 2,
    });
  });

  test('says what an update brought', async () => {
    const { home, remote } = await withCollection();
    expect((await kartei(home, 'update')).out).toBe('remote: nothing new.\n');
    remote.push({ 'system.md': deckOf(kernel.replace('prints', 'shows') + swap) });
    const { out } = await kartei(home, 'update', 'remote');
    expect(out.split('\n')).toEqual([
      'remote: 1 new card, 1 changed, 1 gone.',
      '  new  system: How is a swap area switched off?',
      '  changed  system: Which command shows the release of the running kernel?',
      '  gone  system: Where does the kernel list what is mounted?',
      '',
    ]);
  });

  test('follows a history that was rewritten', async () => {
    const { home, remote } = await withCollection();
    remote.git('commit', '--quiet', '--amend', '--message=other');
    remote.push({ 'system.md': deckOf(swap) }, '--force');
    expect((await kartei(home, 'update')).out).toContain('1 new card, 0 changed, 2 gone');
  });

  test('tells nothing of ids that were added and of cards that were moved', async () => {
    const { home, remote } = await withCollection();
    const withId = kernel.replace('\n\n', '\n\n<!-- id: kernel -->\n\n');
    remote.push({ 'system.md': deckOf(mounts), 'kernel.md': deckOf(withId) });
    expect((await kartei(home, 'update')).out).toBe('remote: updated, no card changed.\n');
  });

  test('says so when it has another name, under which its cards begin anew', async () => {
    const { home, remote } = await withCollection();
    remote.push({ '.kartei.yaml': 'name: other\n' });
    const { code, err } = await kartei(home, 'update');
    expect(code).toBe(0);
    expect(err).toContain('from "shared" to "other"');
  });

  test('follows the default branch when that is renamed', async () => {
    const { home, remote } = await withCollection();
    for (const branch of ['trunk', 'main']) {
      const old = branch === 'main' ? 'trunk' : 'main';
      remote.git('branch', '--move', branch);
      writeFileSync(join(remote.workTree, `${branch}.md`), deckOf(swap.replace('swap', branch)));
      remote.git('add', '--all');
      remote.git('commit', '--quiet', '--message=next');
      remote.git('push', '--quiet', 'origin', branch);
      remote.git(`--git-dir=${remote.path}`, 'symbolic-ref', 'HEAD', `refs/heads/${branch}`);
      remote.git('push', '--quiet', 'origin', `:${old}`);
      expect((await kartei(home, 'update')).out).toContain('1 new card, 0 changed, 0 gone');
      expect((await kartei(home, 'update')).out).toBe('remote: nothing new.\n');
    }
  });

  test('of a branch that was asked for and is gone stays as it is', async () => {
    const { home, remote } = await withCollection();
    remote.git('push', '--quiet', 'origin', 'main:next');
    await kartei(home, 'remove', 'remote');
    await kartei(home, 'add', remote.path, '--branch', 'next');
    remote.push({ 'system.md': deckOf(swap) });
    remote.git('push', '--quiet', 'origin', ':next');
    const { code, err } = await kartei(home, 'update');
    expect(code).toBe(1);
    expect(err).toContain('refs/heads/next');
    expect((await kartei(home, 'due')).out).toContain('2 new');
  });

  test('is updated over the locks of a Git that was killed long ago, and not of one at work', async () => {
    const { home, remote } = await withCollection();
    remote.push({ 'system.md': deckOf(swap) });
    const lock = join(stored(home), '.git/shallow.lock');
    writeFileSync(lock, '');
    expect((await kartei(home, 'update')).code).toBe(1);
    utimesSync(lock, 1, 1);
    expect((await kartei(home, 'update')).out).toContain('1 new card, 0 changed, 2 gone');
  });

  test('whose fetching was killed leaves nothing behind after the next one', async () => {
    const { home, remote } = await withCollection();
    const collections = join(stored(home), '..');
    mkdirSync(join(collections, '.adding-0badc0de/.git'), { recursive: true });
    mkdirSync(join(collections, '.adding-00000001'));
    utimesSync(join(collections, '.adding-0badc0de'), 1, 1);
    await kartei(home, 'remove', 'remote');
    expect((await kartei(home, 'add', remote.path)).code).toBe(0);
    expect(readdirSync(collections).sort()).toEqual(['.adding-00000001', 'remote']);
  });

  test('stays when its remote is gone', async () => {
    const { home, remote } = await withCollection();
    rmSync(remote.path, { recursive: true });
    const { code, err } = await kartei(home, 'update');
    expect(code).toBe(1);
    expect(err).toContain('what is here stays');
    expect((await kartei(home, 'due')).out).toContain('2 new');
  });

  test('keeps what the learner changed in it', async () => {
    const { home, remote } = await withCollection();
    writeFileSync(join(stored(home), 'system.md'), 'mine');
    writeFileSync(join(stored(home), 'own.md'), 'mine too');
    remote.push({ 'system.md': deckOf(swap) });
    expect((await kartei(home, 'update')).code).toBe(0);
    expect(existsSync(join(stored(home), '.git/refs/stash'))).toBe(true);
  });

  test('can be taken off and added again under another name', async () => {
    const { home, remote } = await withCollection();
    expect((await kartei(home, 'add', remote.path, '--name', 'other')).err).toContain('"shared"');
    expect((await kartei(home, 'remove', 'shared')).out).toContain('progress is kept');
    expect(existsSync(stored(home))).toBe(false);
    expect((await kartei(home, 'add', remote.path, '--name', 'other')).code).toBe(0);
    expect((await kartei(home, 'remove', 'othr')).err).toContain('other');
  });

  test('of another branch is fetched on request', async () => {
    const { home, remote } = await withCollection();
    remote.git('checkout', '--quiet', '-b', 'next');
    writeFileSync(join(remote.workTree, 'swap.md'), deckOf(swap));
    remote.git('add', '--all');
    remote.git('commit', '--quiet', '--message=next');
    remote.git('push', '--quiet', 'origin', 'next');
    await kartei(home, 'remove', 'remote');
    expect((await kartei(home, 'add', remote.path, '--branch', 'next')).out).toContain('2 decks');
  });
});

test('a plain folder is opened where it is', async () => {
  const home = temporaryFolder({ 'own/system.md': deckOf(kernel) });
  expect((await kartei(home, 'add', './own')).out).toContain('opened where it is');
  writeFileSync(join(home, 'own/swap.md'), deckOf(swap));
  expect((await kartei(home, 'due')).out).toContain('2 new');
  expect((await kartei(home, 'remove', 'own')).code).toBe(0);
  expect(existsSync(join(home, 'own/swap.md'))).toBe(true);
});

test('an update that takes the name of another collection cannot lock the learner out', async () => {
  const { home, remote } = await withCollection();
  const other = bareRepository({ '.kartei.yaml': 'name: mine\n', 'swap.md': deckOf(swap) });
  await kartei(home, 'add', other.path, '--name', 'a');
  remote.push({ '.kartei.yaml': 'name: mine\n' });
  await kartei(home, 'update', 'remote');
  const { code, out, err } = await kartei(home, 'due');
  expect(code).toBe(0);
  expect(out).toContain('1 new');
  expect(err).toContain('Two places hold the collection "mine"');
});

test('a collection that stands elsewhere than last time is opened with one line of notice', async () => {
  const home = temporaryFolder({ 'own/.kartei.yaml': 'name: mine\n', 'own/system.md': deckOf(kernel) });
  await kartei(home, 'add', './own');
  expect((await kartei(home, 'due')).out).not.toContain('now in');
  await kartei(home, 'remove', 'own');
  renameSync(join(home, 'own'), join(home, 'moved'));
  await kartei(home, 'add', './moved');
  expect((await kartei(home, 'due')).out).toMatch(
    /The collection mine is now in .*moved, before in .*own\./u,
  );
  expect((await kartei(home, 'due')).out).not.toContain('now in');
});

test('a folder decks in the working directory is open for a run of kartei alone', async () => {
  const home = temporaryFolder({ 'decks/system.md': deckOf(kernel) });
  const { out } = await kartei(home);
  expect(out).toContain('kartei add ./decks keeps it');
  expect(out).toContain('1 new');
  expect((await kartei(home, 'due')).out).toContain('0 new');
});

test('a flagged card of a repository on a known host prints its address', async () => {
  const { home } = await withCollection();
  const config = join(stored(home), '.git/config');
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace(/url = .*/u, 'url = git@github.com:me/decks.git'),
  );
  await learnAll(home, stored(home), undefined, 'wrong');
  expect((await kartei(home, 'list', '--flagged')).out).toContain(
    'wrong\n  https://github.com/me/decks/blob/main/system.md?plain=1#L5',
  );
});

describe('hostile', () => {
  test.each([
    '--upload-pack=touch pwned',
    'ext::sh -c touch% pwned',
    'file:///etc',
    'http://example.org/decks',
    'git://example.org/decks',
    'ssh://-oProxyCommand=touch/decks',
    '-u@host:path',
    'u@-host:path',
    'https://example.org/a b',
    '',
  ])('address %j is refused before Git is started', async (address) => {
    const home = temporaryFolder();
    const { code, err } = await kartei(home, 'add', '--', address);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    expect(readdirSync(home)).toEqual([]);
  });

  test.each(['..', '../up', 'a/b', '.git', '-x', 'a\u001b[31m'])('name %j is refused', async (name) => {
    const home = temporaryFolder({ 'own/system.md': deckOf(kernel) });
    expect((await kartei(home, 'add', './own', `--name=${name}`)).code).toBe(2);
  });

  test.each(['-x', '--upload-pack=x', 'a b', 'a\u001b]0;x\u0007'])('branch %j is refused', async (branch) => {
    const { path } = bareRepository({ 'system.md': deckOf(kernel) });
    const home = temporaryFolder();
    expect((await kartei(home, 'add', path, `--branch=${branch}`)).code).toBe(2);
  });

  test('repositories write no links, run no filters, and fetch no submodules', async () => {
    const home = temporaryFolder();
    const remote = bareRepository();
    symlinkSync('/etc/passwd', join(remote.workTree, 'passwd.md'));
    symlinkSync('/etc', join(remote.workTree, 'etc'));
    remote.push({
      'system.md': deckOf(kernel),
      '.gitattributes': '* filter=lfs text eol=crlf\n',
      '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = ext::touch pwned\n',
      'hooks/post-checkout': '#!/bin/sh\ntouch pwned\n',
    });
    expect((await kartei(home, 'add', remote.path)).code).toBe(0);
    expect(lstatSync(join(stored(home), 'passwd.md')).isSymbolicLink()).toBe(false);
    expect(lstatSync(join(stored(home), 'etc')).isSymbolicLink()).toBe(false);
    expect((await kartei(home, 'due')).out).toContain('1 new');
  });

  test('names of files and branches show no escape sequence', async () => {
    const home = temporaryFolder();
    const remote = bareRepository({
      'a\u001b[31m.md': deckOf(kernel),
      'b\u001b]0;title\u0007.md': '---\ndeck: [\n---\n',
    });
    const outcomes = [
      await kartei(home, 'add', remote.path),
      await kartei(home, 'collections', '--json'),
      await kartei(home, 'list', '--json'),
      await kartei(home, 'update'),
    ];
    for (const { out, err } of outcomes) expect(out + err).not.toMatch(/[\u001b\u0007]/u);
  });

  test('a repository without decks is not added', async () => {
    const home = temporaryFolder();
    const { path } = bareRepository({ 'README.md': 'no deck' });
    expect((await kartei(home, 'add', path)).err).toContain('no deck');
    expect((await kartei(home, 'add', bareRepository().path)).err).toContain('empty');
    expect(readdirSync(join(home, '.local/share/kartei/collections'))).toEqual([]);
  });
});

test('what cannot be added is told in German to those who speak it', async () => {
  const said = await runCommand(['add', bareRepository().path], { cwd: temporaryFolder(), lang: 'de' });
  expect(said).toMatchObject({ code: 1, err: expect.stringContaining('Das Repository ist leer.') });
});

test('a folder of added decks that cannot be read is said, and not taken for an empty one', async () => {
  const home = temporaryFolder({ '.local/share/kartei/collections': 'a file' });
  expect(await runCommand(['collections'], { cwd: home })).toMatchObject({
    code: 1,
    err: expect.stringContaining('cannot be read (ENOTDIR)'),
  });
});
