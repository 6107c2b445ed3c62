import { diskFileSystem } from '../storage/file-system.ts';
import { type LocationsEnvironment, settingsFolder } from '../storage/locations.ts';
import { readSettings } from '../storage/read-settings.ts';
import { chooseLanguage, type Language } from '../terminal/messages/messages.ts';

/** The language of everything that is said: what `--lang` asked for, else the setting, else the locale's. */
export function spokenLanguage(
  asked: string | undefined,
  environment: Omit<LocationsEnvironment, 'cwd'>,
): Language {
  if (asked !== undefined) return chooseLanguage(asked, environment.env);
  const { language } = readSettings(diskFileSystem, settingsFolder(environment)).settings;
  return chooseLanguage(language === 'auto' ? undefined : language, environment.env);
}
