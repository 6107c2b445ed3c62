import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { wordSum } from '../core/text/hash.ts';
import type { FileStamp } from './file-stamp.ts';
import { diskFileSystem } from './file-system.ts';
import { decodeRecord, type GroupRecord } from './group-record.ts';
import { makeFolders } from './make-folders.ts';
import { readSummed } from './summed-file.ts';

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
  /** What their paths have in common (`deckNameOf`). */
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

/** Bytes in the file of records, and their check sum. */
export type RecordPlace = readonly [offset: number, length: number, sum: string];

/** The index of a collection as it was written, if it was written by this build for this root. */
export function readIndexHead(path: string, root: string, writer: string): IndexHead | undefined {
  const head = readSummed(path) as IndexHead | undefined;
  return head?.root === root && head.writer === writer ? head : undefined;
}

/** What is kept of a group's cards; `undefined` when it is not what was written. */
export function readRecord(path: string, [offset, length, sum]: RecordPlace): GroupRecord | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.allocUnsafe(length);
      if (readSync(file, bytes, 0, length, offset) !== length) return undefined;
      return wordSum(bytes) === sum ? decodeRecord(bytes.toString('utf8')) : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    // As above: the deck is read instead.
    return undefined;
  }
}

/** Appends records and gives their places. Another window may append meanwhile: then the sums disagree. */
export function appendRecords(path: string, texts: readonly string[]): readonly RecordPlace[] {
  makeFolders(diskFileSystem, dirname(path));
  const file = openSync(path, 'a', 0o600);
  try {
    let offset = fstatSync(file).size;
    const records = texts.map((text) => Buffer.from(text));
    const places = records.map((record): RecordPlace => {
      offset += record.length;
      return [offset - record.length, record.length, wordSum(record)];
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
