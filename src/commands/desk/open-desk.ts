import type { Entry, Happening } from '../../core/history/entry.ts';
import { firstInstantFor } from '../../core/history/first-instant-for.ts';
import type { Progress } from '../../core/history/progress.ts';
import type { Instant, Minutes } from '../../core/schedule/time.ts';
import { type Library, openLibrary, reopenLibrary } from '../../core/session/library.ts';
import type { Overview } from '../../core/session/overview.ts';
import type { Session, SessionPlan } from '../../core/session/session.ts';
import type { Shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { AskedCards } from '../../storage/asked-cards.ts';
import { cardReader, deckReader } from '../../storage/deck-reader.ts';
import { errorCode } from '../../storage/file-system.ts';
import type { GlanceFile } from '../../storage/glance-file.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Locations } from '../../storage/locations.ts';
import type { RecordedProgress } from '../../storage/recorded-progress.ts';
import { checkpointIdle, checkpointReviews } from '../../storage/state-store.ts';
import type { System } from '../../system.ts';
import { ExamClock } from '../../terminal/app/exam-clock.ts';
import type { DeckChoice } from './choose-decks.ts';
import { CountedDecks } from './counted-decks.ts';
import { DailySnapshot } from './daily-snapshot.ts';
import { examPlanOf } from './library-exams.ts';
import { openJournal } from './open-journal.ts';
import { decksWithout, newerProgress, openProgress } from './open-progress.ts';
import type { OpenDesk } from './opened-desk.ts';
import { progressNotices } from './progress-notices.ts';
import { sittingsReader } from './read-sittings.ts';
import { SoonestCards } from './soonest-cards.ts';
import { findUndoable, type Undoable } from './undoable.ts';

export interface DeskOptions {
  readonly system: System;
  readonly version: string;
  readonly locations: Locations;
  readonly choice: Pick<DeckChoice, 'collections' | 'read' | 'write'>;
  readonly lang: string;
}

/** Opens the decks and the progress of all devices. Throws a `UserError` when the progress cannot be read. */
export function openDesk(options: DeskOptions): OpenDesk {
  return new FileDesk(options);
}

class FileDesk implements OpenDesk {
  private readonly options: DeskOptions;
  /** New cards beyond the day's limit that the learner asked for in this run. */
  private extraNew = 0;
  private readonly journal: Journal;
  private readonly recorded: RecordedProgress;
  private readonly counted: CountedDecks;
  private readonly soonest: SoonestCards;
  private currentLibrary: Library;
  private lang: string;
  recognised = 0;
  private told: readonly Shown[] = [];
  private idle: NodeJS.Timeout | undefined;
  private isResting = false;
  private glance: GlanceFile | undefined;
  private readonly snapshots: DailySnapshot;
  private readonly asked: AskedCards;
  readonly examClock: ExamClock;

  constructor(options: DeskOptions) {
    this.options = options;
    this.lang = options.lang;
    this.recorded = openProgress(options);
    this.counted = new CountedDecks(this.recorded);
    this.soonest = new SoonestCards(this.recorded, this.counted);
    this.currentLibrary = openLibrary(options.choice.collections);
    this.journal = openJournal(options);
    this.snapshots = new DailySnapshot(options);
    this.asked = new AskedCards({ cache: options.locations.cache, now: this.now, pid: process.pid });
    this.examClock = new ExamClock(options.system.now, options.system.uptime);
  }

  get notices(): readonly Shown[] {
    this.recorded.flaws.tell();
    return [...progressNotices(this.recorded, this.lang), ...this.told];
  }

  tell(notices: readonly Shown[]): void {
    this.told = [...this.told, ...notices];
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

  needCards(decks?: readonly string[]): void {
    this.recorded.need(decks);
    this.recognise();
  }

  needHistory(): void {
    this.recorded.needHistory();
  }

  overview(): Overview {
    this.recognise();
    const now = this.now();
    return this.counted.overview(this.currentLibrary, now, this.tz(now), this.extraNew);
  }

  openSession(plan: SessionPlan): Session {
    this.refresh();
    this.recognise();
    const now = this.now();
    const tz = this.tz(now);
    // A corrected card is due once.
    this.note(this.soonest.corrections(this.currentLibrary, now, tz));
    return cardReader().openSession(
      {
        extraNew: this.extraNew,
        ...this.soonest.reading(() => this.currentLibrary, now, tz),
        tz: this.options.system.tz,
        lang: () => this.lang,
        seed: this.options.system.seed,
        sittings: () => sittingsReader(this.options.locations.progress, this.now)(this.progress()),
        dayPlan: (at) => examPlanOf(this, at)?.day,
        grade: (question, answer) => deckReader().gradeQuestion(question, answer),
        take: ({ key }) => this.asked.take(key),
      },
      plan,
      now,
    );
  }

  append(happenings: readonly Happening[]): readonly Entry[] {
    if (this.recorded.newer) throw newerProgress();
    const now = this.now();
    const first = firstInstantFor(happenings, this.progress(), now) ?? now;
    const isExam = happenings.some(({ kind }) => kind.startsWith('exam-'));
    const notBefore = isExam ? Math.max(first, this.examClock.now()) : first;
    return this.took(this.journal.append(happenings, { now, tz: this.tz(now), notBefore }));
  }

  retry(entries: readonly Entry[]): readonly Entry[] {
    if (this.recorded.newer) throw newerProgress();
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
    this.currentLibrary = reopenLibrary(this.currentLibrary, this.options.choice.read());
    this.recognise();
  }

  raiseNewLimit(): void {
    this.extraNew += 10;
  }

  lastUndoable(): Undoable | undefined {
    return findUndoable(this.recorded);
  }

  keepGlance(file: GlanceFile): void {
    this.glance = file;
  }

  rest(): Promise<void> {
    clearTimeout(this.idle);
    this.options.choice.write();
    this.isResting = true;
    return this.writeState()
      .then(() => this.snapshots.take())
      .finally(() => {
        this.isResting = false;
      });
  }

  close(): Promise<void> {
    const written = this.rest();
    this.journal.close();
    this.asked.release();
    return written.then(() => this.snapshots.stop());
  }

  private async writeState(): Promise<void> {
    const now = this.now();
    const of = [this.library(), now, this.tz(now)] as const;
    const derive = () => ({ counts: this.counted.encode(...of), soonest: this.soonest.encode(...of) });
    try {
      if (this.recorded.unwritten > 0 || this.counted.isDirty || this.recorded.flaws.isNews)
        await this.recorded.write(derive);
      this.glance?.write(this.counted.glance(...of));
    } catch (error) {
      // The journal cannot be read just now; the next start computes what was not stored.
      if (errorCode(error) === '') throw error;
    }
  }

  private took(entries: readonly Entry[]): readonly Entry[] {
    this.recorded.take(entries);
    this.snapshots.expect();
    clearTimeout(this.idle);
    // After a replay a thousand decks are being written for seconds; no rating waits for another beginning of that.
    if (this.recorded.unwritten >= checkpointReviews && !this.isResting) void this.rest();
    else this.idle = setTimeout(() => void this.rest(), checkpointIdle).unref();
    return entries;
  }

  /** Lets edited cards keep their progress, once for each state of the decks. */
  private recognise(): void {
    const { recorded, counted, currentLibrary: library } = this;
    const keys = counted.unseenDecks(library);
    if (keys === undefined || recorded.isEmpty) return;
    recorded.need([...keys, ...decksWithout(library, this.progress().journal.missingDecks)]);
    const { recogniseCards } = deckReader();
    let found = recogniseCards(library, this.progress(), this.now());
    if (found.cards > 0) {
      recorded.need();
      found = recogniseCards(library, this.progress(), this.now());
    }
    counted.saw(library, found.gone > found.cards);
    if (this.note(found.happenings)) this.recognised += found.cards;
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
