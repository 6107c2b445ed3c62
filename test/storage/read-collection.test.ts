import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCollectionRoot } from '../../src/storage/collection-name.ts';
import { readCollection } from '../../src/storage/read-collection.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const deck = (cards = '## Q\n\na\n', head = 'deck: T'): string => `---\n${head}\n---\n\n${cards}`;
const choice = (options: string): string => deck(`## Q\n\n<!-- id: a -->\n\n${options}\n`);

function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const collection = readCollection(temporaryFolder(files));
  const rules = collection.problems.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
  return { ...collection, rules, ids: collection.decks.map(({ id }) => id) };
}

describe('which files are decks', () => {
  test('Markdown with the key deck is a deck, with exam an exam, any other is passed over silently', () => {
    const { ids, exams, rules } = read({
      'a.md': deck(),
      'b.md': '---\nexam: E\n---\n',
      'README.md': '# Hello\n',
      'post.md': '---\ntitle: [broken\n---\n',
      'rule.md': '----------\n\ntext\n',
      'notes.txt': deck(),
    });
    expect(ids).toEqual(['a']);
    expect(exams.map(({ path }) => path)).toEqual(['b.md']);
    expect(rules).toEqual([]);
  });

  test('one bad file costs only itself', () => {
    const { ids, rules } = read({ 'a.md': '---\ndeck: A: B\n---\n', 'b.md': deck() });
    expect(ids).toEqual(['b']);
    expect(rules).toEqual(['a.md:2 front-matter']);
  });

  test('a file that is not UTF-8 is an error that names the line of the first bad byte', () => {
    const { rules, problems } = read({
      'a.md': Buffer.concat([Buffer.from(deck('## Q\n\nab')), Buffer.from([0xff, 0x41])]),
      'b.md': Buffer.from(`\ufeff${deck()}`, 'utf16le'),
      'c.md': Buffer.from(`\ufeff${deck()}`, 'utf8'),
    });
    expect(rules).toEqual(['a.md:7 encoding', 'b.md:1 encoding']);
    expect(problems[0]?.column).toBe(3);
  });

  test('a file over 2 MiB is an error that names the limit, and other large files are passed over', () => {
    const big = 'x\n'.repeat(1024 * 1024);
    const { rules, problems } = read({ 'a.md': deck(big), 'b.md': big, 'c.md': deck() });
    expect(rules).toEqual(['a.md:1 limit']);
    expect(problems[0]?.message.text).toContain('2 MiB');
  });

  test('symbolic links, pipes and hidden folders are not read', () => {
    const folder = temporaryFolder({ 'a.md': deck(), '.hidden/b.md': deck(), 'node_modules/c.md': deck() });
    symlinkSync('/etc', join(folder, 'etc'));
    symlinkSync(join(folder, 'a.md'), join(folder, 'link.md'));
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    expect(readCollection(folder).decks.map(({ base }) => base.path)).toEqual(['a.md']);
  });

  test('folders more than 12 deep are an error and not read', () => {
    const path = (depth: number): string => `${'d/'.repeat(depth)}a.md`;
    const { ids, rules } = read({
      [path(11)]: deck('## Q\n\na\n', 'deck: T\nid: shallow'),
      [path(12)]: deck(),
    });
    expect(ids).toEqual(['shallow']);
    expect(rules).toEqual([`${'d/'.repeat(12).slice(0, -1)}:1 limit`]);
  });

  test('the 5,001st file is an error and the others are read', () => {
    const folder = temporaryFolder();
    for (let i = 0; i <= 5000; i++) writeFileSync(join(folder, `${i}.md`), 'x');
    const { problems } = readCollection(folder);
    expect(problems.map(({ rule }) => rule)).toEqual(['limit']);
    expect(problems[0]?.message.text).toContain('5000');
  });
});

describe('ids of decks', () => {
  test('default to the path without language and .md, other characters as dashes', () => {
    const { ids } = read({ 'LPIC 1/102.6/ssh_keys.md': deck(), 'LPIC 1/Über.de.md': deck() });
    expect(ids).toEqual(['lpic-1/102.6/ssh-keys'.replace('-keys', '_keys'), 'lpic-1/-ber']);
  });

  test('two files with one id are an error on the second', () => {
    const same = deck('## Q\n\na\n', 'deck: T\nid: same');
    const { ids, rules, decks } = read({ 'a.md': same, 'b.md': same });
    expect(ids).toEqual(['same']);
    expect(decks[0]?.base.path).toBe('a.md');
    expect(rules).toEqual(['b.md:3 duplicate-deck']);
  });
});

describe('settings of a collection', () => {
  test('give its name, what to ignore and the rules that are off', () => {
    const { name, ids, rules } = read({
      '.kartei.yaml':
        'name: mine\nignore: [drafts, "*.tmp.md", a/**/x.md]\nlint: { off: [heading-in-fence] }\n',
      'ok.md': deck('## Q\n\n```\n## x\n```\n'),
      'drafts/b.md': deck(),
      'c.tmp.md': deck(),
      'a/x.md': deck(),
      'a/b/c/x.md': deck(),
      'a/b/c/y.md': deck(),
    });
    expect(name).toBe('mine');
    expect(ids).toEqual(['a/b/c/y', 'ok']);
    expect(rules).toEqual([]);
  });

  test('mistakes in them are named', () => {
    expect(read({ '.kartei.yaml': 'nmae: x\n' }).problems[0]?.hint?.text).toContain('`name`');
    expect(read({ '.kartei.yaml': 'name: [a\n' }).rules).toHaveLength(1);
    expect(read({ '.kartei.yaml': 'name: "a\\nb"\n' }).rules).toEqual(['.kartei.yaml:1 deck-value']);
  });
});

describe('the name of a collection', () => {
  const named = (url: string): string =>
    read({ '.git/config': `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n` }).name;

  test('is that of its Git remote, the same for every kind of URL', () => {
    for (const url of [
      'https://github.com/Owner/decks.git',
      'https://token@github.com/owner/decks',
      'git@github.com:owner/decks.git',
      'ssh://git@github.com:22/owner/decks.git/',
    ])
      expect(named(url)).toBe('github.com/owner/decks');
  });

  test('is that of the folder without a remote, and never holds a path of the machine', () => {
    expect(named('/srv/git/decks.git')).toMatch(/^local\/kartei-test-/u);
    expect(named('file:///srv/git/decks.git')).toMatch(/^local\/kartei-test-/u);
    expect(read({}).name).toMatch(/^local\/kartei-test-/u);
  });

  test('is found through the pointer of a linked work tree', () => {
    const folder = temporaryFolder({
      'main/.git/config': '[remote "origin"]\nurl = git@example.org:me/decks\n',
      'main/.git/worktrees/w/commondir': '../..\n',
      'w/.git': 'gitdir: ../main/.git/worktrees/w\n',
    });
    expect(readCollection(join(folder, 'w')).name).toBe('example.org/me/decks');
  });

  test('its root is the nearest settings file upwards, else the work tree, else the folder', () => {
    const folder = temporaryFolder({
      'git/.git/config': '',
      'git/decks/.kartei.yaml': 'name: x\n',
      'git/decks/a/b.md': deck(),
      'git/other/c.md': deck(),
      'plain/a/d.md': deck(),
    });
    mkdirSync(join(folder, 'git/empty'));
    expect(findCollectionRoot(join(folder, 'git/decks/a/b.md'))).toBe(join(folder, 'git/decks'));
    expect(findCollectionRoot(join(folder, 'git/other'))).toBe(join(folder, 'git'));
    expect(findCollectionRoot(join(folder, 'plain/a/d.md'))).toBe(join(folder, 'plain/a'));
  });
});

describe('translations', () => {
  const options = '- [x] one\n- [ ] two';

  test('belong to the deck beside them and take everything but text from it', () => {
    const { decks, rules } = read({
      'a.md': deck('## Q\n\n<!-- id: a, tags: [core], reverse: true -->\n\nyes\n', 'deck: T\nid: other-id'),
      'a.de.md': deck('## F\n\n<!-- id: a -->\n\nja\n'),
    });
    expect(rules).toEqual([]);
    const german = decks[0]?.translations.get('de')?.deck;
    expect(german?.head.id).toBe('other-id');
    expect(german?.cards[0]?.prompt).toBe('F');
    expect(german?.cards[0]?.attributes).toMatchObject({ tags: ['core'], reverse: true });
  });

  test('of a translation is an error of that file and takes no deck away', () => {
    const cards = '## Q\n\n<!-- id: a -->\n\nx\n';
    const files = {
      'a.md': deck(cards),
      'a.de.md': deck(cards),
      'a.de.fr.md': deck(cards, 'deck: T\nid: a'),
    };
    const { decks, rules } = read(files);
    expect(decks.map(({ base }) => base.path)).toEqual(['a.md']);
    expect(rules).toEqual(['a.de.fr.md:3 translation-base']);
  });

  test('without a deck beside them they are decks of their own', () => {
    const { decks } = read({ 'a.de.md': deck() });
    expect(decks.map(({ id, base }) => [id, base.deck.head.lang])).toEqual([['a', 'de']]);
  });

  test('what only looks like a language is none', () => {
    expect(read({ 'main.md': deck(), 'main.rs.md': deck() }).ids).toEqual(['main', 'main.rs']);
  });

  test('need ids, the same kind, right options at the same places, equal answers and numbered gaps', () => {
    const differs = (base: string, translation: string): string[] =>
      read({ 'a.md': base, 'a.de.md': translation }).rules.filter((rule) => rule.includes('differs'));
    const typed = (answer: string): string =>
      deck(`## Q\n\n<!-- id: a -->\n\n\`\`\`answer ${answer}\n\`\`\`\n`);
    const cloze = (gap: string): string => deck(`## Q\n\n<!-- id: a -->\n\nIt is ${gap}.\n`);
    expect(differs(choice(options), deck())).toEqual(['a.de.md:5 translation-differs']);
    expect(differs(choice(options), deck('## Q\n\n<!-- id: b -->\n\nx\n'))).toHaveLength(1);
    expect(differs(choice(options), deck('## Q\n\n<!-- id: a -->\n\nx\n'))).toHaveLength(1);
    expect(differs(choice(options), choice('- [ ] zwei\n- [x] eins'))).toHaveLength(1);
    expect(differs(choice(options), choice('- [x] eins\n- [ ] zwei'))).toHaveLength(0);
    expect(differs(typed('path\n/a'), typed('path\n/b'))).toHaveLength(1);
    expect(differs(typed('path\n/a'), typed('literal\n/a'))).toHaveLength(1);
    expect(differs(typed('text\na'), typed('text\nb'))).toHaveLength(0);
    expect(differs(cloze('{{a}}'), cloze('{{b}}'))).toHaveLength(1);
    expect(differs(cloze('{{c1::a}}'), cloze('{{c1::b}}'))).toHaveLength(0);
  });

  test('a card that does not match or is missing is asked in the language of the base', () => {
    const { decks, rules } = read({
      'a.md': deck('## Q\n\n<!-- id: a -->\n\nx\n\n## R\n\n<!-- id: b -->\n\ny\n'),
      'a.de.md': deck('## F\n\n<!-- id: b -->\n\nz\n'),
    });
    expect(decks[0]?.translations.get('de')?.deck.cards.map(({ id }) => id)).toEqual(['b']);
    expect(rules).toEqual(['a.de.md:1 translation-card']);
  });

  test('an id of their own is a warning, a language twice and a broken base are errors', () => {
    expect(read({ 'a.md': choice(options), 'a.de.md': deck('', 'deck: T\nid: x') }).rules).toContain(
      'a.de.md:3 translation-id',
    );
    expect(read({ 'a.md': deck('', 'deck: T\nlang: de'), 'a.de.md': deck('') }).rules).toEqual([
      'a.de.md:1 translation-base',
    ]);
    expect(read({ 'a.md': deck('', 'deck: T\nformat: 2'), 'a.de.md': deck('') }).rules).toContain(
      'a.de.md:1 translation-base',
    );
  });
});
