import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Collection } from '../core/decks/collection.ts';
import type { Entry, Happening, MemoryRef } from '../core/history/entry.ts';
import { mergeEntries } from '../core/history/merge.ts';
import type { Progress } from '../core/history/progress.ts';
import { applyEntries, replay } from '../core/history/replay.ts';
import type { Instant, Minutes } from '../core/schedule/time.ts';
import { correctionsOf } from '../core/session/card-record.ts';
import { buildLibrary, type Library } from '../core/session/library.ts';
import { openSession } from '../core/session/open-session.ts';
import { makeOverview } from '../core/session/overview.ts';
import type { Session, SessionPlan } from '../core/session/session.ts';
import { clean, raw, shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { createFileJournal } from '../storage/file-journal.ts';
import { diskFileSystem } from '../storage/file-system.ts';
import type { Journal } from '../storage/journal.ts';
import type { Locations } from '../storage/locations.ts';
import { readDevice } from '../storage/read-device.ts';
import { type JournalReading, readJournal, type Watermark } from '../storage/read-journal.ts';
import type { System } from '../system.ts';
import { lastUndoable, refOfEntry } from './undoable.ts';

/** Progress and decks, opened: what the interactive screens and the plain commands both stand on. */
export interface OpenDesk {
  readonly now: () => Instant;
  library(): Library;
  progress(): Progress;
  overview(): ReturnType<typeof makeOverview>;
  openSession(plan: SessionPlan): Session;
  append(happenings: readonly Happening[]): readonly Entry[];
  retry(entries: readonly Entry[]): readonly Entry[];
  refresh(): boolean;
  reload(): void;
  /** The language in which cards are asked from now on. */
  speak(lang: string): void;
  readonly tz: (at: Instant) => Minutes;
  raiseNewLimit(): void;
  lastUndoable(): Entry | undefined;
  /** What was wrong with the journal when it was read. */
  readonly flaws: JournalReading['problems'];
  /** Writes what can be rebuilt, at leisure. */
  rest(): void;
  close(): void;
}

export interface DeskOptions {
  readonly system: System;
  readonly version: string;
  readonly locations: Locations;
  readonly readCollections: () => readonly Collection[];
  readonly lang: string;
}

/** Opens the decks and the progress of all devices. Throws a `UserError` when the progress cannot be read. */
export function openDesk(options: DeskOptions): OpenDesk {
  return new FileDesk(options);
}

const randomHex = (): string => randomBytes(4).toString('hex');

class FileDesk implements OpenDesk {
  private readonly options: DeskOptions;
  private readonly journal: Journal;
  private readonly recent: Entry[];
  private watermark: Watermark;
  private readonly isNewer: boolean;
  private currentLibrary: Library;
  private currentProgress: Progress;
  private lang: string;
  readonly flaws: JournalReading['problems'];

  constructor(options: DeskOptions) {
    this.options = options;
    this.lang = options.lang;
    const { system, locations, version } = options;
    const reading = this.read();
    this.flaws = reading.problems;
    this.isNewer = reading.newer;
    this.watermark = reading.watermark;
    this.recent = [...mergeEntries(reading.segments)];
    this.currentProgress = replay(this.recent, { now: system.now() });
    this.currentLibrary = buildLibrary(options.readCollections());
    const device = readDevice({
      fileSystem: diskFileSystem,
      state: locations.state,
      host: hostname(),
      randomHex,
    });
    this.journal = createFileJournal({
      fileSystem: diskFileSystem,
      progress: locations.progress,
      device,
      app: version,
      randomHex,
    });
  }

  readonly now = (): Instant => this.options.system.now();

  readonly tz = (at: Instant): Minutes => this.options.system.tz(at);

  speak(lang: string): void {
    this.lang = lang;
  }

  library(): Library {
    return this.currentLibrary;
  }

  progress(): Progress {
    return this.currentProgress;
  }

  overview(): ReturnType<typeof makeOverview> {
    const now = this.now();
    return makeOverview(this.currentLibrary, this.currentProgress, now, this.options.system.tz(now));
  }

  openSession(plan: SessionPlan): Session {
    this.recordCorrections();
    const source = {
      library: () => this.currentLibrary,
      progress: () => this.currentProgress,
      tz: this.options.system.tz,
      lang: () => this.lang,
      seed: this.options.system.seed,
      lastUndoable: () => this.lastUndoable(),
      refOf: (entry: string): MemoryRef | undefined => refOfEntry(this.recent, entry),
    };
    return openSession(source, plan, this.now());
  }

  append(happenings: readonly Happening[]): readonly Entry[] {
    if (this.isNewer) throw newerProgress();
    const now = this.now();
    return this.took(this.journal.append(happenings, { now, tz: this.options.system.tz(now) }));
  }

  retry(entries: readonly Entry[]): readonly Entry[] {
    return this.took(this.journal.retry(entries));
  }

  refresh(): boolean {
    const reading = this.read(this.watermark);
    this.watermark = reading.watermark;
    const known = new Set(this.recent.map((entry) => entry.id));
    const entries = [...mergeEntries(reading.segments)].filter((entry) => !known.has(entry.id));
    this.took(entries);
    return entries.length > 0;
  }

  reload(): void {
    this.currentLibrary = buildLibrary(this.options.readCollections());
  }

  raiseNewLimit(): void {
    this.append([{ kind: 'parameters', newPerDay: this.currentProgress.parameters.newPerDay + 10 }]);
  }

  lastUndoable(): Entry | undefined {
    return lastUndoable(this.recent);
  }

  rest(): void {}

  close(): void {
    this.journal.close();
  }

  private took(entries: readonly Entry[]): readonly Entry[] {
    this.recent.push(...entries);
    this.currentProgress = applyEntries(this.currentProgress, entries, this.now());
    return entries;
  }

  /** A corrected card is due once. That it cannot be recorded is no reason not to study. */
  private recordCorrections(): void {
    const corrections = correctionsOf(this.currentLibrary.items.values(), this.currentProgress, this.now());
    if (corrections.length === 0) return;
    try {
      this.append(corrections);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }

  private read(since?: Watermark): JournalReading {
    const { locations, system } = this.options;
    try {
      const from = since === undefined ? {} : { since };
      return readJournal({
        fileSystem: diskFileSystem,
        progress: locations.progress,
        now: system.now(),
        ...from,
      });
    } catch (error) {
      const why = clean(raw(error instanceof Error ? error.message : String(error)));
      throw new UserError(
        shown`The progress in ${clean(raw(locations.progress))} cannot be read: ${why}`,
        shown`Nothing is lost. Make the folder readable, or name another one with --progress.`,
      );
    }
  }
}

const newerProgress = (): UserError =>
  new UserError(
    shown`The progress was written by a newer kartei; nothing is recorded until the program is updated.`,
    shown`Update kartei: npm i -g kartei`,
  );
