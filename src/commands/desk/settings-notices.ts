import { clean, joinShown, raw, type Shown } from '../../core/text/shown.ts';
import { type SettingsReading, settingsPath } from '../../storage/read-settings.ts';
import { type Language, messagesIn } from '../../terminal/messages/messages.ts';

/** What the learner should know of the settings as they were read; `config` is `Locations.config`. */
export function settingsNotices(
  { broken, refused }: SettingsReading,
  config: string,
  language: Language,
): readonly Shown[] {
  const { home } = messagesIn(language);
  const path = clean(raw(settingsPath(config)));
  if (broken) return [home.settingsBroken(path)];
  if (refused.length === 0) return [];
  const names = refused.map((name) => clean(raw(name)));
  return [home.settingsRefused(joinShown(names, ', '), path)];
}
