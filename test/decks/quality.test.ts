import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';

const cwd = new URL('../..', import.meta.url).pathname;

it('the shipped decks are free of errors and warnings', async () => {
  const { code, out, err } = await runCommand(['lint', 'decks'], { cwd });
  expect(out).toBe('');
  expect(err).toMatch(/^No problems in \d{2,} decks with \d{3,} cards\.\n$/u);
  expect(code).toBe(0);
});

it('the shipped decks are in canonical form', async () => {
  const { out, code } = await runCommand(['fmt', '--check', 'decks'], { cwd });
  expect(out).toBe('');
  expect(code).toBe(0);
});
