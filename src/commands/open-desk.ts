import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Collection } from '../core/decks/collection.ts';
import type { Entry, Happening, MemoryRef } from '../core/history/entry.ts';
import { lastEventOf } from '../core/history/last-event.ts';
import type { Progress } from '../core/history/progress.ts';
import type { Instant, Minutes } from '../core/schedule/time.ts';
import { correctionsOf } from '../core/session/card-record.ts';
import { buildLibrary, type Library } from '../core/session/library.ts';
import { openSession } from '../core/session/open-session.ts';
import { makeOverview } from '../core/session/overview.ts';
import { recogniseCards } from '../core/session/recognise-cards.ts';
import type { Session, SessionPlan } from '../core/session/session.ts';
import { UserError } from '../core/user-error.ts';
import { createFileJournal } from '../storage/file-journal.ts';
import { diskFileSystem, errorCode } from '../storage/file-system.ts';
import type { Journal } from '../storage/journal.ts';
import type { Locations } from '../storage/locations.ts';
import { readDevice } from '../storage/read-device.ts';
import type { JournalProblem } from '../storage/read-journal.ts';
import type { RecordedProgress } from '../storage/recorded-progress.ts';
import { checkpointIdle, checkpointReviews } from '../storage/state-store.ts';
import type { System } from '../system.ts';
import { examPlanOf } from './library-exams.ts';
import { decksWithout, newerProgress, openProgress } from './open-progress.ts';
import { lastUndoable, refOfEntry, type Undoable } from './undoable.ts';

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
  lastUndoable(): Undoable | undefined;
  /** What was wrong with the journal when it was read. */
  readonly flaws: readonly JournalProblem[];
  /** The stored state was damaged, and has been computed anew from the journal. */
  readonly rebuilt: boolean;
  /** How many edited cards were recognised since the desk was opened; their progress moved along. */
  readonly recognised: number;
  /** Reads the progress of all cards, for questions that go over decks. */
  needCards(): void;
  /** Reads the whole journal, for questions about single answers of the past. */
  needHistory(): void;
  /** Writes what can be rebuilt. It never fails: nothing is lost without it. */
  rest(): Promise<void>;
  close(): Promise<void>;
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
  private readonly recorded: RecordedProgress;
  private currentLibrary: Library;
  private lang: string;
  /** For which decks edited cards were looked for. */
  private looked: { readonly library: Library; readonly unread: number } | undefined;
  recognised = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(options: DeskOptions) {
    this.options = options;
    this.lang = options.lang;
    const { locations, version } = options;
    this.recorded = openProgress(options);
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

  get flaws(): readonly JournalProblem[] {
    return this.recorded.flaws;
  }

  get rebuilt(): boolean {
    return this.recorded.doubt === 'quarantined' || this.recorded.doubt === 'stale';
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
    return this.recorded.progress;
  }

  needCards(): void {
    this.recognise();
  }

  needHistory(): void {
    this.recorded.needHistory();
  }

  overview(): ReturnType<typeof makeOverview> {
    const now = this.now();
    this.recognise();
    return makeOverview(this.currentLibrary, this.progress(), now, this.options.system.tz(now));
  }

  openSession(plan: SessionPlan): Session {
    this.refresh();
    this.recognise(plan.filter.decks.length === 0 ? undefined : plan.filter.decks);
    this.recordCorrections();
    const source = {
      library: () => this.currentLibrary,
      progress: () => this.progress(),
      tz: this.options.system.tz,
      lang: () => this.lang,
      seed: this.options.system.seed,
      lastUndoable: () => this.lastUndoable(),
      dayPlan: (at: Instant) => examPlanOf(this, at)?.day,
      refOf: (entry: string): MemoryRef | undefined => refOfEntry(this.recorded.newestEntries(), entry),
    };
    return openSession(source, plan, this.now());
  }

  append(happenings: readonly Happening[]): readonly Entry[] {
    if (this.recorded.newer) throw newerProgress();
    const now = this.now();
    const last = lastEventOf(happenings, this.progress(), now);
    const moment = {
      now,
      tz: this.options.system.tz(now),
      ...(last === undefined ? {} : { lastOfCard: last }),
    };
    return this.took(this.journal.append(happenings, moment));
  }

  retry(entries: readonly Entry[]): readonly Entry[] {
    return this.took(this.journal.retry(entries));
  }

  refresh(): boolean {
    try {
      return this.recorded.refresh();
    } catch (error) {
      // What others recorded can wait; our own records say themselves when the disk refuses them.
      if (errorCode(error) === '') throw error;
      return false;
    }
  }

  reload(): void {
    this.currentLibrary = buildLibrary(this.options.readCollections());
    this.recognise([]);
  }

  raiseNewLimit(): void {
    this.append([{ kind: 'parameters', newPerDay: this.progress().parameters.newPerDay + 10 }]);
  }

  lastUndoable(): Undoable | undefined {
    return lastUndoable(this.recorded.newestEntries(), this.progress().moves);
  }

  rest(): Promise<void> {
    clearTimeout(this.idle);
    return this.recorded.write().catch((error: unknown) => {
      if (errorCode(error) === '') throw error;
    });
  }

  close(): Promise<void> {
    const written = this.rest();
    this.journal.close();
    return written;
  }

  private took(entries: readonly Entry[]): readonly Entry[] {
    this.recorded.take(entries);
    clearTimeout(this.idle);
    if (this.recorded.unwritten >= checkpointReviews) void this.rest();
    else this.idle = setTimeout(() => void this.rest(), checkpointIdle).unref();
    return entries;
  }

  /** Reads the progress of these decks, or of all, and lets edited cards keep theirs, once for each state of the decks. */
  private recognise(decks?: readonly string[]): void {
    const { recorded, currentLibrary: library } = this;
    recorded.need(decks && [...decks, ...decksWithout(library, this.progress().journal.missingDecks)]);
    const missing = this.progress().journal.missingDecks;
    if (this.looked?.library === library && this.looked.unread === missing.size) return;
    this.looked = { library, unread: missing.size };
    const { cards, happenings } = recogniseCards(library, this.progress(), this.now());
    if (cards > 0 && missing.size > 0) this.recognise();
    else if (this.note(happenings)) this.recognised += cards;
  }

  /** A corrected card is due once. */
  private recordCorrections(): void {
    this.note(correctionsOf(this.currentLibrary.items.values(), this.progress(), this.now()));
  }

  /** Records what the program found by itself. That it cannot be recorded is no reason not to study. */
  private note(happenings: readonly Happening[]): boolean {
    if (happenings.length === 0) return false;
    try {
      this.append(happenings);
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return false;
    }
  }
}
