import { join } from 'node:path';
import { clean, joinShown, raw, type Shown } from '../../core/text/shown.ts';
import { type SettingsReading, settingsName } from '../../storage/read-settings.ts';
import { type Language, messagesIn } from '../../terminal/messages/messages.ts';

/** What the learner should know of the settings as they were read; `config` is `Locations.config`. */
export function settingsNotices(
  { broken, refused }: SettingsReading,
  config: string,
  language: Language,
): readonly Shown[] {
  const { home } = messagesIn(language);
  const path = clean(raw(join(config, `${settingsName}.json`)));
  if (broken) return [home.settingsBroken(path)];
  return refused.length === 0
    ? []
    : [
        home.settingsRefused(
          joinShown(
            refused.map((name) => clean(raw(name))),
            ', ',
          ),
          path,
        ),
      ];
}
