import { execFileSync } from 'node:child_process';
import { type BareRepository, bareRepository } from './bare-repository.ts';
import { attackName, attackText, hostileCollection } from './hostile-collection.ts';
import { deckOf } from './read-deck.ts';
import { plantPrograms, pushMany, pushTree } from './strange-repository.ts';

/** A repository from a stranger, and what is to become of it. */
export interface Attack {
  readonly plant: (remote: BareRepository, pwned: string) => void;
  /** What the program says and the exit status that goes with it; 0 where none is named. */
  readonly refusal?: RegExp;
}

export const deck = deckOf('## Kernel?\n\n<!-- id: kernel -->\n\nuname\n\n');
const fileName = attackName.replaceAll('/', '');

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const notFetched = /could not be fetched|cannot be reached/u;

/** Repositories of decks. */
export const deckAttacks: Readonly<Record<string, Attack>> = {
  'names with sequences, line ends, dashes and bytes that are no text': {
    plant: (remote) => {
      const names = [`${fileName}.md`, '-rf.md', '--help.md', 'a\nb.md', 'a\rb.md', '":(glob)*.md', '\\.md'];
      const more = [Buffer.from([0x62, 0xff, 0x9b, 0x33, 0x31, 0x6d, 0x2e, 0x6d, 0x64])];
      const broken = '---\ndeck: [\n---\n';
      const entries = [...names, ...more].flatMap((name) => [{ name, content: broken }]);
      pushTree(remote, [...entries, { name: 'sound.md', content: deck }]);
    },
  },
  'a folder with such a name': {
    plant: (remote) => pushTree(remote, [{ name: `${fileName}.md`, content: deck }], fileName),
  },
  'a path that leads out': {
    plant: (remote) => pushTree(remote, [{ name: 'pwned', content: 'x' }], '..'),
    refusal: notFetched,
  },
  'a folder of Git in the tree': {
    plant: (remote) =>
      pushTree(remote, [{ name: 'config', content: '[core]\n\tfsmonitor = false\n' }], '.git'),
    refusal: notFetched,
  },
  'a folder of Git under another spelling': {
    plant: (remote) => pushTree(remote, [{ name: 'config', content: 'x' }], '.G\u200cit'),
    refusal: notFetched,
  },
  'a name twice, as a link and as a file behind it': {
    plant: (remote) =>
      pushTree(remote, [
        { name: 'a.md', mode: '120000', content: '../../pwned' },
        { name: 'a.md', content: deck },
      ]),
    refusal: notFetched,
  },
  'links out of the tree, relative, absolute and to devices': {
    plant: (remote) =>
      pushTree(remote, [
        { name: 'etc', mode: '120000', content: '/etc' },
        { name: 'passwd.md', mode: '120000', content: '/etc/passwd' },
        { name: 'up.md', mode: '120000', content: '../../../../../secret.md' },
        { name: 'zero.md', mode: '120000', content: '/dev/zero' },
        { name: 'sound.md', content: deck },
      ]),
  },
  'submodules that lead out and run a command': {
    plant: (remote, pwned) =>
      pushTree(remote, [
        { name: 'x', mode: '160000', content: '' },
        {
          name: '.gitmodules',
          content: `[submodule "x"]\n\tpath = x\n\turl = ext::touch ${pwned}\n\tupdate = !touch ${pwned}\n`,
        },
        { name: 'sound.md', content: deck },
      ]),
    refusal: notFetched,
  },
  'attributes that name filters, drivers and encodings': {
    plant: (remote) =>
      pushTree(remote, [
        { name: 'sound.md', content: deck },
        {
          name: '.gitattributes',
          content: '* filter=evil diff=evil merge=evil ident working-tree-encoding=UTF-16 eol=crlf\n',
        },
      ]),
  },
  'pointers of LFS in place of decks': {
    plant: (remote) =>
      remote.push({
        '.gitattributes': '*.md filter=lfs diff=lfs merge=lfs -text\n',
        '.lfsconfig': '[lfs]\n\turl = https://evil.example/\n',
        'a.md': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`,
      }),
    refusal: /no deck/u,
  },
  'hooks, in the tree and in the repository that is cloned': {
    plant: (remote, pwned) => {
      remote.push({ 'sound.md': deck, 'hooks/post-checkout': `#!/bin/sh\ntouch ${pwned}\n` });
      plantPrograms(remote.path, pwned);
    },
  },
  'more files than a collection may have': {
    plant: (remote) =>
      pushMany(
        remote,
        numbers(20_001).map((n) => `${n}.md`),
        deck,
      ),
    refusal: /holds 20001 files/u,
  },
  'more bytes than a collection may have': {
    plant: (remote) =>
      pushMany(
        remote,
        numbers(300).map((n) => `${n}.md`),
        'x'.repeat(1024 * 1024),
      ),
    refusal: /files of 300 MiB/u,
  },
  'folders deeper than a path may be': {
    plant: (remote) => pushMany(remote, [`${'d/'.repeat(2500)}a.md`, 'sound.md'], deck),
    refusal: /more than 100 folders/u,
  },
  'names that only case or accents tell apart': {
    plant: (remote) => remote.push({ 'a.md': deck, 'A.md': deck, '\u00e9.md': deck, 'e\u0301.md': deck }),
  },
  'a branch whose name is an option or written backwards': {
    plant: (remote) => {
      pushTree(remote, [{ name: 'sound.md', content: deck }]);
      const head = execFileSync('git', ['rev-parse', 'refs/heads/main'], { cwd: remote.path }).toString();
      for (const name of ['--upload-pack=touch', '\u202eevil'])
        execFileSync('git', ['update-ref', `refs/heads/${name}`, head.trim()], { cwd: remote.path });
      execFileSync('git', ['symbolic-ref', 'HEAD', 'refs/heads/\u202eevil'], { cwd: remote.path });
      execFileSync('git', ['update-ref', '-d', 'refs/heads/main'], { cwd: remote.path });
    },
  },
  'everything in every field': {
    plant: (remote) => {
      const sound = Object.entries(hostileCollection()).map(([path, text]) => ({
        name: path.replace(/^decks\//u, ''),
        content: text,
      }));
      pushTree(remote, sound);
    },
  },
  'a collection that calls itself something else': {
    plant: (remote) => remote.push({ 'a.md': deck, '.kartei.yaml': `name: "../../x${'\\e'}]0;pwned\\a"\n` }),
  },
};

export const record = '{"id":"a1b2c3d4-00000001-0"}\n';
const otherThings = /holds other things/u;

/** Repositories of progress, as another machine or a host may have left them. */
export const progressAttacks: Readonly<Record<string, Attack>> = {
  'names that hide and turn text': {
    plant: (remote) =>
      pushTree(remote, [{ name: '\u202eevil\u200b.jsonl', content: record }], '\u2066dev\u2069'),
  },
  'names with sequences': {
    plant: (remote) => pushTree(remote, [{ name: `${fileName}.jsonl`, content: record }], 'devices'),
    refusal: otherThings,
  },
  'a name with a line end': {
    plant: (remote) => pushTree(remote, [{ name: 'a\nb.jsonl', content: record }], 'devices'),
    refusal: otherThings,
  },
  'names that are options and patterns': {
    plant: (remote) =>
      pushTree(
        remote,
        ['-rf.jsonl', '--exec=touch pwned.jsonl', ':(glob)**.jsonl', '*.jsonl', '"a".jsonl'].map((name) => ({
          name,
          content: record,
        })),
        '-x',
      ),
  },
  'names that are no text': {
    plant: (remote) =>
      pushTree(remote, [{ name: Buffer.from([0x9b, 0xff, ...Buffer.from('.jsonl')]), content: record }]),
    refusal: otherThings,
  },
  'a path that leads out': {
    plant: (remote) => pushTree(remote, [{ name: 'pwned.jsonl', content: record }], '..'),
    refusal: notFetched,
  },
  'a folder of Git': {
    plant: (remote) => pushTree(remote, [{ name: 'x.jsonl', content: record }], '.git'),
    refusal: notFetched,
  },
  'a link in place of a device': {
    plant: (remote) => pushTree(remote, [{ name: 'a1b2c3d4', mode: '120000', content: '/etc' }], 'devices'),
    refusal: otherThings,
  },
  'a repository in place of a device': {
    plant: (remote) => pushTree(remote, [{ name: 'a1b2c3d4', mode: '160000', content: '' }], 'devices'),
    refusal: otherThings,
  },
  'folders deeper than a path may be': {
    plant: (remote) => pushMany(remote, [`${'d/'.repeat(2100)}a.jsonl`], record),
    refusal: otherThings,
  },
  'attributes that name filters and drivers': {
    plant: (remote) =>
      remote.push({
        '.gitattributes': '* filter=evil diff=evil merge=evil\n',
        'devices/evil/2026/20260101T000000Z-00000001.jsonl': record,
      }),
  },
  'records of everything': {
    plant: (remote) =>
      remote.push({
        'devices/evil/2026/20260101T000000Z-00000001.jsonl': `${JSON.stringify({ id: attackText, kind: attackText })}\n{"id":"${attackText}\n`,
      }),
  },
  'hooks and settings that start programs': {
    plant: (remote, pwned) => plantPrograms(remote.path, pwned),
  },
};

export const repositoryWith = ({ plant }: Attack, pwned: string): BareRepository => {
  const remote = bareRepository();
  plant(remote, pwned);
  return remote;
};
