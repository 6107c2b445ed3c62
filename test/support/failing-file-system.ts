import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.ts';

export const changingCalls = [
  'create',
  'openFolder',
  'write',
  'syncContent',
  'sync',
  'truncate',
  'makeFolder',
  'rename',
  'remove',
] as const;
export type ChangingCall = (typeof changingCalls)[number];

export interface Fault {
  readonly call: ChangingCall;
  /** Counted from 1. */
  readonly from: number;
  readonly to: number;
  readonly code: string;
}

export interface FailingFileSystem extends FileSystem {
  /** How often each call was made, failed ones too. */
  readonly calls: Record<ChangingCall, number>;
  readonly order: ChangingCall[];
  /** Descriptors that are open; closing another one throws. */
  readonly stillOpen: Set<number>;
}

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** The disk with faults: calls of one kind fail while their number is in the fault's range. */
export function failingFileSystem(faults: readonly Fault[] = [], longestWrite = Infinity): FailingFileSystem {
  const calls = Object.fromEntries(changingCalls.map((call) => [call, 0])) as Record<ChangingCall, number>;
  const order: ChangingCall[] = [];
  const stillOpen = new Set<number>();
  const opened = (file: number): number => {
    stillOpen.add(file);
    return file;
  };
  const through =
    <A extends unknown[], R>(call: ChangingCall, perform: (...given: A) => R) =>
    (...given: A): R => {
      const number = ++calls[call];
      order.push(call);
      const fault = faults.find((each) => each.call === call && number >= each.from && number <= each.to);
      if (fault !== undefined) {
        if (call === 'write')
          diskFileSystem.write(given[0] as number, (given[1] as Uint8Array).subarray(0, 7), 0);
        throw systemError(fault.code);
      }
      return perform(...given);
    };
  const write: FileSystem['write'] = (file, bytes, offset) =>
    diskFileSystem.write(file, bytes.subarray(0, offset + Math.min(longestWrite, bytes.length)), offset);
  return {
    ...diskFileSystem,
    create: through('create', (path: string) => opened(diskFileSystem.create(path))),
    open: (path) => opened(diskFileSystem.open(path)),
    openFolder: through('openFolder', (path: string) => opened(diskFileSystem.openFolder(path))),
    write: through('write', write),
    syncContent: through('syncContent', diskFileSystem.syncContent),
    sync: through('sync', diskFileSystem.sync),
    truncate: through('truncate', diskFileSystem.truncate),
    makeFolder: through('makeFolder', diskFileSystem.makeFolder),
    rename: through('rename', diskFileSystem.rename),
    remove: through('remove', diskFileSystem.remove),
    close: (file) => {
      if (!stillOpen.delete(file)) throw new Error(`${file} is not open`);
      diskFileSystem.close(file);
    },
    calls,
    order,
    stillOpen,
  };
}
