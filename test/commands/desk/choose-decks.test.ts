import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function folderWithMistakes(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'notes'));
  writeFileSync(join(cwd, 'notes/bad.md'), '---\ndeck Bad\n---\n\n## Question?\n\nAnswer\n');
  return cwd;
}

describe('a path without a deck', () => {
  test('is refused with the command that says what is wrong with it', async () => {
    const { code, err } = await runCommand(['list', 'notes/bad.md'], { cwd: folderWithMistakes() });
    expect(code).toBe(1);
    expect(err).toContain('kartei lint notes/bad.md');
  });

  test('is refused in the language of the interface', async () => {
    const setting = { cwd: folderWithMistakes(), lang: 'de' } as const;
    expect((await runCommand(['list', 'notes/bad.md'], setting)).err).toContain('liegt kein Stapel');
  });
});

test('a folder is named by its plain word, unless a deck is called so', async () => {
  const cwd = temporaryFolder();
  for (const path of ['notes/docker.md', 'docker/other.md']) {
    mkdirSync(join(cwd, dirname(path)));
    writeFileSync(join(cwd, path), `---\ndeck: Mine\n---\n\n## Of ${path}?\n\nYes\n`);
  }
  expect((await runCommand(['list', 'docker'], { cwd })).out).toContain('Of docker/other.md?');
  const named = await runCommand(['list', './notes', 'docker'], { cwd });
  expect(named.out).toContain('Of notes/docker.md?');
  expect(named.out).not.toContain('Of docker/other.md?');
});

test('cards with mistakes are not left out in silence, and what costs no card is no concern of a learner', async () => {
  const cwd = temporaryFolder();
  const text = '---\ndeck: Mine\n---\n\n## None is right?\n\n- [ ] a\n- [ ] b\n\n## Question?\n\nAnswer\n';
  const cards = ['one', 'two'].map((id) => `## ${id}?\n\n<!-- id: ${id} -->\n\nYes\n`);
  writeFileSync(join(cwd, 'half.md'), `---\ndeck: Half\n---\n\n${cards.join('\n')}`);
  writeFileSync(join(cwd, 'half.de.md'), `---\ndeck: Halb\nlang: de\n---\n\n${cards[0]}`);
  writeFileSync(join(cwd, 'mine.md'), text);
  const { code, out, err } = await runCommand(['list', 'mine.md'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('Question?');
  expect(err).toBe('1 error, shown by kartei lint .\n');
});
