import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { ProgressRepository, type RemoteFile } from '../../git/progress-repository.ts';
import { type RemotePlace, readRemotePlace } from '../../git/remote-place.ts';
import { syncProgress } from '../../git/sync-progress.ts';
import { diskFileSystem, errorCode } from '../../storage/file-system.ts';
import { locate } from '../../storage/locations.ts';
import { makeFolders } from '../../storage/make-folders.ts';
import { readJournal } from '../../storage/read-journal.ts';
import { readSegments, type Segment } from '../../storage/read-segments.ts';
import { sharing } from '../../terminal/messages/sharing.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';

/** Brings the progress of this machine and of the others together, through a Git repository. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const { progress } = locate(context.system, flagValue(context, 'progress'));
  try {
    return await exchange(context, progress);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    const { diskFailed, diskFailedHint } = sharing[context.language];
    const why = show(error instanceof Error ? error.message : String(error));
    throw new UserError(diskFailed(show(progress), why), diskFailedHint);
  }
};

async function exchange(context: CommandContext, progress: string): Promise<number> {
  const text = sharing[context.language];
  const { env, now } = context.system;
  const repository = new ProgressRepository(progress, env, (path) => makeFolders(diskFileSystem, path));
  const place = flagValue(context, 'init');
  if (place !== undefined) await repository.init(readPlace(context, place));
  if (!repository.isThere() || (await repository.remote()) === '') {
    throw new UserError(text.noRemote, text.noRemoteHint);
  }
  const unlock = await repository.lock(now, (time) => setTimeout(time));
  if (unlock === undefined) throw new UserError(text.alreadySyncing, text.alreadySyncingHint);
  const count = new Count(() => readEvents(progress, now()));
  try {
    await syncProgress(repository, {
      onFetched: (theirs, read) => count.compare(theirs, read),
      onMerged: () => {
        if (!count.adds()) throw new UserError(text.countWrong, text.countWrongHint);
      },
      wait: (time) => setTimeout(time),
    });
  } finally {
    unlock();
  }
  const { common, here, there } = count;
  const total = common + here + there;
  if (isSet(context, 'json')) printJson(context, 'sync', { common, here, there, total });
  else context.print(here + there === 0 ? text.inStep(common) : text.synced(common, here, there, total));
  return 0;
}

function readPlace({ system, language }: CommandContext, spelled: string): RemotePlace {
  const text = sharing[language];
  const place = readRemotePlace(spelled.replace(/^~(?=\/|$)/u, () => system.home));
  if (place === undefined) throw new UserError(text.notAnAddress(show(spelled)), text.addresses, 2);
  if (place.kind === 'remote') return place;
  const path = resolve(system.cwd, place.path);
  try {
    return { kind: 'local', path: realpathSync(path) };
  } catch {
    throw new UserError(text.notThere(show(path)), shown`git init --bare ${show(path)}`);
  }
}

/** What happened, by file; each event has an id that no other has. */
type Events = ReadonlyMap<string, ReadonlySet<string>>;

function readEvents(progress: string, now: number): Events {
  const events = new Map<string, Set<string>>();
  const { segments } = readJournal({ fileSystem: diskFileSystem, progress, now });
  for (const segment of segments) {
    const ids = events.get(segment.file) ?? new Set<string>();
    events.set(segment.file, addIds(ids, segment));
  }
  return events;
}

/** That a process began to write is no event. */
function addIds(ids: Set<string>, { entries }: Segment): Set<string> {
  for (const { id, kind } of entries) if (kind !== 'segment') ids.add(id);
  return ids;
}

/** Of a content with each byte a character. */
function idsOf(content: string): ReadonlySet<string> {
  const text = Buffer.from(content, 'latin1').toString('utf8');
  const place = { device: '', name: '', nextN: 0, newer: false };
  const ids = new Set<string>();
  for (const segment of readSegments(text, place, () => undefined).segments) addIds(ids, segment);
  return ids;
}

/** Counts the events on both sides before they are put together, and checks that none is missing afterwards. */
class Count {
  common = 0;
  here = 0;
  there = 0;
  private readonly read: () => Events;
  private readonly before: ReadonlySet<string>;
  private wanted: ReadonlySet<string> = new Set();

  constructor(read: () => Events) {
    this.read = read;
    this.before = union(read());
  }

  /** The remote's events: of files that stand here alike from the disk, of the others from Git. */
  async compare(theirs: readonly RemoteFile[], read: (blob: string) => Promise<string>): Promise<void> {
    const disk = this.read();
    const remote = new Set<string>();
    for (const { path, blob, isHere } of theirs) {
      const ids = isHere ? (disk.get(path) ?? []) : idsOf(await read(blob));
      for (const id of ids) remote.add(id);
    }
    this.wanted = new Set([...this.before, ...remote]);
    this.here = [...this.before].filter((id) => !remote.has(id)).length;
    this.common = this.before.size - this.here;
    this.there = this.wanted.size - this.before.size;
  }

  /** A session elsewhere may have added to it meanwhile. */
  adds(): boolean {
    const after = union(this.read());
    return [...this.wanted].every((id) => after.has(id));
  }
}

const union = (events: Events): ReadonlySet<string> =>
  new Set([...events.values()].flatMap((ids) => [...ids]));
