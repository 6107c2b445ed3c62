import { shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { diskFileSystem } from '../../storage/file-system.ts';
import { type Locations, locate } from '../../storage/locations.ts';
import { type Restored, restoreSnapshot } from '../../storage/upkeep/restore-snapshot.ts';
import { readSnapshot, type Snapshot } from '../../storage/upkeep/snapshot.ts';
import { upkeep } from '../../terminal/messages/upkeep.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';
import { backupOptions, keepSnapshot, listSnapshots, withBackups } from './keep-snapshot.ts';

/** Brings back what a snapshot has and the journal has not; the newest sound one when none is named. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const { operands } = context.arguments;
  if (operands.length > 1) {
    const { errors } = context.messages;
    throw new UserError(shown`kartei restore [SNAPSHOT]`, errors.seeHelp(shown`kartei restore`), 2);
  }
  const locations = locate(context.system, flagValue(context, 'progress'));
  const snapshot = choose(context, locations, operands[0]);
  keepSnapshot(context, locations, 'restore');
  const restored = withBackups(context, locations, () =>
    restoreSnapshot(backupOptions(context, locations), snapshot),
  );
  report(context, snapshot, restored);
  return restored.broken.length === 0 ? 0 : 1;
};

/** A snapshot by its name or the beginning of it, the newest of those that fit. */
function choose(context: CommandContext, { backups }: Locations, wanted = ''): Snapshot {
  const messages = upkeep[context.language];
  const names = listSnapshots(context, { backups });
  const name = wanted === '' ? newestSound(backups, names) : names.findLast((one) => one.startsWith(wanted));
  const snapshot = name === undefined ? undefined : readSnapshot(diskFileSystem, backups, name);
  if (snapshot !== undefined) return snapshot;
  if (wanted === '') throw new UserError(messages.noSnapshots);
  throw new UserError(messages.noSuchSnapshot(show(wanted)), messages.seeList, 2);
}

/** Those taken before a restore hold what was to be mended; after an interruption they are the newest. */
const newestSound = (backups: string, names: readonly string[]): string | undefined =>
  names.findLast((name) => {
    const snapshot = readSnapshot(diskFileSystem, backups, name);
    return snapshot !== undefined && snapshot.why !== 'restore';
  });

function report(context: CommandContext, { name }: Snapshot, { records, files, broken }: Restored): void {
  const messages = upkeep[context.language];
  if (isSet(context, 'json')) {
    printJson(context, 'restore', {
      snapshot: show(name),
      records,
      files: files.map(show),
      broken: broken.map(show),
    });
    return;
  }
  for (const path of broken) context.warn(messages.brokenCopy(show(path)));
  if (records > 0) context.print(messages.restored(show(name), records, files.length));
  else if (broken.length === 0) context.print(messages.nothingMissing(show(name)));
}
