import { join } from 'node:path';
import { type Instant, second } from '../core/schedule/time.ts';
import { type Raw, raw } from '../core/text/shown.ts';
import { errorCode, type FileStatus, type FileSystem } from './file-system.ts';
import {
  countJournalFiles,
  isJournalFile,
  isJournalFolder,
  type Listed,
  listInOrder,
} from './list-journal.ts';
import { isMadeGood, placeFromName } from './made-good.ts';
import { type JournalFlaw, readSegments, type Segment, type SegmentPlace } from './read-segments.ts';
import {
  type FileMark,
  type FolderMark,
  isPast,
  isSettled,
  restedFile,
  type Watermark,
} from './watermark.ts';

export interface JournalProblem {
  readonly flaw: JournalFlaw;
  readonly file: Raw;
  /** Where it was found first; 0 for the file as a whole. Counted from where the reading began. */
  readonly line: number;
  readonly count: number;
}

export interface JournalReading {
  readonly segments: readonly (Segment & { readonly file: Raw })[];
  readonly problems: readonly JournalProblem[];
  readonly watermark: Watermark;
  /** A newer program wrote here: nothing may be written before the update. */
  readonly newer: boolean;
}

type OnFile = (done: number, of: number) => void;

export interface ReadJournalOptions {
  readonly fileSystem: FileSystem;
  readonly progress: string;
  readonly now: Instant;
  /** Reads only what came after it. */
  readonly since?: Watermark;
  /** Gets each segment as it is read, and the reading has none: a million entries are better not held at once. */
  readonly take?: (segment: JournalReading['segments'][number]) => void;
  /** Hears how many of how many files were read. */
  readonly onFile?: OnFile | undefined;
  /**
   * How much is looked at: `all` looks at every file's length even in folders that seem unchanged, `recent` passes over
   * the folders of past years in which every file is closed.
   */
  readonly reach?: 'all' | 'changed' | 'recent';
}

/** Coarse file systems keep times to two seconds: a folder changed within them may change again unnoticed. */
const coarseTime = 2 * second;
/** Bytes; a JavaScript string cannot hold more than 512 MiB. */
const largestFile = 400 * 1024 * 1024;
const lineEnd = 0x0a;
/** What the last byte that was read must be: a line end, or the brace of a sound line that lost its end. */
const recordEnds: readonly number[] = [lineEnd, 0x7d];

interface Walk {
  readonly options: ReadJournalOptions;
  readonly marks: ReadonlyMap<string, FolderMark>;
  readonly take: (segment: JournalReading['segments'][number]) => void;
  readonly problems: Map<string, JournalProblem>;
  readonly watermark: FolderMark[];
  /** Called before each file. */
  readonly onFile: () => void;
  newer: boolean;
}

/**
 * Reads the journals of all devices: every `*.jsonl` below the progress folder, conflict copies among them, folder by
 * folder, each in the order of its names. Damage is counted and never repaired; a folder that is missing is an empty
 * journal. Entries may come twice (copies, retries): the union by id is the caller's. Throws when the progress folder
 * itself cannot be read.
 */
export function readJournal(options: ReadJournalOptions): JournalReading {
  const segments: JournalReading['segments'][number][] = [];
  const walk: Walk = {
    options,
    marks: new Map((options.since ?? []).map((mark) => [mark.folder, mark])),
    take: options.take ?? ((segment) => segments.push(segment)),
    problems: new Map(),
    watermark: [],
    onFile: options.onFile === undefined ? () => {} : counted(options, options.onFile),
    newer: false,
  };
  try {
    options.fileSystem.status(options.progress);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return { segments: [], problems: [], watermark: [], newer: false };
  }
  readFolder(walk, '');
  const { watermark, newer } = walk;
  const problems = [...walk.problems.values()].filter((problem) => !isMended(walk, problem));
  return { segments, problems, watermark, newer };
}

/** Damage of which the copies beside it have everything, as after a repair, costs nothing any more. */
function isMended(walk: Walk, { flaw, file }: JournalProblem): boolean {
  const folder = file.slice(0, Math.max(file.lastIndexOf('/'), 0));
  const files = walk.watermark.find((mark) => mark.folder === folder)?.files ?? [];
  const read = (path: string): string =>
    attempt(walk, path, () => readBytes(walk.options, path, 0).toString('utf8')) ?? '';
  const beside = files.map((mark) => (folder === '' ? mark.file : `${folder}/${mark.file}`));
  return isMadeGood(flaw, file, beside, read);
}

function counted({ fileSystem, progress }: ReadJournalOptions, onFile: OnFile): () => void {
  const total = countJournalFiles(fileSystem, progress);
  let done = 0;
  return () => onFile(done++, total);
}

function report(walk: Walk, flaw: JournalFlaw, file: string, line: number): void {
  const key = `${flaw}\n${file}`;
  const known = walk.problems.get(key);
  walk.problems.set(key, {
    flaw,
    file: raw(file),
    line: known?.line ?? line,
    count: (known?.count ?? 0) + 1,
  });
}

/** Whatever cannot be looked at is reported, and reading goes on. */
function attempt<T>(walk: Walk, path: string, look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (errorCode(error) === '') throw error;
    if (errorCode(error) !== 'ENOENT') report(walk, 'unreadable', path, 0);
    return undefined;
  }
}

function readFolder(walk: Walk, folder: string): void {
  const { fileSystem, progress, now, reach } = walk.options;
  const mark = walk.marks.get(folder);
  const below = (names: readonly string[]): void => {
    for (const name of names) readFolder(walk, folder === '' ? name : `${folder}/${name}`);
  };
  const isLeft = mark !== undefined && reach === 'recent' && isPast(mark, now);
  const status = isLeft ? undefined : attempt(walk, folder, () => fileSystem.status(join(progress, folder)));
  const unchanged = mark !== undefined && mark.modified === status?.modified && reach !== 'all';
  if (isLeft || (unchanged && mark.isSettled)) {
    walk.watermark.push(mark);
    below(foldersIn(walk, folder));
    return;
  }
  if (status?.kind !== 'folder') return;
  const names = unchanged ? [] : attempt(walk, folder, () => listInOrder(fileSystem, join(progress, folder)));
  const files = unchanged ? readKnown(walk, folder, mark) : readListed(walk, folder, names ?? [], mark);
  const trusted = now - status.modified > coarseTime && names !== undefined && !files.includes(undefined);
  const modified = trusted ? status.modified : -1;
  const found = (
    files.includes(undefined) ? files.filter((file) => file !== undefined) : files
  ) as readonly FileMark[];
  walk.watermark.push({ folder, modified, files: found, isSettled: found.every(isSettled) });
  below(
    unchanged ? foldersIn(walk, folder) : (names ?? []).filter(isJournalFolder).map((found) => found.name),
  );
}

/** The files of an unchanged folder: only those that may still grow are looked at. */
function readKnown(walk: Walk, folder: string, { files }: FolderMark): readonly (FileMark | undefined)[] {
  const now = files.map((file) => (file.closed ? file : readFile(walk, folder, file.file, file)));
  return now.every((file, i) => file === files[i]) ? files : now;
}

function readListed(
  walk: Walk,
  folder: string,
  names: readonly Listed[],
  mark: FolderMark | undefined,
): readonly (FileMark | undefined)[] {
  const known = new Map((mark?.files ?? []).map((file) => [file.file, file]));
  return names.filter(isJournalFile).map(({ name }) => {
    walk.onFile();
    return readFile(walk, folder, name, known.get(name));
  });
}

/** The folders in an unchanged folder, from the marks. */
function foldersIn(walk: Walk, folder: string): readonly string[] {
  const below = folder === '' ? '' : `${folder}/`;
  return [...walk.marks.keys()]
    .filter((path) => path !== '' && path.startsWith(below) && !path.slice(below.length).includes('/'))
    .map((path) => path.slice(below.length));
}

function readFile(
  walk: Walk,
  folder: string,
  name: string,
  mark: FileMark | undefined,
): FileMark | undefined {
  const { fileSystem, progress, now } = walk.options;
  const path = folder === '' ? name : `${folder}/${name}`;
  const status = attempt(walk, path, () => fileSystem.status(join(progress, path)));
  if (status?.kind !== 'file') return undefined;
  const closed = now - status.modified > restedFile;
  if (mark !== undefined && status.size === mark.length)
    return mark.closed === closed ? mark : { ...mark, closed };
  if (status.size > largestFile) {
    report(walk, 'unreadable', path, 0);
    return undefined;
  }
  return attempt(walk, path, () => readLines(walk, path, name, mark, status, closed));
}

function readLines(
  walk: Walk,
  path: string,
  name: string,
  mark: FileMark | undefined,
  status: FileStatus,
  closed: boolean,
): FileMark {
  if (mark !== undefined && status.size < mark.length) report(walk, 'watermark-short', path, 0);
  const known = mark !== undefined && mark.length > 0 && status.size > mark.length ? mark : undefined;
  const position = known === undefined ? 0 : known.length - 1;
  const bytes = readBytes(walk.options, path, position);
  if (known !== undefined && !recordEnds.includes(bytes[0] ?? 0)) {
    report(walk, 'watermark-short', path, 0);
    return readLines(walk, path, name, undefined, status, closed);
  }
  const from: SegmentPlace = known ?? placeFromName(path);
  const text = bytes.toString('utf8', known === undefined ? 0 : 1);
  const { segments, place, torn } = readSegments(text, from, (flaw, line) => {
    report(walk, flaw, path, line);
  });
  for (const segment of segments) walk.take({ ...segment, file: raw(path) });
  if (place.newer) walk.newer = true;
  const length = position + (torn ? bytes.lastIndexOf(lineEnd) + 1 : bytes.length);
  return { ...place, file: name, length, closed };
}

function readBytes({ fileSystem, progress }: ReadJournalOptions, path: string, position: number): Buffer {
  const file = fileSystem.open(join(progress, path));
  try {
    return fileSystem.readFrom(file, position);
  } finally {
    fileSystem.close(file);
  }
}
