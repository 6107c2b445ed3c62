import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexedCollection } from '../core/decks/indexed-deck.ts';
import { type Instant, second } from '../core/schedule/time.ts';
import { crc32Hex } from '../core/text/hash.ts';
import { raw } from '../core/text/shown.ts';
import { writeCached } from './cache-file.ts';
import { defaultCollectionName } from './collection-name.ts';
import { deckReader } from './deck-reader.ts';
import type { FileStamp } from './file-stamp.ts';
import { errorCode } from './file-system.ts';
import { findStaleGroups, stampFiles } from './find-stale-groups.ts';
import { encodeRecord, type GroupRecord } from './group-record.ts';
import {
  appendRecords,
  type IndexedGroup,
  type IndexedSettings,
  type IndexHead,
  RecordFile,
  readIndexHead,
  settingsOf,
} from './index-file.ts';
import { indexedDecks } from './indexed-decks.ts';
import { readIndexedSettings, settingsText } from './indexed-settings.ts';
import type { FileReadings } from './read-deck-files.ts';
import { walkCollection } from './walk-collection.ts';

export interface DeckIndexOptions {
  /** `Locations.cache` */
  readonly cache: string;
  /** Names the build: what another one made of the decks is not believed. */
  readonly build: string;
  readonly now: () => Instant;
  /** Hears how many of how many groups of files were looked at, when some must be parsed. */
  readonly onParse?: ((done: number, of: number) => void) | undefined;
}

const indexFormat = 4;
/** A file changed so short a time ago may change again within the same tick of its clock. */
const freshFile = 2 * second;
/** Bytes. */
const wasteAllowed = 1024 * 1024;

/** The files of a collection as they are now, beside what is known of them. */
interface Look {
  readonly settings: IndexedSettings;
  readonly stamps: ReadonlyMap<string, FileStamp>;
  /** Paths that could not be walked. */
  readonly unread: readonly string[];
  readonly kept: readonly IndexedGroup[];
  readonly loose: readonly string[];
}

/**
 * One collection, known from the cache where size, times and inode of its files are those that were indexed, and
 * parsed where they are not. The files are the truth: an index that is gone, damaged or of another build costs time.
 */
export class DeckIndex {
  private readonly root: string;
  private readonly options: DeckIndexOptions;
  private readonly path: string;
  private readonly writer: string;
  private head: IndexHead | undefined;
  private records: RecordFile | undefined;
  /** What was parsed and is not written. */
  private readonly parsed = new Map<IndexedGroup, GroupRecord>();
  private isDirty = false;
  /** What `readWarm` saw, until it is read. */
  private seen: Look | undefined;
  /** What was given out last, unless something of it could not be read. */
  private made: IndexedCollection | undefined;

  constructor(root: string, options: DeckIndexOptions) {
    this.root = root;
    this.options = options;
    this.writer = `${indexFormat} ${options.build}`;
    this.path = join(options.cache, 'decks', `${crc32Hex(root)}.json`);
    this.head = readIndexHead(this.path, root, this.writer);
  }

  /** The collection, unless something must be parsed for it; then `loadDeckReader` comes before `read`. */
  readWarm(): IndexedCollection | undefined {
    const settings = this.knownSettings();
    this.seen = settings && this.look(settings);
    return this.seen?.loose.length === 0 ? this.read() : undefined;
  }

  /**
   * The collection as its files are now, or were when `readWarm` looked at them for it; the very same while none of them
   * has changed.
   */
  read(): IndexedCollection {
    const look = this.seen ?? this.look(this.knownSettings() ?? readIndexedSettings(this.root));
    this.seen = undefined;
    const { settings, loose, unread, kept } = look;
    const isSame =
      settings === this.head && loose.length + unread.length === 0 && kept.length === this.head.groups.length;
    if (isSame && this.made !== undefined) return this.made;
    const made = this.take(look, loose.length === 0 ? [] : this.parse(look));
    this.made = unread.length === 0 ? made : undefined;
    return made;
  }

  /** Writes what was parsed. It never fails: what is not written is parsed again. */
  write(): void {
    const { head } = this;
    if (head === undefined || !this.isDirty) return;
    try {
      const folder = join(this.options.cache, 'decks');
      const records = this.isWasteful(head, folder) ? this.newRecordsName() : head.records;
      const fresh = head.groups.filter((group) => records !== head.records || this.parsed.has(group));
      const texts = fresh.map((group) => encodeRecord(group.hash, this.recordOf(group)));
      const places = appendRecords(join(folder, records), texts);
      fresh.forEach((group, i) => {
        group.place = places[i] ?? group.place;
      });
      this.head = { ...head, records };
      writeCached(this.path, this.head);
      if (records !== head.records) rmSync(join(folder, head.records), { force: true });
      this.parsed.clear();
      this.isDirty = false;
    } catch (error) {
      // Without an index the next start reads the decks themselves.
      if (errorCode(error) === '') throw error;
    }
  }

  /** Whether most of the file of records is of decks that have changed since. */
  private isWasteful({ groups, records }: IndexHead, folder: string): boolean {
    const size = statSync(join(folder, records), { throwIfNoEntry: false })?.size ?? 0;
    return size > wasteAllowed + 2 * groups.reduce((total, { place }) => total + place[1], 0);
  }

  private readonly newRecordsName = (): string =>
    `${crc32Hex(this.root)}-${this.options.now().toString(36)}.cards`;

  private knownSettings(): IndexedSettings | undefined {
    return this.head !== undefined && this.head.settings === settingsText(this.root) ? this.head : undefined;
  }

  private look(settings: IndexedSettings): Look {
    const unread: string[] = [];
    const reportAt = (path: string) => (): void => void unread.push(path);
    const paths = walkCollection(this.root, settings.ignore, reportAt);
    const stamps = stampFiles(this.root, paths);
    return { settings, stamps, unread, ...findStaleGroups(this.head?.groups ?? [], stamps) };
  }

  /** The groups of the loose files; those whose contents are as they were only get new stamps. */
  private parse({ loose, kept, stamps, settings }: Look): readonly IndexedGroup[] {
    const reader = deckReader();
    const name = settings.name ?? defaultCollectionName(this.root);
    const before = new Map((this.head?.groups ?? []).map((group) => [group.stem, group]));
    const byStem = reader.pathsByStem(loose);
    for (const { stem, files } of kept) byStem.get(stem)?.push(...files.map(([path]) => path));
    let done = 0;
    return [...byStem].map(([stem, paths]) => {
      this.options.onParse?.(done++, byStem.size);
      const sorted = paths.sort((a, b) => (a < b ? -1 : 1));
      const read = reader.readFiles(this.root, sorted);
      const hash = reader.hashFiles(read);
      const files = sorted
        .map((path) => stamps.get(path))
        .filter((stamp) => stamp !== undefined)
        .map((stamp) => this.trusted(stamp));
      const old = before.get(stem);
      if (old !== undefined && old.hash === hash) return this.stampedAnew(old, files);
      return this.parsedGroup(name, read, { stem, files, hash });
    });
  }

  private stampedAnew(old: IndexedGroup, files: readonly FileStamp[]): IndexedGroup {
    const group = { ...old, files };
    const unwritten = this.parsed.get(old);
    if (unwritten !== undefined) this.parsed.set(group, unwritten);
    return group;
  }

  private parsedGroup(
    name: string,
    read: FileReadings,
    known: Pick<IndexedGroup, 'stem' | 'files' | 'hash'>,
  ): IndexedGroup {
    const { readDeckGroup, recordDecks, countAskable } = deckReader();
    const { decks, exams, problems } = readDeckGroup(this.root, name, read);
    const record = recordDecks(decks);
    const group: IndexedGroup = {
      ...known,
      exams: exams.map(({ path }) => path),
      errors: problems.flatMap(({ severity, path }) => (severity === 'error' ? [path] : [])),
      decks: decks.map(({ id, base, translations }, i) => ({
        id,
        title: base.deck.head.title,
        titles: [...translations].map(([lang, { deck }]) => [lang, deck.head.title] as const),
        askable: countAskable(record.marks[i] ?? []),
        paths: [base, ...translations.values()].map(({ path }) => path),
      })),
      place: [0, 0],
    };
    this.parsed.set(group, record);
    return group;
  }

  /** A stamp that no file has, for one that may change once more without changing it. */
  private trusted(stamp: FileStamp): FileStamp {
    const [path, size, modified, changed, inode] = stamp;
    const isFresh = this.options.now() - Math.max(modified, changed) < freshFile;
    return isFresh ? [path, size, -1, changed, inode] : stamp;
  }

  private take({ settings, kept, unread }: Look, parsed: readonly IndexedGroup[]): IndexedCollection {
    const renewed = new Set(parsed.map(({ stem }) => stem));
    const groups = [...kept.filter(({ stem }) => !renewed.has(stem)), ...parsed].sort((a, b) =>
      `${a.stem}.md` < `${b.stem}.md` ? -1 : 1,
    );
    this.isDirty ||= settings !== this.head || groups.length !== this.head.groups.length || parsed.length > 0;
    const records = this.head?.records ?? this.newRecordsName();
    this.head = { writer: this.writer, root: this.root, ...settingsOf(settings), records, groups };
    const name = settings.name ?? defaultCollectionName(this.root);
    const errors = [...unread, ...groups.flatMap((group) => group.errors)];
    const { decks, clashes } = indexedDecks(this.root, name, groups, (group) => this.recordOf(group));
    const exams = groups.flatMap((group) =>
      group.exams.map((path) => ({ path: raw(path), absolutePath: join(this.root, path) })),
    );
    const errorCount = errors.length + settings.settingsErrors + clashes;
    return { name, root: this.root, decks, exams, errorCount, errors };
  }

  private recordOf(group: IndexedGroup): GroupRecord {
    const known = this.parsed.get(group);
    if (known !== undefined) return known;
    const path = join(this.options.cache, 'decks', this.head?.records ?? '');
    if (this.records?.path !== path) this.records = new RecordFile(path);
    const read = this.records.read(group);
    if (read !== undefined) return read;
    const { readFiles, readDeckGroup, recordDecks } = deckReader();
    const paths = group.files.map(([file]) => file);
    return recordDecks(readDeckGroup(this.root, '', readFiles(this.root, paths)).decks);
  }
}
