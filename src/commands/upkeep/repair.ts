import type { Shown } from '../../core/text/shown.ts';
import { diskFileSystem, errorCode } from '../../storage/file-system.ts';
import type { Locations } from '../../storage/locations.ts';
import { setAside } from '../../storage/move-aside.ts';
import { RecordedProgress } from '../../storage/recorded-progress.ts';
import { createStateStore } from '../../storage/state-store.ts';
import type { Finding, FindingKind } from '../../storage/upkeep/finding.ts';
import { restoreSnapshot } from '../../storage/upkeep/restore-snapshot.ts';
import { readSnapshot, snapshotNames } from '../../storage/upkeep/snapshot.ts';
import { upkeep } from '../../terminal/messages/upkeep.ts';
import type { CommandContext } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { backupOptions, keepSnapshot, withBackups } from './keep-snapshot.ts';

const ofState: readonly FindingKind[] = ['state-drift', 'state-stale'];

/** Mends what can be mended by new files alone, and says what was done. The journal's files stay as they are. */
export async function repair(
  context: CommandContext,
  locations: Locations,
  findings: readonly Finding[],
): Promise<readonly Shown[]> {
  const has = (kinds: readonly FindingKind[]): boolean => findings.some(({ kind }) => kinds.includes(kind));
  const messages = upkeep[context.language];
  const done: Shown[] = [];
  // A file that is gone or was cut shows in few of the findings; looking for what a backup has does no harm.
  if (findings.some(({ severity }) => severity !== 'note')) done.push(...recover(context, locations));
  if (has(ofState) && (await computeState(context, locations))) done.push(messages.fixedState);
  if (has(['backup-age'])) {
    const snapshot = keepSnapshot(context, locations, 'asked');
    if (snapshot !== undefined) done.push(messages.snapshot(show(snapshot.name), snapshot.files.length));
  }
  return done;
}

/** Brings back what any backup has and the journal has not, the newest backup first. */
function recover(context: CommandContext, locations: Locations): readonly Shown[] {
  const messages = upkeep[context.language];
  const options = backupOptions(context, locations);
  return withBackups(context, locations, () =>
    snapshotNames(diskFileSystem, locations.backups)
      .toReversed()
      .flatMap((name) => {
        const snapshot = readSnapshot(diskFileSystem, locations.backups, name);
        if (snapshot === undefined) return [];
        const { records, files } = restoreSnapshot(options, snapshot);
        return records === 0 ? [] : [messages.restored(show(name), records, files.length)];
      }),
  );
}

/** Sets the stored summary aside, so that all is computed from the journal, and stores that. */
async function computeState(context: CommandContext, locations: Locations): Promise<boolean> {
  const { state, quarantine, progress } = locations;
  const fileSystem = diskFileSystem;
  try {
    setAside({ fileSystem, state, quarantine }, 'summary', backupOptions(context, locations).tag);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    // What could not be set aside is still found, and named, by the examination that follows.
    if (errorCode(error) !== 'ENOENT') return false;
  }
  const store = createStateStore({ fileSystem, state, quarantine });
  const recorded = new RecordedProgress({ fileSystem, progress, store, now: context.system.now });
  await recorded.write();
  return recorded.unwritten === 0;
}
