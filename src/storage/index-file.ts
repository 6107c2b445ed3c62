import { closeSync, constants, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readCached } from './cache-file.ts';
import { doubled, halved } from './doubled.ts';
import type { FileStamp } from './file-stamp.ts';
import { diskFileSystem } from './file-system.ts';
import { decodeRecord, type GroupRecord } from './group-record.ts';
import { makeFolders } from './make-folders.ts';

const { O_APPEND, O_CREAT, O_RDONLY, O_WRONLY } = constants;
/** Opens a pipe that stands in a file's place without waiting for its other end. Missing on Windows. */
const unwaiting = constants.O_NONBLOCK ?? 0;

/** What is known of a collection's files. Plain JSON. */
export interface IndexHead {
  /** The index's format and the build that wrote it: another one parses everything anew. */
  readonly writer: string;
  readonly root: string;
  /** The text of `.kartei.yaml`, and what follows from it. */
  readonly settings: string | null;
  readonly name: string | null;
  readonly ignore: readonly string[];
  readonly settingsErrors: number;
  /** The file with the records of the groups' cards, beside this one. */
  readonly records: string;
  readonly groups: readonly IndexedGroup[];
}

/** Files that belong together: a deck and its translations. */
export interface IndexedGroup {
  /** What their paths have in common (`pathsByStem`). */
  readonly stem: string;
  readonly files: readonly FileStamp[];
  /** Of the files' contents. */
  readonly hash: string;
  readonly exams: readonly string[];
  /** Paths of files of which something could not be loaded. */
  readonly errors: readonly string[];
  readonly decks: readonly GroupDeck[];
  /** Where the record of its cards stands; set when it is written. */
  place: RecordPlace;
}

export interface GroupDeck {
  readonly id: string;
  readonly title: string;
  readonly titles: readonly (readonly [lang: string, title: string])[];
  readonly askable: number;
  /** Below the root: the base first. */
  readonly paths: readonly string[];
}

/** Bytes in the file of records. */
export type RecordPlace = readonly [offset: number, length: number];

/** The index of a collection as it was written, if it was written by this build for this root. */
export function readIndexHead(path: string, root: string, writer: string): IndexHead | undefined {
  const head = readCached(path) as IndexHead | undefined;
  return head?.root === root && head.writer === writer ? head : undefined;
}

/** Bytes that are read at once by who reads one record after the other. */
const window = 256 * 1024;

/** The file of records. It only grows; another one takes its place when most of it is waste. */
export class RecordFile {
  readonly path: string;
  private bytes: Buffer = Buffer.alloc(0);
  private start = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** What is kept of a group's cards; `undefined` when it is not what was written, or not of this group. */
  read({ hash, place: [offset, length] }: IndexedGroup): GroupRecord | undefined {
    try {
      if (offset < this.start || offset + length > this.start + this.bytes.length) this.fill(offset, length);
      const record = this.bytes.subarray(offset - this.start, offset - this.start + length);
      return decodeRecord(hash, halved(record) ?? '');
    } catch {
      // Missing, cut or foreign: the deck is read instead.
      return undefined;
    }
  }

  private fill(offset: number, length: number): void {
    const file = openSync(this.path, O_RDONLY | unwaiting);
    try {
      const goesOn = this.start < offset && offset <= this.start + this.bytes.length;
      const bytes = Buffer.allocUnsafe(goesOn ? Math.max(window, length) : length);
      this.bytes = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset));
      this.start = offset;
    } finally {
      closeSync(file);
    }
  }
}

/** Appends records and gives their places. Another window may append meanwhile: then they are not found. */
export function appendRecords(path: string, texts: readonly string[]): readonly RecordPlace[] {
  makeFolders(diskFileSystem, dirname(path));
  const file = openSync(path, O_WRONLY | O_CREAT | O_APPEND | unwaiting, 0o600);
  try {
    let offset = fstatSync(file).size;
    const records = texts.map(doubled);
    const places = records.map((record): RecordPlace => {
      offset += record.length;
      return [offset - record.length, record.length];
    });
    writeFileSync(file, Buffer.concat(records));
    return places;
  } finally {
    closeSync(file);
  }
}

export type IndexedSettings = Pick<IndexHead, 'settings' | 'name' | 'ignore' | 'settingsErrors'>;

export const settingsOf = ({ settings, name, ignore, settingsErrors }: IndexedSettings): IndexedSettings => ({
  settings,
  name,
  ignore,
  settingsErrors,
});
