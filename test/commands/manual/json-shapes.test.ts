import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/commands/catalogue.ts';
import { commandHelp } from '../../../src/commands/manual/help.ts';
import { messagesIn } from '../../../src/terminal/messages/messages.ts';
import { membersNamed, membersPrinted } from '../../support/json-shape.ts';
import { learnAll } from '../../support/learned-home.ts';
import { deckOf } from '../../support/read-deck.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const called = (name: string) => commands.filter((command) => command.name === name);

async function learned() {
  const home = temporaryFolder({
    'decks/.kartei.yaml': 'name: test\n',
    'decks/a.md': deckOf('## Question?\n\n<!-- id: one -->\n\nAnswer\n'),
  });
  await learnAll(home, join(home, 'decks'), undefined, 'odd');
  await runCommand(['add', join(home, 'decks')], { cwd: home });
  await runCommand(['config', 'set', 'keys', 'undo=U flag=F'], { cwd: home });
  return home;
}

describe('what a command prints as JSON', () => {
  it.each([
    [['due']],
    [['list']],
    [['history', 'one']],
    [['undo']],
    [['where']],
    [['config', 'list']],
    [['collections']],
    [['reset', 'one']],
    [['restore']],
  ])('has exactly the members that the help of kartei %s names', async (words) => {
    const home = await learned();
    if (words[0] === 'restore') await runCommand(['backup'], { cwd: home });
    const { out } = await runCommand([...words, '--json'], { cwd: home });
    const [command] = called(words[0] ?? '');
    expect([...membersPrinted(JSON.parse(out))].sort()).toEqual(
      [...membersNamed(command ?? { flags: [] })].sort(),
    );
  });

  it.each(commands.filter(({ flags }) => flags.some(({ name }) => name === 'json')))(
    'is told with its version by kartei $name --help',
    (command) => {
      for (const language of ['en', 'de'] as const)
        expect(commandHelp(command, messagesIn(language), language)).toContain(
          'JSON: kartei: { format: 1, kind, version }',
        );
    },
  );
});

describe('settings as JSON', () => {
  it('are numbers, truth values and keys, and as words what config set takes', async () => {
    const home = temporaryFolder();
    await runCommand(['config', 'set', 'keys', 'undo=U flag=F'], { cwd: home });
    const { out } = await runCommand(['config', 'list', '--json'], { cwd: home });
    expect(JSON.parse(out)).toMatchObject({
      settings: {
        keys: [
          { action: 'undo', key: 'U' },
          { action: 'flag', key: 'F' },
        ],
        lineMode: false,
        newPerDay: 20,
      },
    });
    expect((await runCommand(['config', 'get', 'keys'], { cwd: home })).out).toBe('undo=U flag=F\n');
  });
});

describe('kartei due', () => {
  it('tells of the decks that are named, by the names that commands take', async () => {
    const home = await learned();
    writeFileSync(join(home, 'decks/b.md'), deckOf('## Other?\n\nAnswer\n', 'deck: Other deck'));
    expect((await runCommand(['due', 'b'], { cwd: home })).out).toBe(
      '0 due · 1 new\n  0 due  1 new  0 of 1  b  Other deck\n',
    );
    const { out } = await runCommand(['due', 'a', '--json'], { cwd: home });
    expect(JSON.parse(out)).toMatchObject({ new: 0, decks: [{ deck: 'a' }] });
  });
});

describe('kartei resume', () => {
  it('finds a suspended card of a deck that was only studied by its path', async () => {
    const home = temporaryFolder({ 'my.md': deckOf('## Question?\n\n<!-- id: one -->\n\nAnswer\n') });
    await runCommand(['study', 'my.md', '--plain'], { cwd: home, input: ':s\n' });
    expect((await runCommand(['list', 'my.md', '--suspended'], { cwd: home })).out).toContain(
      'Question? (one)',
    );
    expect((await runCommand(['resume', 'one'], { cwd: home })).code).toBe(0);
    expect((await runCommand(['list', 'my.md', '--suspended'], { cwd: home })).out).toBe('');
  });
});

describe('kartei history', () => {
  it('gives times and due dates in the time zone of the answer', async () => {
    const home = temporaryFolder({ 'my.md': deckOf('## Question?\n\n<!-- id: one -->\n\nAnswer\n') });
    await runCommand(['add', './'], { cwd: home });
    const evening = Date.parse('2026-09-21T20:00Z');
    await runCommand(['study', '--plain'], { cwd: home, input: '\n4\n', now: evening, tz: 330 });
    const { out } = await runCommand(['history', 'one'], { cwd: home, now: evening + 1 });
    expect(out).toContain('  2026-09-22 01:30  Easy  due 2026-09-30\n');
    await runCommand(['undo'], { cwd: home, now: evening + 2 });
    await runCommand(['study', '--plain'], { cwd: home, input: '\n3\n', now: evening + 3, tz: 330 });
    const again = await runCommand(['history', 'one'], { cwd: home, now: evening + 4 });
    expect(again.out).toContain('  2026-09-22 01:30  Good  due 2026-09-22 01:40\n');
  });
});

describe('kartei undo', () => {
  it('says in words what it took back', async () => {
    const home = await learned();
    await runCommand(['undo'], { cwd: home });
    expect((await runCommand(['undo'], { cwd: home, env: { LANG: 'de_DE.UTF-8' } })).out).toBe(
      'Zurückgenommen. a/one: beantwortet\n',
    );
  });
});
