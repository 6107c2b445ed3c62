import { join } from 'node:path';
import { crc32Hex } from '../core/text/hash.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { makeFolders } from './make-folders.ts';
import { readWholeFile } from './read-whole-file.ts';
import { writeAll } from './segment-file.ts';

export interface DeviceOptions {
  readonly fileSystem: FileSystem;
  /** `Locations.state`. */
  readonly state: string;
  /** The host's name. It only serves to notice that a home was copied to another machine; its hash alone is kept. */
  readonly host: string;
  /** Gives 8 random hex digits. */
  readonly randomHex: () => string;
}

const devicePattern = /^([0-9a-f]{8}) ([0-9a-f]{8})\n$/;

/**
 * The name under which this machine records: random, made at the first call, and made anew when the home has come
 * from another machine, for two machines must never write as one. Where it cannot be kept, it holds for this run.
 */
export function readDevice(options: DeviceOptions): string {
  const { fileSystem, state } = options;
  const path = join(state, 'device');
  const host = crc32Hex(options.host);
  const kept = keptDevice(fileSystem, path, host);
  if (kept !== undefined) return kept;
  const device = options.randomHex();
  try {
    makeFolders(fileSystem, state, () => {});
    const draft = `${path}-${device}`;
    const file = fileSystem.create(draft);
    try {
      writeAll(fileSystem, file, Buffer.from(`${device} ${host}\n`));
    } finally {
      fileSystem.close(file);
    }
    fileSystem.rename(draft, path);
    return keptDevice(fileSystem, path, host) ?? device;
  } catch (error) {
    // A name for this run alone is a device of its own, and loses nothing.
    if (errorCode(error) === '') throw error;
    return device;
  }
}

function keptDevice(fileSystem: FileSystem, path: string, host: string): string | undefined {
  try {
    const [, device, keptHost] = devicePattern.exec(readWholeFile(fileSystem, path)) ?? [];
    return keptHost === host ? device : undefined;
  } catch (error) {
    // Missing or unreadable: another name does as well.
    if (errorCode(error) === '') throw error;
    return undefined;
  }
}
