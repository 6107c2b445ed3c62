import { type Shown, shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { diskFileSystem } from '../../storage/file-system.ts';
import { type Locations, locate } from '../../storage/locations.ts';
import { readJournal } from '../../storage/read-journal.ts';
import { sealMonths } from '../../storage/upkeep/seal-months.ts';
import { readSnapshot, type Snapshot } from '../../storage/upkeep/snapshot.ts';
import { upkeep } from '../../terminal/messages/upkeep.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { ownDevice } from '../desk/open-journal.ts';
import { show } from '../desk/open-program.ts';
import { newerProgress } from '../desk/open-progress.ts';
import { printJson } from '../print-json.ts';
import { backupOptions, keepSnapshot, listSnapshots, withBackups } from './keep-snapshot.ts';

/** Takes a snapshot of the journal, lists those that there are, or joins the files of past months. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const locations = locate(context.system, flagValue(context, 'progress'));
  const [word, ...more] = context.arguments.operands;
  if ((word !== undefined && word !== 'list') || more.length > 0) {
    const { errors } = context.messages;
    throw new UserError(shown`kartei backup [list] [--seal]`, errors.seeHelp(shown`kartei backup`), 2);
  }
  if (word === 'list') return list(context, locations);
  return isSet(context, 'seal') ? seal(context, locations) : take(context, locations);
};

function take(context: CommandContext, locations: Locations): number {
  const messages = upkeep[context.language];
  const snapshot = keepSnapshot(context, locations, 'asked');
  if (isSet(context, 'json')) printJson(context, 'backup', { taken: snapshot ? asJson(snapshot) : null });
  else if (snapshot === undefined) context.print(messages.nothingToKeep);
  else context.print(messages.snapshot(show(snapshot.name), snapshot.files.length));
  return 0;
}

function list(context: CommandContext, { backups }: Locations): number {
  const messages = upkeep[context.language];
  const names = listSnapshots(context, { backups });
  const found = names.map((name) => ({ name, snapshot: readSnapshot(diskFileSystem, backups, name) }));
  if (isSet(context, 'json')) {
    const snapshots = found.map(({ name, snapshot }) =>
      snapshot === undefined ? { name: show(name), damaged: true } : asJson(snapshot),
    );
    printJson(context, 'backup', { snapshots });
    return 0;
  }
  if (found.length === 0) context.print(messages.noSnapshots);
  for (const { name, snapshot } of found) {
    const what = snapshot === undefined ? messages.damagedList : describe(context, snapshot);
    context.print(shown`${show(name)}  ${what}`);
  }
  return 0;
}

const sizeOf = ({ files }: Snapshot): number => files.reduce((sum, { size }) => sum + size, 0);

function describe({ language }: CommandContext, snapshot: Snapshot): Shown {
  const messages = upkeep[language];
  const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
    sizeOf(snapshot) / 1e6,
  );
  return shown`${messages.listed(snapshot.files.length, show(megabytes))}, ${messages.reasons[snapshot.why]}`;
}

const asJson = (snapshot: Snapshot) => ({
  name: show(snapshot.name),
  t: snapshot.at,
  why: show(snapshot.why),
  files: snapshot.files.length,
  bytes: sizeOf(snapshot),
});

function seal(context: CommandContext, locations: Locations): number {
  const messages = upkeep[context.language];
  const options = { ...backupOptions(context, locations), device: ownDevice(locations) };
  if (readJournal({ ...options, take: () => {} }).newer) throw newerProgress();
  const { files, months } = withBackups(context, locations, () => sealMonths(options));
  if (isSet(context, 'json')) printJson(context, 'backup', { sealed: files, months });
  else context.print(files === 0 ? messages.nothingToSeal : messages.sealed(files, months));
  return 0;
}
