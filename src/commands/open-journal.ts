import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { createFileJournal } from '../storage/file-journal.ts';
import { diskFileSystem } from '../storage/file-system.ts';
import type { Journal } from '../storage/journal.ts';
import type { Locations } from '../storage/locations.ts';
import { readDevice } from '../storage/read-device.ts';

const randomHex = (): string => randomBytes(4).toString('hex');

/** The name under which this machine records. */
export const ownDevice = ({ state }: Pick<Locations, 'state'>): string =>
  readDevice({ fileSystem: diskFileSystem, state, host: hostname(), randomHex });

/** The journal that this process writes. */
export function openJournal({
  locations: { progress, state },
  version,
}: {
  readonly locations: Locations;
  readonly version: string;
}): Journal {
  const fileSystem = diskFileSystem;
  const device = ownDevice({ state });
  return createFileJournal({ fileSystem, progress, device, app: version, randomHex });
}
