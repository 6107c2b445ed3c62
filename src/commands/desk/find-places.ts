import { diskFileSystem } from '../../storage/file-system.ts';
import { GlanceFile } from '../../storage/glance-file.ts';
import { type Locations, locate } from '../../storage/locations.ts';
import { readSettings, type SettingsReading } from '../../storage/read-settings.ts';
import { type CommandContext, flagValue } from '../command.ts';

/** Where the learner's things lie, and how this machine is set: cheap to know, before anything is opened. */
export interface Places extends SettingsReading {
  readonly locations: Locations;
}

export function findPlaces(context: CommandContext): Places {
  const locations = locate(context.system, flagValue(context, 'progress'));
  return { locations, ...readSettings(diskFileSystem, locations.config) };
}

/** The file with the home screen of these collections. */
export const glanceFileOf = (
  { system, version }: CommandContext,
  { locations: { cache, progress } }: Places,
  roots: readonly string[],
): GlanceFile => new GlanceFile({ cache, build: `${version} ${system.build}`, progress, roots });
