import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDeck } from '../../../src/core/decks/format-deck.ts';
import { arbitraryDeck } from '../../support/arbitrary-deck.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const head = '---\ndeck: Test # a note\nid: test\n---\n';
const untidy =
  `\ufeff${head}\n## One <!-- tags: one -->\nAnswer.\n\n\n\n## Two?\n* [X] a\n> why\n* [ ] b`.replaceAll(
    '\n',
    '\r\n',
  );
const tidy = `${head}
## One

<!-- tags: [one] -->

Answer.

## Two?

- [x] a
  > why
- [ ] b
`;

const textOf = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');

describe('kartei fmt', () => {
  it('writes the canonical form, keeps mode and comments, and has nothing to do the second time', async () => {
    const cwd = temporaryFolder({ '.kartei.yaml': '', 'a.md': untidy });
    chmodSync(join(cwd, 'a.md'), 0o600);
    expect(await runCommand(['fmt'], { cwd })).toEqual({
      code: 0,
      out: 'formatted a.md\n',
      err: '1 of 1 deck formatted.\n',
    });
    expect(textOf(cwd, 'a.md')).toBe(tidy);
    expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o600);
    expect((await runCommand(['fmt'], { cwd })).out).toBe('');
    expect((await runCommand(['fmt', '--check'], { cwd })).code).toBe(0);
  });

  it('only says what it would do with --check', async () => {
    const cwd = temporaryFolder({ '.kartei.yaml': '', 'a.md': untidy });
    expect(await runCommand(['fmt', '--check', 'a.md'], { cwd })).toMatchObject({
      code: 1,
      out: 'not formatted: a.md\n',
    });
    expect(textOf(cwd, 'a.md')).toBe(untidy);
  });

  it('counts no deck with errors among those in canonical form', async () => {
    const cwd = temporaryFolder({
      '.kartei.yaml': '',
      'a.md': tidy,
      'bad.md': `${head}\n## One\n\n- [] a\n`,
    });
    const { code, err } = await runCommand(['fmt', '--check'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('bad.md has errors and is left as it is.\n1 deck is in canonical form.\n');
  });

  it.each([
    ['conflict markers', `${head}\n<<<<<<< a\n## One\n=======\n## Two\n>>>>>>> b\n`],
    ['a broken card', `${head}\n## One\n\n- [] a\n`],
    ['broken front matter', '---\ndeck: a: b\n---\n\n## One\nA\n'],
    ['bytes that are no text', Buffer.from([...Buffer.from(`${head}\n## One\nA`), 0xff, 0x0a])],
  ])('leaves a file with %s as it is, and formats the others', async (_name, content) => {
    const cwd = temporaryFolder({ '.kartei.yaml': '', 'bad.md': content, 'good.md': untidy });
    const { code, err } = await runCommand(['fmt'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('bad.md:');
    expect(readFileSync(join(cwd, 'bad.md')).equals(Buffer.from(content))).toBe(true);
    expect(textOf(cwd, 'good.md')).toBe(tidy);
  });

  it('follows no link, and refuses a file that is read-only', async () => {
    const cwd = temporaryFolder({ '.kartei.yaml': '', 'a.md': untidy });
    const elsewhere = temporaryFolder({ 'b.md': untidy });
    symlinkSync(join(elsewhere, 'b.md'), join(cwd, 'link.md'));
    chmodSync(join(cwd, 'a.md'), 0o444);
    const { code, err } = await runCommand(['fmt'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('a.md cannot be written (EACCES).');
    expect(textOf(elsewhere, 'b.md')).toBe(untidy);
  });

  it('never changes what a deck says, whatever the deck', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDeck, async (deck) => {
        const text = formatDeck(deck);
        const cwd = temporaryFolder({ '.kartei.yaml': '', 'a.md': text });
        const { code, err } = await runCommand(['fmt'], { cwd });
        expect({ code, err: err.split('\n').at(-2) }).toEqual({ code: 0, err: '0 of 1 deck formatted.' });
        expect(textOf(cwd, 'a.md')).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('formats 5,000 cards', async () => {
    const cards = Array.from({ length: 5000 }, (_, i) => `## Question ${i}\nAnswer ${i}.\n`).join('');
    const cwd = temporaryFolder({ '.kartei.yaml': '', 'a.md': head + cards });
    expect((await runCommand(['fmt', '--ids'], { cwd })).code).toBe(0);
    expect(textOf(cwd, 'a.md')).toContain('## Question 4999\n\n<!-- id: question-4999 -->\n\nAnswer 4999.\n');
  });
});

describe('kartei fmt --ids', () => {
  it('writes the same ids into a deck and its translation', async () => {
    const cwd = temporaryFolder({
      '.kartei.yaml': '',
      'a.md': `${head}\n## What is this?\n\nThat.\n`,
      'a.de.md': '---\ndeck: Test\n---\n\n## Was ist das?\n\nJenes.\n',
    });
    expect((await runCommand(['fmt', '--ids', 'a.md', 'a.de.md'], { cwd })).code).toBe(0);
    expect(textOf(cwd, 'a.md')).toContain('<!-- id: what-is-this -->');
    expect(textOf(cwd, 'a.de.md')).toContain('## Was ist das?\n\n<!-- id: what-is-this -->\n\nJenes.');
    expect((await runCommand(['lint'], { cwd })).code).toBe(0);
  });

  it('names a translation that it could not give ids', async () => {
    const cwd = temporaryFolder({
      '.kartei.yaml': '',
      'a.md': `${head}\n## One?\n\nThat.\n\n## Two?\n\nThis.\n`,
      'a.de.md': '---\ndeck: Test\n---\n\n## Eins?\n\nJenes.\n',
    });
    const { err } = await runCommand(['fmt', '--ids'], { cwd });
    expect(err).toContain('a.de.md got no ids');
    expect(textOf(cwd, 'a.de.md')).not.toContain('id:');
  });
});
