import { accessSync, constants } from 'node:fs';
import { sentence } from '../core/text/sentence.ts';
import { clean, raw, type Shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { makeFolders } from './make-folders.ts';
import { readSettings, settingsName, settingsPath } from './read-settings.ts';
import { isSetting, type SettingName, type Settings } from './settings.ts';

/**
 * Changes one setting through conf and leaves all others as they are, unknown ones too. A broken file is set aside
 * as `settings.json.broken` first. Throws a `UserError` when the disk refuses.
 */
export async function writeSetting<N extends SettingName>(
  ...given: Parameters<typeof changeSetting<N>>
): Promise<void> {
  const why = await tryWriteSetting(...given);
  if (why === undefined) return;
  const [, config] = given;
  throw new UserError(
    sentence`The setting was not saved to ${settingsPath(config)} (${why}).`,
    sentence('It holds until you leave. See that the folder is writable and the disk not full.'),
  );
}

/** The same for a choice on the screen, which holds for this run in any case; gives the system's word when the disk refuses. */
export async function tryWriteSetting<N extends SettingName>(
  ...given: Parameters<typeof changeSetting<N>>
): Promise<Shown | undefined> {
  try {
    await changeSetting(...given);
    return undefined;
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return clean(raw(errorCode(error)));
  }
}

async function changeSetting<N extends SettingName>(
  fileSystem: FileSystem,
  config: string,
  name: N,
  value: Settings[N],
): Promise<void> {
  if (!isSetting(name, value)) throw new Error(`no value for ${name}: ${JSON.stringify(value)}`);
  makeFolders(fileSystem, config, () => {});
  accessSync(config, constants.W_OK);
  const path = settingsPath(config);
  if (readSettings(fileSystem, config).broken) fileSystem.rename(path, `${path}.broken`);
  const { default: Conf } = await import('conf');
  const conf = new Conf<Record<string, unknown>>({
    cwd: config,
    configName: settingsName,
    projectSuffix: '',
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  });
  conf.set(name, value);
}
