import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raw } from '../../src/core/text/shown.ts';
import { UserError } from '../../src/core/user-error.ts';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import { readSettings } from '../../src/storage/read-settings.ts';
import { defaultSettings, isSetting, settingNames } from '../../src/storage/settings.ts';
import { writeSetting } from '../../src/storage/write-setting.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const read = (config: string) => readSettings(diskFileSystem, config);

describe('settings', () => {
  it('have sound defaults', () => {
    for (const name of settingNames) expect(isSetting(name, defaultSettings[name])).toBe(true);
    expect(read(temporaryFolder())).toEqual({ settings: defaultSettings, refused: [], broken: false });
  });

  it('are read as they were written', async () => {
    const config = join(temporaryFolder(), 'config', 'kartei');
    await writeSetting(diskFileSystem, config, 'language', 'de');
    await writeSetting(diskFileSystem, config, 'keys', [
      ['undo', 'z'],
      ['__proto__', '.'],
    ]);
    await writeSetting(diskFileSystem, config, 'editor', raw('vim -f'));
    expect(read(config).settings).toEqual({
      ...defaultSettings,
      language: 'de',
      keys: [
        ['undo', 'z'],
        ['__proto__', '.'],
      ],
      editor: 'vim -f',
    });
  });

  it('that this program does not know are kept', async () => {
    const config = temporaryFolder();
    writeFileSync(join(config, 'settings.json'), '{"mood.of.the.day":"good","colours":"never"}');
    await writeSetting(diskFileSystem, config, 'colours', 'always');
    expect(JSON.parse(readFileSync(join(config, 'settings.json'), 'utf8'))).toEqual({
      'mood.of.the.day': 'good',
      colours: 'always',
    });
  });

  it('with a value that is none of theirs fall back, each alone', () => {
    const config = temporaryFolder();
    writeFileSync(join(config, 'settings.json'), '{"language":"xx","keys":{"a":1},"colours":"never"}');
    expect(read(config)).toEqual({
      settings: { ...defaultSettings, colours: 'never' },
      refused: ['language', 'keys'],
      broken: false,
    });
  });

  it.each(['', '{"colours":', '[]', 'null'])(
    'in a broken file (%j) are the defaults, and the file is kept',
    async (text) => {
      const config = temporaryFolder();
      writeFileSync(join(config, 'settings.json'), text);
      expect(read(config)).toEqual({ settings: defaultSettings, refused: [], broken: true });
      await writeSetting(diskFileSystem, config, 'colours', 'never');
      expect(read(config).settings.colours).toBe('never');
      expect(readFileSync(join(config, 'settings.json.broken'), 'utf8')).toBe(text);
    },
  );

  it('that cannot be saved say where and why', async () => {
    const config = join(temporaryFolder(), 'file');
    writeFileSync(config, '');
    const saved = writeSetting(diskFileSystem, config, 'colours', 'never');
    await expect(saved).rejects.toBeInstanceOf(UserError);
    await expect(saved).rejects.toMatchObject({ message: expect.stringContaining(config) });
    expect(existsSync(join(config, 'settings.json'))).toBe(false);
  });
});
