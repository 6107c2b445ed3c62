import { clean, raw, type Shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { diskFileSystem, errorCode } from '../../storage/file-system.ts';
import type { Locations } from '../../storage/locations.ts';
import { randomHex } from '../../storage/random-hex.ts';
import { type Snapshot, type SnapshotReason, snapshotNames } from '../../storage/upkeep/snapshot.ts';
import { type BackupOptions, takeSnapshot } from '../../storage/upkeep/take-snapshot.ts';
import { upkeep } from '../../terminal/messages/upkeep.ts';
import type { CommandContext } from '../command.ts';

export const backupOptions = (
  { system, version }: CommandContext,
  { progress, backups }: Locations,
): BackupOptions => ({
  fileSystem: diskFileSystem,
  progress,
  backups,
  now: system.now(),
  app: version,
  tag: randomHex(4),
});

/** Takes a snapshot, or stops the command before it changes anything. `undefined`: there is nothing to keep yet. */
export const keepSnapshot = (
  context: CommandContext,
  locations: Locations,
  why: SnapshotReason,
): Snapshot | undefined =>
  withBackups(context, locations, () => takeSnapshot(backupOptions(context, locations), why));

/** Turns what the disk says against a backup into a message. */
export function withBackups<T>({ language }: CommandContext, { backups }: Locations, perform: () => T): T {
  const { backupFailed, backupHint } = upkeep[language];
  return saying((why) => new UserError(backupFailed(clean(raw(backups)), why), backupHint), perform);
}

/** The names of all snapshots, from old to new. */
export function listSnapshots(
  { language }: CommandContext,
  { backups }: Pick<Locations, 'backups'>,
): readonly string[] {
  const { backupsUnreadable, backupsUnreadableHint } = upkeep[language];
  return saying(
    (why) => new UserError(backupsUnreadable(clean(raw(backups)), why), backupsUnreadableHint),
    () => snapshotNames(diskFileSystem, backups),
  );
}

function saying<T>(say: (why: Shown) => UserError, perform: () => T): T {
  try {
    return perform();
  } catch (error) {
    if (errorCode(error) === '') throw error;
    throw say(clean(raw(error instanceof Error ? error.message : String(error))));
  }
}
