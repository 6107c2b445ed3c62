import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { deckOf } from '../../support/read-deck.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A deck beside the collections, studied by its path alone: its first card was flagged and answered, its second suspended. */
async function studied() {
  const home = temporaryFolder({
    'notes/.kartei.yaml': 'name: notes\n',
    'notes/my.md': deckOf(
      '## First?\n\n<!-- id: one -->\n\nAnswer\n\n## Second?\n\n<!-- id: two -->\n\nAnswer\n',
    ),
  });
  const input = ':s\n:!\n\n4\n';
  const { out } = await runCommand(['drill', 'notes/my.md', '--plain'], { cwd: home, input });
  const [suspended, other] = out.indexOf('First?') < out.indexOf('Second?') ? ['one', 'two'] : ['two', 'one'];
  return { home, suspended, other, run: (...words: string[]) => runCommand(words, { cwd: home }) };
}

test('list and history print a card, and where it is written, in the learner’s language', async () => {
  const card = (question: string) => deckOf(`## ${question}?\n\n<!-- id: one -->\n\nA\n`);
  const home = temporaryFolder({
    '.kartei.yaml': 'name: notes\n',
    'my.md': card('Which'),
    'my.de.md': card('Wer').replace('deck:', 'lang: de\ndeck:'),
  });
  const run = (...words: string[]) => runCommand(words, { cwd: home, input: ':! Hm.\n:q\n' });
  await run('drill', '.', '--plain');
  const said = async (...words: string[]) => (await run(...words)).out;
  expect(await said('list', '--flagged', '.')).toMatch(/my\.md:\d+: Which\?: Hm\.\n$/u);
  expect(await said('list', '--flagged', '.', '--lang', 'de')).toMatch(/my\.de\.md:\d+: Wer\?: Hm\.\n$/u);
  await run('add', home);
  expect(await said('history', 'one', '--lang', 'de')).toContain('\n  Wer?\n');
});

describe('a card of a deck that was only studied by its path', () => {
  it('has its history, with the text that the journal keeps', async () => {
    const { run, other } = await studied();
    const { code, out } = await run('history', other);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^my · ${other}\n {2}(?:First|Second)\\?\n`, 'u'));
    expect(out).toContain('flagged');
    expect(out).toContain('Easy');
    expect(JSON.parse((await run('history', `my/${other}`, '--json')).out)).toMatchObject({
      entries: [
        { card: other, kind: 'flag' },
        { card: other, kind: 'review', rating: 4 },
      ],
    });
  });

  it('has its history also when its deck is gone', async () => {
    const { home, run, other } = await studied();
    rmSync(join(home, 'notes'), { recursive: true });
    expect((await run('history', other)).out).toContain('Easy');
  });

  it.each(['--flagged', '--suspended'])(
    'is counted by kartei list %s, which says how to see it',
    async (flag) => {
      const { home, run } = await studied();
      const { code, out, err } = await run('list', flag);
      expect({ code, out, err }).toEqual({
        ...{ code: 0, out: '' },
        err: `1 card is in a deck outside the collections: kartei list ${flag} notes\n`,
      });
      expect((await run('list', flag, 'notes')).out).toMatch(/\?.*\n$/u);
      expect((await runCommand(['list', flag, '--lang', 'de'], { cwd: home })).err).toBe(
        `1 Karte ist in einem Stapel außerhalb der Sammlungen: kartei list ${flag} notes\n`,
      );
      rmSync(join(home, 'notes'), { recursive: true });
      expect((await run('list', flag)).err).toMatch(/PATH\n$/u);
    },
  );

  it('is not counted where decks are named, and not twice once they are a collection', async () => {
    const { run } = await studied();
    expect((await run('list', '--flagged', 'notes')).err).toBe('');
    expect((await run('list')).err).toBe('');
    await run('add', './notes');
    expect(await run('list', '--flagged')).toMatchObject({ out: expect.stringContaining('my.md'), err: '' });
  });
});
