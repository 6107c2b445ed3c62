import { expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const said = async (words: readonly string[], lang: 'en' | 'de' = 'en') =>
  (await runCommand(words, { cwd: temporaryFolder(), lang })).err;

test.each([
  [['history'], 'kartei history needs a card, such as: kartei history mid-setup'],
  [['resume'], 'kartei resume needs a card'],
  [['history', 'nosuch'], 'kartei list names all cards'],
  [['config', 'get'], 'Name a setting:\nlanguage, colours'],
  [['config', 'set', 'newPerDay', 'abc'], 'newPerDay takes 0–9999.'],
  [['config', 'set', 'colours', 'blue'], 'colours takes auto | always | never.'],
])('%j is refused with what to do next', async (words, wanted) => {
  expect(await said(words)).toContain(wanted);
});

test('a refusal speaks German to German learners', async () => {
  expect(await said(['history'], 'de')).toContain('kartei history braucht eine Karte');
  expect(await said(['config', 'set', 'retention', '2'], 'de')).toContain('retention nimmt 0.7–0.99.');
});
