import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const typed = (id: string, prompt: string, answer: string) =>
  `## ${prompt}\n\n<!-- id: ${id} -->\n\n\`\`\`answer command\n${answer}\n\`\`\`\n`;
const deck = (...cards: readonly string[]) => `---\ndeck: Test\nid: test\n---\n\n${cards.join('\n')}`;
const german = (...cards: readonly string[]) => `---\ndeck: Test\n---\n\n${cards.join('\n')}`;

function git(cwd: string, ...words: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'init.defaultBranch=main',
  ];
  execFileSync('git', [...identity, ...words], { cwd, stdio: 'ignore' });
}

/** A repository whose first commit holds these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder({ '.kartei.yaml': 'name: test\n', ...files });
  git(cwd, 'init');
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-m', 'first');
  return cwd;
}

const original = {
  'a.md': deck(
    typed('one', 'First?', 'ls -l'),
    typed('two', 'Second?', 'wc -l'),
    typed('three', 'Third?', 'cut'),
  ),
  'a.de.md': german(
    typed('one', 'Erste?', 'ls -l'),
    typed('two', 'Zweite?', 'wc -l'),
    typed('three', 'Dritte?', 'cut'),
  ),
};

describe('kartei diff', () => {
  it('says nothing changed when nothing did, or when only the form did', async () => {
    const cwd = repository(original);
    expect((await runCommand(['diff'], { cwd })).out).toBe('No card was changed.\n');
    writeFileSync(join(cwd, 'a.md'), original['a.md'].replaceAll('\n\n<!--', '\n<!--'));
    expect((await runCommand(['diff'], { cwd })).out).toBe('No card was changed.\n');
  });

  it('tells key, wording, new and gone cards apart, and names changes in one language only', async () => {
    const cwd = repository(original);
    writeFileSync(
      join(cwd, 'a.md'),
      deck(
        typed('one', 'First?', 'ls -a'),
        typed('two', 'Second one?', 'wc -l'),
        typed('four', 'Fourth?', 'tr'),
      ),
    );
    writeFileSync(
      join(cwd, 'a.de.md'),
      german(
        typed('one', 'Erste?', 'ls -a'),
        typed('two', 'Zweite?', 'wc -l'),
        typed('four', 'Vierte?', 'tr'),
      ),
    );
    const { out } = await runCommand(['diff'], { cwd });
    expect(out.split('\n')).toEqual([
      'a.md:6: key changed: one: First?',
      '    - ls -l',
      '    + ls -a',
      'a.md:14: wording: two: Second one? (only in en)',
      'a.md:22: new: four: Fourth?',
      'a.md:22: gone: three: Third?',
      'key changed: 1, wording: 1, new: 1, gone: 1',
      '',
    ]);
  });

  it('follows a card without an id that was edited, and files that are not committed yet', async () => {
    const card = (words: string) =>
      `## Which command counts the lines of ${words}?\n\nThe command wc does.\n`;
    const cwd = repository({ 'a.md': deck(card('a file')) });
    writeFileSync(join(cwd, 'a.md'), deck(card('a text file')));
    writeFileSync(join(cwd, 'b.md'), deck('## Another one?\n\nYes.\n').replace('id: test', 'id: other'));
    const { out } = await runCommand(['diff', '--json'], { cwd });
    expect(JSON.parse(out).changes).toMatchObject([
      { kind: 'wording', path: 'a.md' },
      { kind: 'new', path: 'b.md' },
    ]);
  });

  it('compares two commits, and a file that was deleted', async () => {
    const cwd = repository(original);
    rmSync(join(cwd, 'a.md'));
    rmSync(join(cwd, 'a.de.md'));
    git(cwd, 'commit', '-am', 'second');
    const { out } = await runCommand(['diff', 'HEAD~1', 'HEAD', '--markdown'], { cwd });
    expect(out).toContain('### `a.md`');
    expect(out.match(/^- \*\*gone\*\*/gmu)).toHaveLength(3);
  });

  it('takes no name of a commit for a flag, and knows when there is no repository', async () => {
    const cwd = repository(original);
    const { code, err } = await runCommand(['diff', '--', '--output=/tmp/x'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('knows no commit');
    expect((await runCommand(['diff'], { cwd: temporaryFolder() })).code).toBe(1);
  });
});
