import { join } from 'node:path';
import { errorCode, type FileSystem } from './file-system.ts';
import { readWholeFile } from './read-whole-file.ts';
import { defaultSettings, isSetting, type SettingName, type Settings, settingNames } from './settings.ts';

export interface SettingsReading {
  readonly settings: Settings;
  /** Settings whose value is none of theirs: the default is used. */
  readonly refused: readonly SettingName[];
  /** The file is no JSON object or cannot be read: defaults throughout. */
  readonly broken: boolean;
}

export const settingsName = 'settings';

/** The file that conf keeps. `config` is `Locations.config`. */
export const settingsPath = (config: string): string => join(config, `${settingsName}.json`);

/** Reads the settings without conf, on the way to the first frame. `config` is `Locations.config`. */
export function readSettings(fileSystem: FileSystem, config: string): SettingsReading {
  let value: unknown;
  try {
    value = JSON.parse(readWholeFile(fileSystem, settingsPath(config)));
  } catch (error) {
    if (errorCode(error) === '' && !(error instanceof SyntaxError)) throw error;
    return { settings: defaultSettings, refused: [], broken: errorCode(error) !== 'ENOENT' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { settings: defaultSettings, refused: [], broken: true };
  }
  const given = new Map<string, unknown>(Object.entries(value));
  const known = settingNames.filter((name) => given.has(name));
  const sound = known.filter((name) => isSetting(name, given.get(name)));
  return {
    settings: { ...defaultSettings, ...Object.fromEntries(sound.map((name) => [name, given.get(name)])) },
    refused: known.filter((name) => !sound.includes(name)),
    broken: false,
  };
}
