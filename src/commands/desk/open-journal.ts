import { hostname } from 'node:os';
import { createFileJournal } from '../../storage/file-journal.ts';
import { diskFileSystem } from '../../storage/file-system.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Locations } from '../../storage/locations.ts';
import { randomHex } from '../../storage/random-hex.ts';
import { readDevice } from '../../storage/read-device.ts';

/** The name under which this machine records. */
export const ownDevice = ({ state }: Pick<Locations, 'state'>): string =>
  readDevice({ fileSystem: diskFileSystem, state, host: hostname(), randomHex: () => randomHex(4) });

/** The journal that this process writes. */
export function openJournal({
  locations: { progress, state },
  version,
}: {
  readonly locations: Locations;
  readonly version: string;
}): Journal {
  const fileSystem = diskFileSystem;
  let device: string | undefined;
  return createFileJournal({
    fileSystem,
    progress,
    get device() {
      device ??= ownDevice({ state });
      return device;
    },
    app: version,
    randomHex: () => randomHex(4),
  });
}
