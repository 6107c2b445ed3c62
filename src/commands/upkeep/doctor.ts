import { type Library, openLibrary } from '../../core/session/library.ts';
import { raw, type Shown, shown } from '../../core/text/shown.ts';
import { loadDeckReader } from '../../storage/deck-reader.ts';
import { diskFileSystem } from '../../storage/file-system.ts';
import { type Locations, locate } from '../../storage/locations.ts';
import { examineBackups } from '../../storage/upkeep/examine-backups.ts';
import { examineCards } from '../../storage/upkeep/examine-cards.ts';
import { examineJournal } from '../../storage/upkeep/examine-journal.ts';
import { examinePermissions } from '../../storage/upkeep/examine-permissions.ts';
import { examineState } from '../../storage/upkeep/examine-state.ts';
import { examinationStatus, type Finding } from '../../storage/upkeep/finding.ts';
import { readOnlyFileSystem } from '../../storage/upkeep/read-only-file-system.ts';
import { upkeep } from '../../terminal/messages/upkeep.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { chooseDecks } from '../desk/choose-decks.ts';
import { knownRoots, show } from '../desk/open-program.ts';
import { unreadableProgress } from '../desk/open-progress.ts';
import { printJson } from '../print-json.ts';
import { repair } from './repair.ts';
import { uncommitted } from './uncommitted.ts';

interface Examination {
  readonly findings: readonly Finding[];
  readonly records: number;
  readonly files: number;
}

/** Examines everything that is recorded and changes nothing, unless `--fix` asks for new files. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const locations = locate(context.system, flagValue(context, 'progress'));
  const { collections } = await chooseDecks(context, [], knownRoots(context));
  await loadDeckReader();
  const library = openLibrary(collections);
  const first = await examine(context, locations, library);
  const done = isSet(context, 'fix') ? await repair(context, locations, first.findings) : [];
  const found = isSet(context, 'fix') ? await examine(context, locations, library) : first;
  const status = examinationStatus(found.findings);
  if (isSet(context, 'json')) printAsJson(context, found, status, done);
  else printAsText(context, found, done);
  return status;
};

async function examine(
  context: CommandContext,
  locations: Locations,
  library: Library,
): Promise<Examination> {
  const { progress, state, quarantine, backups } = locations;
  const now = context.system.now();
  const fileSystem = readOnlyFileSystem(diskFileSystem);
  try {
    const journal = examineJournal(fileSystem, progress, now);
    const kept = examineState({ fileSystem, progress, state, quarantine, now }, journal.reading);
    const findings = [
      ...journal.findings,
      ...kept.findings,
      ...examineCards(kept.progress, library),
      ...examinePermissions([progress, state, backups], journal.reading.watermark),
      ...examineBackups(fileSystem, { progress, backups, now }),
      ...(await uncommitted(context, progress)),
    ];
    const { segments, watermark } = journal.reading;
    return {
      findings,
      records: segments.reduce((sum, { entries }) => sum + entries.length, 0),
      files: watermark.reduce((sum, { files }) => sum + files.length, 0),
    };
  } catch (error) {
    throw unreadableProgress(progress, error);
  }
}

const placeOf = ({ where, line }: Finding): Shown => show(line === 0 ? where : raw(`${where}:${line}`));

function printAsText(context: CommandContext, found: Examination, done: readonly Shown[]): void {
  const messages = upkeep[context.language];
  for (const line of done) context.print(line);
  for (const finding of found.findings) {
    const sentence = messages.findings[finding.kind](placeOf(finding), finding.count);
    context.print(shown`${messages.severities[finding.severity]} [${show(finding.kind)}] ${sentence}`);
  }
  context.print(messages.examined(found.records, found.files));
  if (found.findings.every(({ severity }) => severity === 'note')) context.print(messages.sound);
}

function printAsJson(
  context: CommandContext,
  { findings, records, files }: Examination,
  status: number,
  done: readonly Shown[],
): void {
  const messages = upkeep[context.language];
  printJson(context, 'doctor', {
    status,
    records,
    files,
    done,
    findings: findings.map((finding) => ({
      kind: show(finding.kind),
      severity: show(finding.severity),
      where: show(finding.where),
      line: finding.line,
      count: finding.count,
      message: messages.findings[finding.kind](placeOf(finding), finding.count),
    })),
  });
}
