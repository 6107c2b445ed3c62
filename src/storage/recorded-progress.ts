import type { CardProgress } from '../core/history/card-progress.ts';
import { changedDecks } from '../core/history/changed-decks.ts';
import { type DeckCheckpoint, decodeProgress, waitingEntries } from '../core/history/checkpoint.ts';
import { decksOfEntry } from '../core/history/decks-of-entry.ts';
import type { Entry } from '../core/history/entry.ts';
import { addCards, addDecks } from '../core/history/further-cards.ts';
import { mergeEntries } from '../core/history/merge.ts';
import type { Progress } from '../core/history/progress.ts';
import { applyEntries, Replay } from '../core/history/replay.ts';
import type { Instant } from '../core/schedule/time.ts';
import type { FileSystem } from './file-system.ts';
import { FlawsToTell } from './flaws-to-tell.ts';
import { LooksAround } from './looks-around.ts';
import { NewestRecorded } from './newest-recorded.ts';
import {
  type Derived,
  deckKeysIn,
  decksToRead,
  readDeckStates,
  readProgressState,
  readStoredSoonest,
  type StateDoubt,
  type StoredSummary,
  writeProgressState,
} from './progress-state.ts';
import { type JournalReading, type ReadJournalOptions, readJournal } from './read-journal.ts';
import type { Segment } from './read-segments.ts';
import type { Json } from './state-envelope.ts';
import type { StateStore } from './state-store.ts';
import { isCut, type Watermark } from './watermark.ts';

export interface RecordedProgressOptions {
  readonly fileSystem: FileSystem;
  /** The folder of all devices' progress. */
  readonly progress: string;
  readonly store: StateStore;
  readonly now: () => Instant;
  /** Hears of a replay of the whole journal, which may take seconds. */
  readonly onReplay?: (done: number, of: number) => void;
}

/**
 * What all devices recorded, from the stored state and the journal's tail after it, or from the whole journal when
 * there is any doubt. Throws the system's error when the progress folder cannot be read.
 */
export class RecordedProgress {
  private readonly options: RecordedProgressOptions;
  private value: Progress;
  private watermark: Watermark = [];
  private readonly looks: LooksAround;
  private writing: Promise<void> = Promise.resolve();
  private readonly newest = new NewestRecorded();
  /** What the stored state holds, as far as it was read; `undefined` when all of it must be written. */
  private stored: Progress | undefined;
  /** Entries that the stored state does not have. */
  unwritten = 0;
  /** The counts of the stored state, and the progress that the newest counts were taken from. */
  storedCounts: Json | undefined;
  counted: Progress | undefined;
  readonly flaws = new FlawsToTell();
  /** Why the whole journal had to be read. */
  doubt: StateDoubt | undefined;

  constructor(options: RecordedProgressOptions) {
    this.options = options;
    this.looks = new LooksAround(options.now());
    const state = readProgressState(options.store, options.progress, options.now());
    this.value = (typeof state === 'string' ? this.doubted(state) : this.goOn(state)) ?? this.replayAll();
  }

  /** Cards of decks that nobody needed yet are missing in it. */
  get progress(): Progress {
    return this.value;
  }

  /** Nothing was ever recorded of any card. */
  get isEmpty(): boolean {
    const { cards, journal } = this.value;
    return journal.missingDecks.size === 0 && cards.values().next().done === true;
  }

  /** A newer program wrote here: nothing may be recorded before the update. */
  get newer(): boolean {
    return this.watermark.some((folder) => !folder.isSettled && folder.files.some((file) => file.newer));
  }

  /** The newest entries, oldest first. */
  newestEntries(): readonly Entry[] {
    return this.newest.entries();
  }

  /** Reads the journal for more of the newest entries; false when they were all there. */
  reachBack(): boolean {
    const take = ({ entries }: Segment): void => {
      for (const entry of entries) this.newest.add(entry);
    };
    return this.newest.reachBack(() => this.read({ take }));
  }

  /** Reads what the state holds of these decks; all of them when none are named. */
  need(keys?: Iterable<string>): void {
    const missing = this.value.journal.missingDecks;
    if (missing.size === 0) return;
    const wanted = keys === undefined ? [...missing] : [...new Set(keys)].filter((key) => missing.has(key));
    if (wanted.length === 0) return;
    const decks = this.readDecks(wanted);
    const isRead = decks !== undefined && this.extend((progress) => addDecks(progress, decks));
    if (!isRead) this.value = this.readAgain() ?? this.replayAll();
  }

  /** What was stored for sessions to begin with. */
  storedSoonest(): Json {
    return readStoredSoonest(this.options.store);
  }

  /** Has these cards of decks that nobody has read; more of such a deck is read when it is needed. */
  addCards(cards: readonly CardProgress[]): void {
    this.extend((progress) => addCards(progress, cards));
  }

  /** Adds what was read. While nothing was recorded, the three are one and stay one: what was only read has not changed. */
  private extend(add: (progress: Progress) => Progress | undefined): boolean {
    const value = add(this.value);
    if (value === undefined) return false;
    const extended = (progress: Progress | undefined): Progress | undefined =>
      progress === this.value ? value : progress && add(progress);
    this.stored = extended(this.stored);
    this.counted = extended(this.counted);
    this.value = value;
    return true;
  }

  /** Another window may have stored a newer state: all of it is read then, for nobody knows what it changed. */
  private readAgain(): Progress | undefined {
    const { store, progress, now } = this.options;
    const state = readProgressState(store, progress, now());
    if (typeof state === 'string') return undefined;
    const value = this.goOn(state, deckKeysIn(state.summary));
    if (value !== undefined) this.doubt = undefined;
    return value;
  }

  /** Reads the whole journal, for questions about single events of the past. */
  needHistory(): void {
    if (!this.value.journal.complete) this.value = this.replayAll();
  }

  /** Takes in what this process has recorded, or what was found in the journal. */
  take(entries: readonly Entry[]): void {
    this.need(entries.flatMap(decksOfEntry));
    const fresh = entries.filter(({ id }) => !this.value.journal.subjects.has(id));
    for (const entry of fresh) this.newest.add(entry);
    this.unwritten += fresh.length;
    const next = applyEntries(this.value, fresh, this.options.now());
    this.value = next.stale ? this.replayAll() : next;
  }

  /** Takes in what other windows and machines recorded; true when there was something. */
  refresh(): boolean {
    const before = this.value;
    const reading = this.read({ since: this.watermark, reach: this.looks.next(this.options.now()) });
    if (isCut(this.watermark, reading)) {
      this.options.store.setAside();
      this.value = this.replayAll();
      return true;
    }
    this.watermark = reading.watermark;
    this.flaws.add(reading.problems);
    const entries = mergeEntries(reading.segments).filter(({ id }) => !before.journal.subjects.has(id));
    if (entries.length > 0) this.take(entries);
    return entries.length > 0;
  }

  /** Writes the state, with what is derived from it. It never fails: nothing is lost without it. */
  write(derive: () => Derived = () => ({ counts: null, soonest: null })): Promise<void> {
    this.writing = this.writing.then(() => this.writeOnce(derive));
    return this.writing;
  }

  private async writeOnce(derive: () => Derived): Promise<void> {
    if (this.newer) return;
    // What this process recorded since must lie before the watermark, or it would be counted twice.
    this.refresh();
    const derived = derive();
    const { value, watermark, unwritten } = this;
    const state = { watermark, newest: this.newest.last(), ...derived, untold: this.flaws.untold };
    const { store, progress } = this.options;
    const changed = changedDecks(this.stored, value);
    if (!(await writeProgressState(store, progress, value, changed, state))) return;
    this.stored = value;
    this.flaws.stored(state.untold);
    this.unwritten -= unwritten;
  }

  private doubted(doubt: StateDoubt): undefined {
    this.doubt = doubt;
    return undefined;
  }

  /** `wanted`: decks to read even if no entry after the watermark names them. */
  private goOn(
    { summary, watermark, newest, counts, untold }: StoredSummary,
    wanted: readonly string[] = [],
  ): Progress | undefined {
    const reading = this.read({ since: watermark });
    if (isCut(watermark, reading)) {
      this.options.store.setAside();
      return this.doubted('stale');
    }
    const tail = mergeEntries(reading.segments);
    const decks = this.readDecks(decksToRead(summary, tail, wanted));
    const now = this.options.now();
    const stored = decks && decodeProgress(summary, decks, now);
    if (stored === undefined) return this.doubted(this.doubt ?? 'stale');
    const progress = applyEntries(applyEntries(stored, waitingEntries(summary), now), tail, now);
    if (progress.stale) return undefined;
    this.watermark = reading.watermark;
    this.flaws.begin(untold, reading.problems);
    this.newest.begin(newest);
    this.stored = stored;
    this.counted = stored;
    this.storedCounts = counts ?? undefined;
    for (const entry of tail) this.newest.add(entry);
    this.unwritten = tail.length;
    return progress;
  }

  private readDecks(keys: Iterable<string>): readonly DeckCheckpoint[] | undefined {
    const decks = readDeckStates(this.options.store, keys);
    return typeof decks === 'string' ? this.doubted(decks) : decks;
  }

  private replayAll(): Progress {
    const { now, onReplay } = this.options;
    const replay = new Replay({ now: now(), onProgress: onReplay });
    this.newest.begin();
    this.stored = undefined;
    this.unwritten = 0;
    const take = ({ entries }: Segment): void => {
      for (const entry of entries) if (replay.add(entry)) this.newest.add(entry);
      this.unwritten += entries.length;
    };
    const { watermark, problems } = this.read({ take, onFile: onReplay });
    this.watermark = watermark;
    this.flaws.begin([], problems);
    return replay.end();
  }

  private read(how: Pick<ReadJournalOptions, 'since' | 'take' | 'onFile' | 'reach'>): JournalReading {
    const { fileSystem, progress, now } = this.options;
    return readJournal({ fileSystem, progress, now: now(), ...how });
  }
}
