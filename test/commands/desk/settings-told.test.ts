import { expect, test } from 'vitest';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const said = async (settings: string, lang: 'en' | 'de', ...words: string[]): Promise<string> => {
  const home = temporaryFolder({ '.config/kartei/settings.json': settings });
  const { code, out, err } = await runCommand(words, { cwd: home, lang });
  expect(code).toBe(0);
  return `${out}${err}`;
};

test.each([
  ['{"colours": "never"', 'en', 'cannot be read; kartei goes by its own'],
  ['[]', 'de', 'sind nicht lesbar'],
  ['{"colours": "blue", "editor": 7}', 'en', 'its own holds: colours, editor.'],
  ['{"colours": "blue"}', 'de', 'es gilt die Vorgabe: colours.'],
] as const)('settings that do not hold are told: %s in %s', async (settings, lang, text) => {
  expect(await said(settings, lang, 'due')).toContain(text);
  expect(await said(settings, lang, 'config', 'list')).toContain(text);
});

test('settings that hold are not told', async () => {
  expect(await said('{"colours": "never", "unknown": 1}', 'en', 'due')).not.toContain('settings.json');
});
